/**
 * Whether a client has what one of some tags stands for, by its `If-None-Match`: a list, `*` for whatever there is, and weak tags like
 * strong ones, since what they say the same of is compared (RFC 9110, 13.1.2). Tags are given without quotes. Never throws.
 */
export function isKnownTag(ifNoneMatch: string | undefined, tags: readonly string[]): boolean {
  const known = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known.some((tag) => tag === '*' || tags.some((own) => tag === `"${own}"`));
}

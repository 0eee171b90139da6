/** What requests may be for, as the graph calls it and in words, in the order of the graph. */
export const purposeWords = [
  { id: 'STRATEGIC_ASSESSMENT', words: 'Strategic assessment' },
  { id: 'PERFORMANCE', words: 'Performance' },
  { id: 'SERVICE_PLANNING', words: 'Service planning' },
  { id: 'SERIOUS_VIOLENCE_DUTY', words: 'Serious violence duty' },
  { id: 'RESEARCH', words: 'Research' },
  { id: 'PUBLIC_INFORMATION', words: 'Public information' },
] as const;

/** What a token says of its bearer, for people to read: unverified, and only told to the bearer. `a token` where it says nothing. */
export function describeBearer(token: string): string {
  const claims = readClaims(token);
  const [who, organisation] = [claims['sub'], claims['organisation']];
  if (typeof who !== 'string') return 'the bearer of a token';
  return typeof organisation === 'string' ? `${who} of ${organisation}` : who;
}

/** When a token ends, as a date; null where it does not say, or is none. */
export function readExpiry(token: string): Date | null {
  const { exp } = readClaims(token);
  return typeof exp === 'number' ? new Date(exp * 1000) : null;
}

/** The claims of a JSON Web Token, without looking at its signature; none of what is not one. */
function readClaims(token: string): Readonly<Record<string, unknown>> {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

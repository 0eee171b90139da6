import { isPurpose, type Purpose } from '@boroughgraph/schema/wire/purposes.ts';
import { z } from 'zod';

/** What an organisation is called: in tokens, agreements and the audit. */
export const organisationPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whom a token names, and what its organisation lets it do. */
export interface CallerClaims {
  readonly subject: string;
  readonly organisation: string;
  readonly role: string | null;
  readonly scopes: readonly string[];
  /** What it may ask for. */
  readonly purposes: readonly Purpose[];
}

/** OAuth's form, words with a space between them; many issuers write a list. */
const words = z.union([
  z.string().transform((text) => text.split(' ').filter((word) => word !== '')),
  z.array(z.string()),
]);

/** A caller with more than that is a mistake of its issuer, and each would go on to every agency. */
const mostScopes = 50;

/** What stands before the id of a key where it is who asks: in the audit, and told to agencies. No person is called so. */
const keyPrefix = 'key:';

/** Who asks with a key, as a person is named by `sub`. Never throws. */
export function keySubject(id: string): string {
  return keyPrefix + id;
}

/** Whether who asked is the key of a machine. Never throws. */
export function isKeySubject(subject: string): boolean {
  return subject.startsWith(keyPrefix);
}

/** What an issuer may call one of its people. */
export const subjectSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !isKeySubject(text));

/** What an organisation lets somebody see: `health:restricted`. */
export const scopesSchema = z.array(z.string().regex(/^[\w:.-]{1,60}$/)).max(mostScopes);

const claimsSchema = z.object({
  sub: subjectSchema,
  organisation: z.string().max(60).regex(organisationPattern),
  role: z.string().min(1).max(60).optional(),
  scope: words.pipe(scopesSchema).default([]),
  purposes: words.pipe(z.array(z.string())).default([]),
});

/**
 * Whom the claims of a token name; the name of the first claim that is missing or cannot be used, in its place. Purposes that there
 * are not are left out. Never throws.
 */
export function readClaims(payload: unknown): CallerClaims | { readonly unusable: string } {
  const read = claimsSchema.safeParse(payload);
  if (!read.success) return { unusable: String(read.error.issues[0]?.path[0] ?? 'sub') };
  const { sub: subject, organisation, role = null, scope: scopes, purposes } = read.data;
  return { subject, organisation, role, scopes, purposes: purposes.filter(isPurpose) };
}

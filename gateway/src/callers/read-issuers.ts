import { readFile } from 'node:fs/promises';
import { isHttpUrl } from '@boroughgraph/schema/process/variables.ts';
import { EnvironmentError } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';
import { type CallerIssuer, keysAt, tokenAlgorithms } from './caller-issuer.ts';
import { organisationPattern } from './read-claims.ts';

/** What the page says itself, and what would take its place if a file could say it. */
const ownParameters = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
];

const signInSchema = z.strictObject({
  name: z.string().min(1).max(80),
  clientId: z.string().min(1),
  scope: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'expected words of which one is openid')
    .default('openid'),
  parameters: z
    .record(z.string(), z.string())
    .refine(
      (given) => ownParameters.every((name) => !Object.hasOwn(given, name)),
      `expected none of those that the page sets itself: ${ownParameters.join(', ')}`,
    )
    .default({}),
  origins: z.array(z.string().refine(isConfidentialOrigin, 'expected an https origin, without a path')).default([]),
});

const issuerSchema = z.strictObject({
  issuer: z.string().min(1),
  // Keys that came unencrypted could be anybody's.
  jwksUrl: z.string().refine(isConfidential, 'expected an https URL, or http on this machine'),
  audience: z.string().min(1).default('boroughgraph'),
  organisations: z
    .array(z.string().regex(organisationPattern, 'expected a name such as hackney-council'))
    .min(1, 'expected the organisations for which it speaks, at least one'),
  algorithms: z
    .array(z.enum(tokenAlgorithms))
    .min(1)
    .default([...tokenAlgorithms]),
  signIn: signInSchema.nullable().default(null),
});

/** Whoever signs in is led to the issuer, and the page asks it where to. */
const usableSchema = issuerSchema.refine(({ issuer, signIn }) => signIn === null || isConfidential(issuer), {
  path: ['issuer'],
  message: 'expected an https URL, or http on this machine, where people sign in by it',
});

const fileSchema = z
  .array(usableSchema)
  .min(1)
  .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'expected each issuer once');

/**
 * The issuers that a JSON file lists, each with the address of its keys. Asks none of them yet: one that is down does not keep the
 * gateway from starting, and opens no door.
 *
 * @throws {EnvironmentError} naming the file, the entry, and what would be accepted.
 */
export async function readIssuers(path: string): Promise<readonly CallerIssuer[]> {
  const read = fileSchema.safeParse(await readJson(path));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw unusable(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  return read.data.map(({ jwksUrl, signIn, ...issuer }) => ({
    ...issuer,
    keys: keysAt(jwksUrl),
    signIn: signIn && { ...signIn, origins: [new URL(issuer.issuer).origin, ...signIn.origins] },
  }));
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error));
  }
}

function unusable(path: string, problem: string): EnvironmentError {
  const example =
    '[{"issuer": "https://login.police.example/", "jwksUrl": "https://login.police.example/keys", "organisations": ["met-police"]}]';
  return new EnvironmentError(`CALLER_ISSUERS names ${path}, which cannot be used: ${problem}. Example: ${example}`);
}

function isConfidentialOrigin(text: string): boolean {
  // A star or a semicolon would be read by a browser as more than one origin.
  return isConfidential(text) && new URL(text).origin === text && !/[*;,\s]/.test(text);
}

function isConfidential(text: string): boolean {
  if (!isHttpUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

const subgraphSchema = z.strictObject({ name: z.string(), url: z.string(), sdl: z.string() });

const versionSchema = z.strictObject({
  /** 1 for the first of a store, and one more for each after it. */
  number: z.int().positive(),
  /** The hash of the version before it; null for the first. */
  previous: z.string().nullable(),
  /** When it was published, in UTC. */
  at: z.iso.datetime(),
  action: z.enum(['publish', 'remove', 'rollback']),
  /** What was done it to: a subgraph, or of a rollback the number of the version that is back. */
  subject: z.string(),
  who: z.string(),
  why: z.string(),
  /** The recorded operations that it breaks, as whoever has published it knew. */
  broken: z.array(z.string()),
  subgraphs: z.array(subgraphSchema),
  supergraphSdl: z.string(),
  apiSdl: z.string(),
});

/** One version of the graph, as somebody has published it: whole, so that it needs no other to be served. */
export type PublishedVersion = Readonly<z.infer<typeof versionSchema>>;

// The text that is signed stands in it as text: no two programs have to agree on how to write an object.
const envelopeSchema = z.strictObject({ signed: z.string(), signature: z.string() });

/** A version cannot be believed, or is none. The message ends a sentence that begins with where it lies. */
export class VersionError extends Error {
  override readonly name = 'VersionError';
}

/** A version as text, signed. */
export function writeVersion(version: PublishedVersion, key: KeyObject): string {
  const signed = JSON.stringify(version);
  return JSON.stringify({ signed, signature: sign(null, Buffer.from(signed), key).toString('base64') });
}

/**
 * A version from its text.
 *
 * @param keys - Public keys of those who may publish.
 * @throws {VersionError} when it is none, or nobody of them has signed it.
 */
export function readVersion(text: string, keys: readonly KeyObject[]): PublishedVersion {
  const envelope = envelopeSchema.safeParse(readJson(text));
  if (!envelope.success) throw new VersionError('is no version of a graph, as `npm run subgraph:publish` writes it');
  const { signed, signature } = envelope.data;
  const isSigned = keys.some((key) => verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64')));
  if (!isSigned)
    throw new VersionError(`is signed by none of the ${keys.length} keys that may publish: SUPERGRAPH_KEYS has them`);
  const version = versionSchema.safeParse(readJson(signed));
  if (!version.success) throw new VersionError(`is of another form: ${z.prettifyError(version.error).slice(0, 200)}`);
  return version.data;
}

/** The hash of the text of a version, by which the next one names it. */
export function hashVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

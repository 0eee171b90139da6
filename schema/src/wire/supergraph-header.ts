import { createHash } from 'node:crypto';

/** The response header that names the supergraph by which an answer was made: see {@link hashSupergraph}. */
export const supergraphHeader = 'x-boroughgraph-supergraph';

/** A supergraph in a word: the first 16 digits of the SHA-256 of its text. Never throws. */
export function hashSupergraph(supergraphSdl: string): string {
  return createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 16);
}

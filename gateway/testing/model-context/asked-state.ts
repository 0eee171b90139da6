import { randomBytes } from 'node:crypto';
import { createRequestStateCodec } from '@modelcontextprotocol/server';

/** What a tool remembers in the hands of its client between two calls; sealed, since it comes back from there. */
export const askedState = createRequestStateCodec<AskedState>({ key: randomBytes(32) });

/** How far a tool has come that asks several times. */
export interface AskedState {
  readonly round: number;
  readonly name?: string;
}

import { Readable } from 'node:stream';
import { BrokenFile, type RefusedFile } from './refused-file.ts';

/** A file that is there whole. */
export interface WholeBody {
  readonly kind: 'whole';
  readonly bytes: Buffer;
}

/** A file of which there is more to come. */
export interface BodyToCome {
  readonly kind: 'more';
  /** What is there of it. */
  readonly head: readonly Buffer[];
  readonly rest: AsyncGenerator<Buffer | string>;
}

/**
 * What a file begins with, until there are `bytes` of it: all of a small one. What is wrong with it by then is said in its place; what comes
 * later breaks it off.
 */
export async function gather(
  pieces: AsyncGenerator<Buffer | string, void>,
  bytes: number,
): Promise<WholeBody | BodyToCome | RefusedFile> {
  const head: Buffer[] = [];
  let left = bytes;
  try {
    while (left > 0) {
      const next = await pieces.next();
      if (next.done === true) return { kind: 'whole', bytes: Buffer.concat(head) };
      const piece = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
      head.push(piece);
      left -= piece.length;
    }
  } catch (error) {
    if (error instanceof BrokenFile) return error.refused;
    throw error;
  }
  return { kind: 'more', head, rest: pieces };
}

/** A file that goes on being made while it is sent, as fast as whoever reads takes it. */
export function streamOf(body: BodyToCome): Readable {
  return Readable.from(piecesOf(body), { objectMode: false });
}

async function* piecesOf({ head, rest }: BodyToCome): AsyncGenerator<Buffer | string> {
  try {
    yield* head;
    yield* rest;
  } finally {
    // Whoever goes while the head is sent has never begun with the rest.
    await rest.return(undefined);
  }
}

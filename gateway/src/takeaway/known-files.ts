import { createHash } from 'node:crypto';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AnsweredState } from '../operations/operation-context.ts';
import { type AgencyStates, areStill, uniteStates } from '../responses/answered-states.ts';
import type { Generation } from '../supergraph/generation.ts';
import { type FileTag, isKnown } from './file-reply.ts';

/** Files that are remembered, a few hundred bytes each: no text of any. */
const maxKnown = 5_000;
/** Longer addresses are not remembered. */
const maxKeyLength = 1_000;

/** By what a file was made. */
interface KnownFile {
  readonly tag: FileTag;
  readonly generation: Generation;
  /** The day in London: what is not yet due depends on it. */
  readonly day: string;
  readonly states: AgencyStates;
}

/** By what a file is made, as long as agencies answer for it. */
export interface MadeBy extends Pick<KnownFile, 'generation' | 'day'> {
  readonly answered: readonly AnsweredState[];
}

/** How files are written: another number with every change of what the same figures look like in them. */
const writing = 1;

/**
 * The tag of a file that is not there whole when it is sent. It follows from its address and from by what it is made: the same rows, perhaps
 * packed in other pieces. Null where an agency does not say how its catalogue stands.
 */
export function tagByStates({ url }: FastifyRequest, { generation, day, answered }: MadeBy): FileTag | null {
  const states = uniteStates(answered);
  if (states === null) return null;
  const by = JSON.stringify([writing, url, generation.hash, day, [...states].toSorted()]);
  return { hash: createHash('sha256').update(by).digest('base64url'), isWeak: true };
}

/**
 * By which states of the agencies' catalogues files were made, so that whoever has one is told that it has not changed without the
 * operation being executed. The tag of a file follows from its bytes: what is forgotten here, or was made by another gateway, costs an
 * execution and nothing else.
 */
export class KnownFiles {
  readonly #files = new LRUCache<string, KnownFile>({ max: maxKnown });

  /**
   * The tag of the file of `key`, where a request says that the client has that one, and every agency still answers by the state by which it
   * was made. Null where it has to be made to know.
   */
  async confirm(key: string, request: FastifyRequest, generation: Generation): Promise<FileTag | null> {
    const known = this.#files.get(key);
    if (known === undefined || !isKnown(request, known.tag.hash)) return null;
    if (known.generation !== generation || known.day !== this.today()) return null;
    return (await areStill(known.states, generation.connections)) ? known.tag : null;
  }

  /** Remembers by what a file was made, where each agency has said it, and has said the same each time. */
  add(key: string, { tag, generation, answered, day }: MadeBy & Pick<KnownFile, 'tag'>): void {
    const states = uniteStates(answered);
    if (states !== null && key.length <= maxKeyLength) this.#files.set(key, { tag, generation, day, states });
  }

  /** The day by which a file is made that is begun now. */
  today(): string {
    return londonDayAt(new Date());
  }
}

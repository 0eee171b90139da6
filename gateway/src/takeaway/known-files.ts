import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AnsweredState } from '../operations/operation-context.ts';
import { type AgencyStates, areStill, uniteStates } from '../responses/answered-states.ts';
import type { Generation } from '../supergraph/generation.ts';
import { isKnown } from './file-reply.ts';

/** Files that are remembered, a few hundred bytes each: no text of any. */
const maxKnown = 5_000;
/** Longer addresses are not remembered. */
const maxKeyLength = 1_000;

/** By what a file was made. */
interface KnownFile {
  readonly hash: string;
  readonly generation: Generation;
  /** The day in London: what is not yet due depends on it. */
  readonly day: string;
  readonly states: AgencyStates;
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
  async confirm(key: string, request: FastifyRequest, generation: Generation): Promise<string | null> {
    const known = this.#files.get(key);
    if (known === undefined || !isKnown(request, known.hash)) return null;
    if (known.generation !== generation || known.day !== this.today()) return null;
    return (await areStill(known.states, generation.connections)) ? known.hash : null;
  }

  /** Remembers by what a file was made, where each agency has said it, and has said the same each time. */
  add(
    key: string,
    {
      hash,
      generation,
      answered,
      day,
    }: { hash: string; generation: Generation; answered: readonly AnsweredState[]; day: string },
  ): void {
    const states = uniteStates(answered);
    if (states !== null && key.length <= maxKeyLength) this.#files.set(key, { hash, generation, day, states });
  }

  /** The day by which a file is made that is begun now. */
  today(): string {
    return londonDayAt(new Date());
  }
}

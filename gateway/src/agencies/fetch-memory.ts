import { hash } from 'node:crypto';
import { ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import { holdsStill } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { LRUCache } from 'lru-cache';
import type { AgencyOperation } from './agency-fetch.ts';

/** What an agency has answered to one fetch. */
export interface AnsweredFetch {
  readonly data: Readonly<Record<string, unknown>>;
  /** By which state of its catalogue. */
  readonly state: string;
  /** The day in London when it was asked: what is not yet due depends on it. */
  readonly day: string;
  /** The datasets of which there are made-up figures in it. */
  readonly samples: readonly string[];
}

interface KnownFetch extends Omit<AnsweredFetch, 'data'> {
  /** Whoever gets the data writes into them. */
  readonly text: string;
}

/** How many fetches are known to have been asked once; a hash each. */
const maxAskedOnce = 5_000;
/** An entry without its text: state, day, names, in bytes. */
const entryBytes = 300;

/**
 * What agencies have answered to fetches, for whoever sends the same while the catalogue of the agency is as it was: where one agency has
 * released something, the parts that others have in the same answer are not asked for again. Bounded in bytes. A fetch is remembered
 * when it is asked for the second time: what nobody asks for again costs nothing to be kept.
 */
export class FetchMemory {
  readonly #known: ProvenCache<KnownFetch>;
  readonly #askedOnce = new LRUCache<string, true>({ max: maxAskedOnce });

  constructor(maxBytes: number) {
    this.#known = new ProvenCache({ maxBytes, sizeOf: ({ text }) => entryBytes + text.length });
  }

  /** What was answered to such a fetch, where it is as true in `state` and today; null where it is not known. Never throws. */
  find(key: string, state: string): AnsweredFetch | null {
    const known = this.#known.get(key);
    if (known === undefined) return null;
    if (known.day !== londonDayAt(new Date()) || !holdsStill(known.state, state)) {
      this.#known.delete(key);
      return null;
    }
    const { text, ...rest } = known;
    // It was written here from such an object.
    return { ...rest, data: JSON.parse(text) as AnsweredFetch['data'] };
  }

  /** Whether what is answered to such a fetch is to be remembered: it was asked for before. Asking is noted. */
  isWanted(key: string): boolean {
    if (this.#askedOnce.has(key)) return true;
    this.#askedOnce.set(key, true);
    return false;
  }

  /** Remembers what was answered, as it is now. */
  add(key: string, { data, ...rest }: AnsweredFetch): void {
    this.#known.set(key, { ...rest, text: JSON.stringify(data) });
  }
}

/** The same for fetches of which an anonymous caller gets the same from an agency. */
export function fetchKeyOf(agency: string, { query, operationName, variables }: AgencyOperation): string {
  return hash('sha256', JSON.stringify([agency, query, operationName, variables]), 'base64');
}

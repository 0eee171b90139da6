import { type CacheUse, ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { AgencyConnection } from '../agencies/agency-connection.ts';
import { isKnownTag } from '../http/known-tag.ts';
import { areHeld } from './answered-states.ts';
import type { RememberedResponse } from './response-memory.ts';

/** An answer as it went out: its status, and the same head and bytes for all who ask in the same way. */
export interface SentResponse {
  readonly status: 200 | 304;
  /** Name after value after name, without what is written anew for each request. */
  readonly head: readonly string[];
  /** Empty where the status says that there are none. */
  readonly bytes: Buffer;
  /** SHA-256 of the document, in hexadecimal. */
  readonly operationHash: string;
  /** What it was made of, and what it costs. */
  readonly of: RememberedResponse;
}

/** An entry without its bytes and its text: tag, headers, names and states, in bytes. */
const entryBytes = 2_000;
/** More than any text of a request has at its end: an answer without a body is another one. */
const unchanged = '\n304';

/**
 * What the answers of one generation went out as, by the exact text of the requests. Beside the memory of answers, which knows requests that ask the
 * same in other words, and from which these come. Bounded in bytes, those of the answers counted once more.
 */
export class SentMemory {
  readonly #known: ProvenCache<SentResponse>;
  readonly #connections: ReadonlyMap<string, AgencyConnection>;
  #hits = 0;
  #misses = 0;

  /** @param connections - To the agencies of the generation, by whose states its answers hold. */
  constructor(connections: ReadonlyMap<string, AgencyConnection>, maxBytes: number) {
    this.#connections = connections;
    this.#known = new ProvenCache({
      maxBytes,
      sizeOf: ({ head, bytes }) => entryBytes + head.join().length + bytes.length,
    });
  }

  /** How often something had gone out before, how often it had not, and how many bytes are remembered, about. */
  get counts(): CacheUse {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#known.bytes };
  }

  /** Remembers what a request was answered with that asked by this text. */
  add(text: string, sent: SentResponse): void {
    this.#known.set(sent.status === 304 ? text + unchanged : text, sent);
  }

  /**
   * What a request is answered with, where that is known to be true yet without asking anybody; null where it is not, or where that has not gone out
   * before. Never throws.
   *
   * @param ifNoneMatch - What its sender has already; undefined where he does not say, or it is of no matter.
   */
  find(text: string, ifNoneMatch: string | undefined): SentResponse | null {
    const found = this.#findFor(text, ifNoneMatch);
    if (found === null) this.#misses += 1;
    else this.#hits += 1;
    return found;
  }

  #findFor(text: string, ifNoneMatch: string | undefined): SentResponse | null {
    if (ifNoneMatch === undefined) return this.#findTrue(text);
    const without = this.#findTrue(text + unchanged);
    if (without !== null && isKnownTag(ifNoneMatch, [without.of.tag])) return without;
    const whole = this.#findTrue(text);
    return whole !== null && !isKnownTag(ifNoneMatch, [whole.of.tag]) ? whole : null;
  }

  #findTrue(text: string): SentResponse | null {
    const known = this.#known.get(text);
    if (known === undefined) return null;
    const { states, day } = known.of;
    const isTrue = day === londonDayAt(new Date()) && areHeld(states, this.#connections);
    // Of what is not held it is asked where there is time.
    if (isTrue === false) this.#known.delete(text);
    return isTrue === true ? known : null;
  }
}

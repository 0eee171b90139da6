import { type CacheUse, ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { AgencyConnection } from '../agencies/agency-connection.ts';
import type { OperationUse } from '../usage/operation-use.ts';
import { type AgencyStates, areHeld, areStill } from './answered-states.ts';

/** An answer as it was sent, and what it depends on. */
export interface RememberedResponse {
  /** As it is, or compressed with gzip from when somebody has wanted that on. */
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
  /** Follows from the bytes as they are. */
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly operationName: string | null;
  readonly use: OperationUse | null;
  /** What it costs whoever asks for it, by its estimate. */
  readonly cost: number;
  readonly states: AgencyStates;
  /** The day in London: what is not yet due depends on it. */
  readonly day: string;
}

/** An entry without its bytes: tag, headers, names and states, in bytes. */
const entryBytes = 1_000;

/** The answers of one generation that are remembered, bounded in bytes, and those that are being made. */
export class ResponseMemory {
  readonly #known: ProvenCache<RememberedResponse>;
  readonly #making = new Map<string, Promise<void>>();
  readonly #connections: ReadonlyMap<string, AgencyConnection>;
  #hits = 0;
  #misses = 0;

  /** @param connections - To the agencies of the generation, by whose states its answers hold. */
  constructor(connections: ReadonlyMap<string, AgencyConnection>, maxBytes: number) {
    this.#connections = connections;
    this.#known = new ProvenCache({ maxBytes, sizeOf: ({ bytes }) => entryBytes + bytes.length });
  }

  /** How often something was remembered, how often it was not, and how many bytes are, about. */
  get counts(): CacheUse {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#known.bytes };
  }

  /**
   * The answer that is remembered, where it is known to be true yet; one that is being made is waited for, and looked at in the same way:
   * what somebody else has asked for earlier may be older. `mayWait` is false for who says how long he waits. Null where it has to be made. Never rejects.
   */
  async find(key: string, mayWait: boolean): Promise<RememberedResponse | null> {
    const found = (await this.#findTrue(key)) ?? (mayWait ? await this.#waitFor(key) : null);
    if (found === null) this.#misses += 1;
    else this.#hits += 1;
    return found;
  }

  /** Remembers an answer; what is larger than a quarter of the room is not kept. */
  add(key: string, response: RememberedResponse): void {
    this.#known.set(key, response);
  }

  /** What `make` resolves with. Others who ask the same wait for it meanwhile. */
  async whileMaking<T>(key: string, make: () => Promise<T>): Promise<T> {
    if (this.#making.has(key)) return make();
    const made = Promise.withResolvers<undefined>();
    this.#making.set(key, made.promise);
    try {
      return await make();
    } finally {
      this.#making.delete(key);
      made.resolve(undefined);
    }
  }

  async #waitFor(key: string): Promise<RememberedResponse | null> {
    const making = this.#making.get(key);
    if (making === undefined) return null;
    await making;
    return this.#findTrue(key);
  }

  async #findTrue(key: string): Promise<RememberedResponse | null> {
    const known = this.#known.get(key);
    if (known === undefined) return null;
    const isTrue =
      known.day === londonDayAt(new Date()) &&
      (areHeld(known.states, this.#connections) ?? (await areStill(known.states, this.#connections)));
    if (!isTrue) this.#known.delete(key);
    return isTrue ? known : null;
  }
}

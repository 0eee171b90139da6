import { hashSupergraph } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { type FoundSupergraph, PlaceError, type SupergraphPlace } from './supergraph-place.ts';

/** A supergraph that was refused: what was there before goes on. */
export interface RefusedSupergraph {
  /** Its number among those that were published; null where nobody counts, or that is not known. */
  readonly version: number | null;
  /** When it was refused, in UTC. */
  readonly at: string;
  readonly reason: string;
}

/** What is known of the supergraphs of a place. */
export interface SupergraphStanding {
  /** The number of the one that is served; null where nobody counts. */
  readonly version: number | null;
  /** Since when it is served, in UTC. */
  readonly since: string;
  /** The newest that was found, where it was refused; null where the newest is served. */
  readonly refused: RefusedSupergraph | null;
}

/** How a place is watched. */
export interface WatchOptions {
  readonly place: SupergraphPlace;
  /** What was found there first, and is served. */
  readonly first: FoundSupergraph;
  /** Serves another one. Rejects where it cannot be used. */
  readonly serve: (supergraphSdl: string) => Promise<void>;
  readonly log: Record<'info' | 'warn' | 'error', (what: object, message: string) => void>;
}

/**
 * Looks at a place again and again, and serves what has come. What cannot be used is reported once and not tried again, until something
 * else lies there; where nobody can look, what is served stays.
 */
export class SupergraphWatch {
  readonly #options: WatchOptions;
  readonly #closing = new AbortController();
  #mark: string;
  #served: string;
  #standing: SupergraphStanding;
  #isAway = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(options: WatchOptions) {
    const { first } = options;
    this.#options = options;
    this.#mark = first.mark;
    this.#served = hashSupergraph(first.supergraphSdl);
    this.#standing = { version: first.version, since: new Date().toISOString(), refused: null };
    this.#schedule();
  }

  get standing(): SupergraphStanding {
    return this.#standing;
  }

  /** Looks now, or waits for a look that is under way. Never rejects. */
  look(): Promise<void> {
    return (this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    }));
  }

  /** Looks no more. Resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #schedule(): void {
    if (this.#closing.signal.aborted) return;
    this.#timer = setTimeout(() => {
      void this.look().then(() => {
        this.#schedule();
      });
    }, this.#options.place.everyMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { place, log } = this.#options;
    try {
      const found = await place.read(this.#mark, this.#closing.signal);
      if (this.#isAway) log.info({ place: place.name }, 'supergraphs can be looked for again');
      this.#isAway = false;
      if (found !== null) await this.#take(found);
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      if (error instanceof PlaceError) {
        this.#refuse(error.mark, null, error);
      } else if (!this.#isAway) {
        this.#isAway = true;
        log.warn(
          { place: place.name, cause: messageOf(error) },
          'no supergraph can be looked for: the one that is there stays',
        );
      }
    }
  }

  async #take(found: FoundSupergraph): Promise<void> {
    const { place, serve, log } = this.#options;
    const { version, mark, supergraphSdl } = found;
    const hash = hashSupergraph(supergraphSdl);
    try {
      // A version that says the same, such as one that was published twice, needs no other generation.
      if (hash !== this.#served) await serve(supergraphSdl);
    } catch (error) {
      this.#refuse(mark, version, error);
      return;
    }
    this.#mark = mark;
    this.#served = hash;
    this.#standing = { version, since: new Date().toISOString(), refused: null };
    log.info({ place: place.name, version, supergraph: hash }, 'another supergraph is served');
  }

  #refuse(mark: string, version: number | null, error: unknown): void {
    const reason = messageOf(error);
    this.#mark = mark;
    this.#standing = { ...this.#standing, refused: { version, at: new Date().toISOString(), reason } };
    const { place, log } = this.#options;
    log.error({ place: place.name, version, cause: reason }, 'a supergraph is refused: the one that is there stays');
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

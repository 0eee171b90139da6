import { readPlaceNames } from '@boroughgraph/schema/finding/named-places.ts';
import type { PublishedThing, ThingsAnswer } from '@boroughgraph/schema/finding/published-things.ts';
import {
  faultOf,
  findCandidates,
  type FoundIn,
  type Match,
  rankMatches,
  type Standing,
  type Wanted,
} from '@boroughgraph/schema/finding/ranking.ts';
import { SearchIndex } from '@boroughgraph/schema/finding/search-index.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import { holdsStill } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { AgencyConnection } from '../agencies/agency-connection.ts';

/** After things were read, or could not be, the next reading waits so long, in milliseconds: while files are loaded, each is a new state. */
const restMs = 2_000;

/** All that is found of an agency as everybody may know it, by one state of its catalogue. */
export interface Things {
  readonly state: string;
  /** The type of its indicators. */
  readonly indicatorType: string;
  /** What fits some words, best first. */
  readonly find: (wanted: Wanted) => readonly Match<PublishedThing>[];
}

/** An index of what an agency has told, which stays while only the standings of things change. */
interface Index {
  readonly version: string;
  readonly things: FoundIn<PublishedThing>;
  /** The place of each among the standings. */
  readonly places: ReadonlyMap<PublishedThing, number>;
}

type Known = Things & { readonly day: string; readonly index: Index };

/**
 * What is found of an agency, in the memory of the gateway: read when somebody searches and it is not known by the state in which the agency is,
 * while he who searches asks the agency itself. It is never waited for, and never taken where the state is not held.
 */
export class KnownThings {
  readonly #connection: Pick<AgencyConnection, 'state' | 'readThings'>;
  #known: Known | null = null;
  #reading: Promise<void> | null = null;
  #restUntilMs = 0;

  constructor(connection: Pick<AgencyConnection, 'state' | 'readThings'>) {
    this.#connection = connection;
  }

  /** What everybody may find now; null where the agency has to be asked. Never throws. */
  current(wanted: Wanted): Things | null {
    const state = this.#connection.state.held;
    // What is wrong with a question an agency says.
    if (state === null || faultOf(wanted) !== null) return null;
    const known = this.#known;
    if (known !== null && holdsStill(known.state, state) && known.day === londonDayAt(new Date())) return known;
    void this.settle();
    return null;
  }

  /** Resolves when nothing is being read. Reads first, unless it has been tried a moment ago. Never rejects. */
  settle(): Promise<void> {
    if (this.#reading === null && performance.now() >= this.#restUntilMs)
      this.#reading = this.#read().finally(() => {
        this.#reading = null;
        this.#restUntilMs = performance.now() + restMs;
      });
    return this.#reading ?? Promise.resolve();
  }

  async #read(): Promise<void> {
    try {
      const day = londonDayAt(new Date());
      const before = this.#known?.index ?? null;
      const answer = await this.#connection.readThings(before?.version ?? null);
      const index = await indexOf(answer, before);
      const { standings, catalogue: state, indicatorType } = answer;
      if (index === null || index.places.size !== standings.length) return;
      this.#known = { state, day, indicatorType, index, find: (wanted) => findIn(index, standings, wanted) };
    } catch {
      // An agency that does not tell them is asked at each search, which says what is wrong with it.
    }
  }
}

/** The index of the things of an answer; that from before where there are no others, and null where there is none. */
async function indexOf({ things, version }: ThingsAnswer, before: Index | null): Promise<Index | null> {
  if (things === null) return before?.version === version ? before : null;
  const { defined, offered, places } = things;
  return {
    version,
    things: {
      defined: await SearchIndex.build(defined),
      offered: await SearchIndex.build(offered),
      places: readPlaceNames(places),
    },
    places: new Map([...defined, ...offered].map((thing, place) => [thing, place])),
  };
}

function findIn(
  { things, places }: Index,
  standings: readonly Standing[],
  wanted: Wanted,
): readonly Match<PublishedThing>[] {
  const matches = findCandidates(wanted, things).flatMap((found) => {
    const standing = standings[places.get(found.thing) ?? -1];
    return standing === undefined ? [] : [{ ...found, standing }];
  });
  return rankMatches(matches, wanted);
}

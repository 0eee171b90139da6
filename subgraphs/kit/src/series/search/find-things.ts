import {
  faultOf,
  findCandidates,
  type FoundIn,
  rankMatches,
  type Wanted,
} from '@boroughgraph/schema/finding/ranking.ts';
import { readPlaceNames } from '@boroughgraph/schema/finding/named-places.ts';
import { SearchIndex } from '@boroughgraph/schema/finding/search-index.ts';
import type { AbsenceReason } from '@boroughgraph/schema/vocabulary/core.ts';
import type { RequestContext } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { definedThings, type FindableThing } from './findable-things.ts';
import { placeNames } from './place-names.ts';
import { standingOf } from './standing.ts';

/** Something of the agency that fits the words, best first. */
export interface SearchMatch extends Pick<FindableThing, 'kind' | 'id' | 'name' | 'text' | 'indicator' | 'narrowing'> {
  readonly score: number;
  /** True where it has words that are only like those that were looked for. */
  readonly isGuess: boolean;
  /** True where the text has most of one of its names. */
  readonly isNamed: boolean;
  /** Words of the text that it does not have. */
  readonly unmatched: readonly string[];
  readonly isHeld: boolean;
  readonly isSynthetic: boolean;
  readonly framework: string | null;
  /** Why nothing is held of it; both null where something is. */
  readonly reason: AbsenceReason | null;
  readonly note: string | null;
}

/**
 * What fits the words best, of what the agency defines and offers; what is held first.
 *
 * @throws a BAD_USER_INPUT for a text that is too long, and a number of results that is too high.
 */
export async function findThings(context: RequestContext, wanted: Wanted): Promise<readonly SearchMatch[]> {
  const fault = faultOf(wanted);
  if (fault !== null) throw badUserInput(fault.message, fault.argument);
  const candidates = findCandidates(wanted, await indexesOf(context));
  const visible = await context.reading.releases();
  const matches = await Promise.all(
    candidates.map(async (found) => ({ ...found, standing: await standingOf(context, found.thing, visible) })),
  );
  return rankMatches(matches, wanted).map(({ thing, standing, ...found }) => ({
    ...found,
    isHeld: standing.isHeld,
    isSynthetic: standing.isSynthetic,
    reason: standing.reason,
    note: standing.note,
    kind: thing.kind,
    id: thing.id,
    name: thing.name,
    text: thing.text,
    indicator: thing.indicator,
    narrowing: thing.narrowing,
    framework: thing.framework ?? null,
  }));
}

/** What an agency offers beside what it defines. */
export async function offeredThings(context: RequestContext): Promise<readonly FindableThing[]> {
  return (await context.findable?.(context)) ?? [];
}

type Index = Promise<SearchIndex<FindableThing>>;

/** What an agency defines does not change while it runs. */
const defined = new WeakMap<object, Index>();

/** What it offers besides is as it is loaded: found anew for each state of its store, and for what a viewer may know of it. */
const offered = new WeakMap<object, Map<string, Index>>();

async function indexesOf(context: RequestContext): Promise<FoundIn<FindableThing>> {
  const { agency, findable } = context;
  const ofAgency = defined.get(agency) ?? SearchIndex.build(definedThings(agency));
  defined.set(agency, ofAgency);
  const { state, access } = await context.reading.releases();
  const ofState = offered.get(state) ?? new Map<string, Index>();
  offered.set(state, ofState);
  const name = findable === null ? '' : `offers ${access}`;
  const offers = ofState.get(name) ?? offeredThings(context).then((things) => SearchIndex.build(things));
  ofState.set(name, offers);
  // What could not be read is read again by the next who asks.
  offers.catch(() => ofState.delete(name));
  return { defined: await ofAgency, offered: await offers, places };
}

const places = readPlaceNames(placeNames);

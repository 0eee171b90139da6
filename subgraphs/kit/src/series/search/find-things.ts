import type { AbsenceReason } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Absence, absenceOf, isHeld } from '../absence.ts';
import type { RequestContext } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { extentOfValue, HoldingModel } from '../holding.ts';
import { kindsOf } from '../../statistics/period-kinds.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { VisibleReleases } from '../../store/reading/visible-releases.ts';
import { definedThings, type FindableThing } from './findable-things.ts';
import { subjectAndPlace } from './named-places.ts';
import { type Found, SearchIndex } from './search-index.ts';
import { joiningOf, tellingWords, wantedWords } from './words.ts';

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

/** Reads what else of an agency is found by words, as far as it is loaded and the viewer may know: areas, courts, measures. */
export type FindableReader = (context: RequestContext) => Promise<readonly FindableThing[]>;

/** Of an agency that offers nothing besides. */
export const nothingFindable: FindableReader = () => Promise.resolve([]);

/** Letters of a text that is looked for. */
const longestText = 200;
/** Results of one search. */
const most = 50;
/** Of how many more than are wanted it is looked up whether they are held: what fits worse is not among the first in any case. */
const furtherConsidered = 25;
/** What a thing is worth of which nothing is held: one that is held and fits half as well comes before it. */
const unheldWorth = 0.5;
/** What is called by a subject and a place together is meant, rather than one of the two. */
const wholeWorth = 1.5;
/** What fits less well than this share of the best is not meant. */
const leastShare = 0.2;
/** And less than this is next to nothing. */
const leastScore = 0.5;

/**
 * What fits the words best, of what the agency defines and offers; what is held first.
 *
 * @throws a BAD_USER_INPUT for a text that is too long, and a number of results that is too high.
 */
export async function findThings(
  context: RequestContext,
  { text, first }: { readonly text: string; readonly first: number },
  findable: FindableReader,
): Promise<readonly SearchMatch[]> {
  if (text.length > longestText)
    throw badUserInput(`text has ${text.length} characters: expected ${longestText} at most`, 'text');
  if (!Number.isInteger(first) || first < 1 || first > most)
    throw badUserInput(`first is ${first}: expected a number from 1 to ${most}`, 'first');
  const wanted = wantedWords(text);
  const { place, ...asked } = subjectAndPlace(wanted);
  const subject = tellingWords(asked.subject);
  const offers = await offeredIndex(context, findable);
  const joining = joiningOf(text);
  const isBoth = place.length > 0 && subject.length > 0;
  // Burglary in Camden is burglary, and Camden: no figure is called both. A court may be called after where it is.
  const found = [
    ...indexOf(context.agency).find(subject, joining),
    ...[subject, place].flatMap((words) => offers.find(words, joining)),
    ...(isBoth ? offers.find(wanted, joining).map((one) => ({ ...one, score: one.score * wholeWorth })) : []),
  ];
  const best = found.toSorted((a, b) => b.score - a.score).slice(0, first + furtherConsidered);
  const least = Math.max((best[0]?.score ?? 0) * leastShare, leastScore);
  const visible = await context.reading.releases();
  const matches = await Promise.all(
    best.filter(({ score }) => score >= least).map((one) => matchOf(context, one, visible)),
  );
  return matches
    .toSorted((a, b) => b.score - a.score || a.narrowing.length - b.narrowing.length)
    .filter((match, index, all) => all.findIndex((other) => isSameThing(other, match)) === index)
    .slice(0, first);
}

/** Whether two matches are of one thing: what fits its subject may fit its place as well. */
const isSameThing = (one: SearchMatch, other: SearchMatch): boolean =>
  one.kind === other.kind && one.id === other.id && one.name === other.name && one.framework === other.framework;

/** What an agency defines does not change while it runs. */
const defined = new WeakMap<object, SearchIndex<FindableThing>>();

function indexOf(agency: RequestContext['agency']): SearchIndex<FindableThing> {
  const index = defined.get(agency) ?? new SearchIndex(definedThings(agency));
  defined.set(agency, index);
  return index;
}

type OfferedIndexes = Map<string, SearchIndex<FindableThing>>;
const offered = new WeakMap<object, OfferedIndexes>();

/** What an agency offers besides is as it is loaded: found anew for each state of its store, and for what a viewer may know of it. */
async function offeredIndex(context: RequestContext, findable: FindableReader): Promise<SearchIndex<FindableThing>> {
  const visible = await context.reading.releases();
  const known: OfferedIndexes = offered.get(visible.state) ?? new Map<string, SearchIndex<FindableThing>>();
  offered.set(visible.state, known);
  const name = findable === nothingFindable ? '' : `offers ${visible.access}`;
  const index = known.get(name) ?? new SearchIndex(await findable(context));
  known.set(name, index);
  return index;
}

async function matchOf(
  context: RequestContext,
  { thing, score, isGuess, isNamed, unmatched }: Found<FindableThing>,
  visible: VisibleReleases,
): Promise<SearchMatch> {
  const { kind, id, name, text, indicator, narrowing, framework = null } = thing;
  const { absence, use } = await standingOf(context, thing, visible);
  const datasetId = indicator?.datasetId ?? (kind === 'DATASET' ? id : null);
  return {
    kind,
    id,
    name,
    text,
    indicator,
    narrowing,
    framework,
    isGuess,
    isNamed,
    unmatched,
    score: absence === null ? score + use : score * unheldWorth,
    isHeld: absence === null,
    isSynthetic: absence === null && datasetId !== null && visible.isSample(datasetId),
    reason: absence?.reason ?? null,
    note: absence?.text ?? null,
  };
}

/** Why nothing is held of a thing, and what it is of use where something is. */
interface Standing {
  readonly absence: Absence | null;
  readonly use: number;
}

/** What everybody may know of things, for as long as the store is in one state. */
const standings = new WeakMap<object, Map<FindableThing, Promise<Standing>>>();

/** As it is worked out for the state of the store: once for everybody, and anew for whoever may know more, which is written down. */
function standingOf(context: RequestContext, thing: FindableThing, visible: VisibleReleases): Promise<Standing> {
  if (visible.access !== '' || !isDefined(thing)) return findStanding(context, thing, visible);
  const ofState = standings.get(visible.state) ?? new Map<FindableThing, Promise<Standing>>();
  standings.set(visible.state, ofState);
  const known = ofState.get(thing) ?? findStanding(context, thing, visible);
  ofState.set(thing, known);
  // What could not be read is read again by the next who asks.
  known.catch(() => ofState.delete(thing));
  return known;
}

const isDefined = ({ kind, indicator }: FindableThing): boolean => indicator !== null || kind === 'DATASET';

async function findStanding(
  context: RequestContext,
  thing: FindableThing,
  visible: VisibleReleases,
): Promise<Standing> {
  const { indicator } = thing;
  const absence = await absenceOfThing(context, thing, visible);
  return { absence, use: indicator === null || absence !== null ? 0 : await usefulnessOf(context, indicator) };
}

/** What tells things apart that fit alike: how new the newest figure is, and for how many boroughs there are any. At most 0.3. */
async function usefulnessOf(context: RequestContext, indicator: IndicatorDefinition): Promise<number> {
  const holding = new HoldingModel(context, indicator);
  const [{ lastPeriod }, areas] = [await holding.extent(), await holding.areas()];
  const year = Number(lastPeriod?.end.slice(0, 4) ?? 0);
  const inBoroughs = areas.find(({ areaType }) => areaType === 'BOROUGH')?.count ?? 0;
  return Math.min(Math.max((year - 2010) / 100, 0), 0.15) + (0.15 * Math.min(inBoroughs, 33)) / 33;
}

/** Why nothing is held of a thing; null where something is, and for what is no matter of figures. */
async function absenceOfThing(
  context: RequestContext,
  { kind, id, indicator, narrowing }: FindableThing,
  visible: VisibleReleases,
): Promise<Absence | null> {
  if (kind === 'DATASET') return absenceOfDataset(context, id, visible);
  if (indicator === null) return null;
  // What is worked out from what is held is there, whoever works it out.
  if (indicator.isComputed === true) return null;
  if (!isHeld(indicator, visible)) return absenceOf(context, indicator, visible);
  const value = narrowing.at(-1);
  if (value === undefined) return null;
  const { firstPeriod } = await extentOfValue(context, indicator, value);
  return firstPeriod === null ? noFigure : null;
}

const noFigure: Absence = {
  reason: 'AWAITED',
  text: 'The indicator is held, and no file that is loaded has a published figure of this value.',
};

function absenceOfDataset(context: RequestContext, id: string, visible: VisibleReleases): Absence | null {
  if (visible.releasesOf(id).length > 0) return null;
  const [indicator] = context.agency.datasets.find((dataset) => dataset.id === id)?.indicators ?? [];
  if (
    indicator === undefined ||
    kindsOf(indicator).some((kind) => visible.answer(kind, null) !== null && isHeld(indicator, visible))
  )
    return { reason: 'AWAITED', text: 'No file of it is loaded.' };
  return absenceOf(context, indicator, visible);
}

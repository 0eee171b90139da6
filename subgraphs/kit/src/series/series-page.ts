import type { AreaType, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import type { SeriesKey } from '../store/series-columns.ts';
import { requireAreaCode } from './area-argument.ts';
import { requireAll, requireDimensions } from './argument-checks.ts';
import { isChanged, releasesBetween } from './changed-series.ts';
import type { RequestContext } from './context.ts';
import { badUserInput } from './errors.ts';
import { cursorKey, cursorOf } from './series-cursor.ts';
import { SeriesHandle } from './series.ts';
import type { Subgraph } from './subgraph.ts';
import { placesNotMeasured } from './unanswered.ts';

/** What a page of series is asked for by: the arguments of Agency.series. */
export interface SeriesPageArguments {
  readonly indicators: readonly string[];
  readonly areas?: readonly string[] | null;
  readonly sites?: readonly string[] | null;
  readonly areaType?: AreaType | null;
  readonly periodType?: PeriodType | null;
  readonly dimensions?: readonly { readonly dimension: string; readonly value: string }[] | null;
  readonly asPublishedOn?: string | null;
  readonly changedSince?: string | null;
  readonly first: number;
  readonly after?: string | null;
}
export interface SeriesPageModel {
  readonly nodes: readonly SeriesHandle[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  /** What of the question nothing answers, as sentences for people. */
  readonly unanswered: readonly string[];
}

/** Series on one page at most. Source: the contract. */
const maximumPage = 2_000;

/**
 * A page of series that releases hold, ordered by indicator, place and dimensions.
 *
 * @throws a BAD_USER_INPUT that names the argument which is wrong and says what would be accepted.
 */
export async function seriesPage(context: RequestContext, given: SeriesPageArguments): Promise<SeriesPageModel> {
  const known = given.indicators.flatMap((id) => definedAs(context, id) ?? []);
  requireAll(
    () => given.indicators.map((id) => requireIndicator(context, id)),
    () => areaCodes(given),
    // Of unknown indicators nobody knows which dimensions they have.
    () => {
      if (known.length > 0) requireDimensions(known, given.dimensions ?? []);
    },
    () => {
      requirePageSize(given.first);
    },
    () => cursorKey(given.after ?? null),
    () => {
      requireEarlier(given);
    },
  );
  const indicators = given.indicators.map((id) => requireIndicator(context, id));
  const kinds = indicators.flatMap(kindsOf);
  const { periodType = null } = given;
  const ofPeriod = periodType === null ? kinds : kinds.filter(({ grid }) => grid.type === periodType);
  const keys = await context.reading.seriesKeys({
    indicators: await withReleaseSince(context, ofPeriod, given),
    areas: areaCodes(given),
    sites: given.sites?.flatMap(inEitherCase) ?? null,
    areaType: given.areaType ?? null,
    dimensions: given.dimensions ?? [],
    asPublishedOn: given.asPublishedOn ?? null,
    after: cursorKey(given.after ?? null),
    limit: given.first,
  });
  const page = keys.slice(0, given.first);
  const last = page.at(-1);
  const shown = await changedAmong(context, page, given);
  return {
    nodes: shown.map((key) => handle(context, key, given.asPublishedOn ?? null)),
    hasNextPage: keys.length > given.first,
    endCursor: last === undefined ? null : cursorOf(last),
    unanswered: placesNotMeasured({ indicators, areas: areaCodes(given) ?? [], sites: given.sites ?? [] }),
  };
}

/** The indicators for which a release came since the day that is asked for; all where none is. Of the others no series has changed. */
async function withReleaseSince(
  context: RequestContext,
  indicators: readonly IndicatorDefinition[],
  { changedSince, asPublishedOn = null }: SeriesPageArguments,
): Promise<readonly IndicatorDefinition[]> {
  if (changedSince == null) return indicators;
  const visible = await context.reading.releases();
  const days = { from: changedSince, to: asPublishedOn };
  return indicators.filter((indicator) => {
    const since = new Set(releasesBetween(visible, indicator.datasetId, days).map(({ number }) => number));
    return visible.answer(indicator, asPublishedOn)?.releaseNumbers.some((number) => since.has(number)) === true;
  });
}

/** The series of a page that changed since the day that is asked for; all where none is. */
async function changedAmong(
  context: RequestContext,
  page: readonly SeriesKey[],
  { changedSince, asPublishedOn = null }: SeriesPageArguments,
): Promise<readonly SeriesKey[]> {
  if (changedSince == null) return page;
  const days = { from: changedSince, to: asPublishedOn };
  const changed = await Promise.all(
    page.map((key) => isChanged(context, { ...key, indicator: kind(context, key.indicatorId) }, days)),
  );
  return page.filter((_, index) => changed[index] === true);
}

function requireEarlier({ changedSince, asPublishedOn }: SeriesPageArguments): void {
  if (changedSince == null || asPublishedOn == null || changedSince <= asPublishedOn) return;
  throw badUserInput(
    `changedSince is ${changedSince}, and asPublishedOn ${asPublishedOn}: expected a day that is not after it`,
    'changedSince',
  );
}

function definedAs({ agency }: RequestContext, id: string): IndicatorDefinition | null {
  return agency.indicators.find((indicator) => indicator.id === id) ?? null;
}

function requireIndicator(context: RequestContext, id: string): IndicatorDefinition {
  const indicator = definedAs(context, id);
  const stored = context.agency.indicators.filter((known) => known.isComputed !== true);
  if (indicator === null || indicator.isComputed === true) {
    const why =
      indicator === null
        ? 'is not an indicator of this agency'
        : 'is worked out for one area at a time and has no stored series';
    throw badUserInput(`"${id}" ${why}: expected some of ${stored.map((known) => known.id).join(', ')}`, 'indicators');
  }
  return indicator;
}

/** The definition whose series the store keeps under an id. */
function kind(context: RequestContext, storedId: string): IndicatorDefinition {
  return kindsIn(context.agency).get(storedId) ?? requireIndicator(context, storedId);
}

/** The indicators of an agency in each of their kinds, by the ids under which the store keeps them: a page asks for each of its series. */
function kindsIn(agency: Subgraph): ReadonlyMap<string, IndicatorDefinition> {
  const known = kindsByAgency.get(agency);
  if (known !== undefined) return known;
  const kinds = new Map(agency.indicators.flatMap(kindsOf).map((each) => [each.id, each]));
  kindsByAgency.set(agency, kinds);
  return kinds;
}

const kindsByAgency = new WeakMap<Subgraph, ReadonlyMap<string, IndicatorDefinition>>();

function handle(context: RequestContext, key: SeriesKey, asPublishedOn: string | null): SeriesHandle {
  const indicator = kind(context, key.indicatorId);
  return new SeriesHandle(context, {
    indicator,
    place: key.place,
    relation: 'SAME',
    dimensions: dimensionsOf(key.dimensionKey),
    asPublishedOn,
  });
}

function requirePageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > maximumPage)
    throw badUserInput(`first is ${first}: expected a number from 1 to ${maximumPage}`, 'first');
}

/** Ids of sites are in upper case or in lower, by who gave them out: RQX, court:snaresbrook-crown-court. */
const inEitherCase = (id: string) => [id, id.toUpperCase(), id.toLowerCase()];

function areaCodes({ areas = null }: SeriesPageArguments): readonly string[] | null {
  return areas?.map((code) => requireAreaCode(code, { argument: 'areas' })) ?? null;
}

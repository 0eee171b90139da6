import { indicatorIn } from '@boroughgraph/kit/datasets/indicator-in.ts';
import { dataset as firstTimeEntrants } from '../datasets/first-time-entrants.ts';
import { dataset as reoffendingByGroup } from '../datasets/reoffending-by-group.ts';
import { absenceAt } from '@boroughgraph/kit/series/absence.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { loadedSeries, requireChoice } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly, type MeasuredPlace, widerPlaces } from '@boroughgraph/kit/series/measured.ts';
import { directField, missingSeries, type SeriesField } from '@boroughgraph/kit/series/missing-series.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { MeasuredRelation } from '@boroughgraph/schema/vocabulary/core.ts';
import { courtAreasAround } from '../court-areas.ts';
import { isServing } from '../court-catchments.ts';
import { courtTimeliness } from '../datasets/court-timeliness.ts';
import { convictions, unsuccessfulOutcomes } from '../datasets/cps-outcomes-by-principal-offence.ts';
import { crownCourtOpenCases } from '../datasets/crown-court-open-cases.ts';
import { lookedAfterChildrenConvicted } from '../datasets/looked-after-children-convictions.ts';
import { provenReoffending } from '../datasets/proven-reoffending.ts';
import type {
  AreaResolvers,
  CourtDelayResolvers,
  ProsecutionResolvers,
  YouthJusticeResolvers,
} from '../generated/schema-types.ts';
import { inspectionFactKind, inspectionOfFact } from '../inspections.ts';
import { crownRegister } from './known-courts.ts';

const entrantsRate = indicatorIn(firstTimeEntrants, 'first-time-entrants-pnc-rate');
const youthReoffending = indicatorIn(reoffendingByGroup, 'youth-reoffending');

/** What criminal justice adds to an area. */
export const area: AreaResolvers = {
  __resolveReference: (reference) => reference,
  courtDelay: ({ code }) => (widerPlaces(courtTimeliness, code).length === 0 ? null : { code }),
  reoffending: ({ code }, { ageGroup }, context) => {
    const dimensions: Dimensions = ageGroup === 'ALL' ? {} : { 'age-group': slug(ageGroup) };
    return loadedInAreas(context, { indicator: provenReoffending, code, narrowings: [dimensions] });
  },
  youthJustice: ({ code }) => (measuredDirectly(lookedAfterChildrenConvicted, code) === null ? null : { code }),
  prosecution: ({ code }) => (widerPlaces(convictions, code).length === 0 ? null : { code }),
  criminalJusticeAbsences: async ({ code }, _arguments, context) => {
    const courts = (await crownRegister(context))?.courts ?? [];
    return missingSeries(context, justiceFields(code, courts.length > 0));
  },
};

/** The series that criminal justice adds to an area. */
function justiceFields(code: string, areCourtsKnown: boolean): readonly SeriesField[] {
  const around = (field: string, indicator: IndicatorDefinition) => ({
    field,
    indicator,
    code,
    places: widerPlaces(indicator, code),
  });
  return [
    { ...around('courtDelay.timeliness', courtTimeliness), places: timelinessPlaces(code) },
    {
      ...around('courtDelay.openCases', crownCourtOpenCases),
      places: courtPlaces(code),
      otherwise: areCourtsKnown ? null : { reason: 'AWAITED', text: 'No release that is loaded names a court.' },
    },
    around('reoffending', provenReoffending),
    directField('youthJustice.convictedLookedAfterChildren', lookedAfterChildrenConvicted, code),
    directField('youthJustice.firstTimeEntrants', entrantsRate, code),
    directField('youthJustice.reoffending', youthReoffending, code),
    around('prosecution.convictions', convictions),
    around('prosecution.unsuccessful', unsuccessfulOutcomes),
  ];
}

/** Where timeliness is measured around an area: nowhere, where nothing wider is. */
function timelinessPlaces(code: string): readonly MeasuredPlace[] {
  const wider = widerPlaces(courtTimeliness, code);
  return wider.length === 0 ? [] : [...wider, ...courtAreasAround(code)];
}

/** The area stands for the courts: whether any are loaded is the same for all areas. */
function courtPlaces(code: string): readonly MeasuredPlace[] {
  const relation = widerPlaces(courtTimeliness, code).length === 0 ? null : courtRelation(code);
  return relation === null ? [] : [{ place: code, relation }];
}

/** How long the courts take, as far as it is measured around an area. */
export const courtDelay: CourtDelayResolvers = {
  timeliness: async ({ code }, { tier, stage, statistic }, context) => {
    const dimensions = { tier: slug(tier), stage: slug(stage), statistic: slug(statistic) };
    const series = await loadedInAreas(context, {
      indicator: courtTimeliness,
      code,
      narrowings: [dimensions],
      nearer: courtAreasAround(code),
    });
    const published = await Promise.all(
      (series ?? []).map(async (one) => ((await one.latest()) === null ? [] : [one])),
    );
    return published.flat().length === 0 ? null : published.flat();
  },
  timelinessAbsence: async ({ code }, { tier, stage, statistic }, context) => {
    const dimensions = { tier: slug(tier), stage: slug(stage), statistic: slug(statistic) };
    const places = timelinessPlaces(code);
    const absence = await absenceAt(context, { indicator: courtTimeliness, code, places, dimensions });
    const choices = places.map((measured) => ({ indicator: courtTimeliness, ...measured, dimensions }));
    const newest = await Promise.all(choices.map((choice) => new SeriesHandle(context, choice).latest()));
    if (absence !== null || newest.some((one) => one !== null)) return absence;
    return {
      reason: 'NOT_MEASURED_HERE',
      text: `No ${statistic.toLowerCase()} is published of this stage at this tier.`,
    };
  },
  openCases: async ({ code }, _arguments, context) => {
    const relation = courtRelation(code);
    const courts = relation === null ? [] : ((await crownRegister(context))?.courts ?? []);
    if (relation === null || courts.length === 0) return null;
    const day = londonToday();
    return Promise.all(
      courts.map(async ({ id }) => {
        const serves = await isServing(context, { court: id, area: code, day });
        const found: MeasuredRelation = serves ? 'SITE_SERVING' : relation;
        return new SeriesHandle(context, { indicator: crownCourtOpenCases, place: id, relation: found });
      }),
    );
  },
};

/** How London's courts relate to an area: parts of London, and of unknown use to what lies in it. Null for a country. */
function courtRelation(code: string): MeasuredRelation | null {
  const type = areaByCode(code)?.type;
  if (type === undefined || type === 'COUNTRY') return null;
  return type === 'REGION' || type === 'CPS_AREA' ? 'PART_OF_AREA' : 'SITE_IN_WIDER_AREA';
}

/** Youth justice in an area. */
export const youthJustice: YouthJusticeResolvers = {
  inspections: async ({ code }, _arguments, context) => {
    const within = new Set([code, ...(areaByCode(code)?.members ?? [])]);
    const inspections = (await context.reading.facts('youth-justice-inspections', inspectionFactKind)).map(
      inspectionOfFact,
    );
    const held = inspections.filter(({ areas }) => areas.some((served) => within.has(served)));
    // Facts come in the order of their keys, which begin with the day.
    const newestFirst = held
      .toReversed()
      .map(({ areas, ...one }) => ({ ...one, areas: areas.map((served) => ({ code: served })) }));
    return newestFirst.length === 0 ? null : newestFirst;
  },
  convictedLookedAfterChildren: ({ code }, _arguments, context) =>
    seriesIn(context, lookedAfterChildrenConvicted, code),
  firstTimeEntrants: ({ code }, _arguments, context) => seriesIn(context, entrantsRate, code),
  reoffending: ({ code }, _arguments, context) => seriesIn(context, youthReoffending, code),
};

/** The series of the area itself; null where the indicator is not measured for this kind of area, or nothing is loaded. */
async function seriesIn(
  context: RequestContext,
  indicator: IndicatorDefinition,
  code: string,
): Promise<SeriesHandle | null> {
  const measured = measuredDirectly(indicator, code);
  return measured === null ? null : loadedSeries(context, new SeriesHandle(context, { indicator, ...measured }));
}

/** Outcomes of prosecutions around an area. */
export const prosecution: ProsecutionResolvers = {
  convictions: ({ code }, { category }, context) => outcomes(context, { indicator: convictions, code, category }),
  unsuccessful: ({ code }, { category }, context) =>
    outcomes(context, { indicator: unsuccessfulOutcomes, code, category }),
};

function outcomes(
  context: RequestContext,
  {
    indicator,
    code,
    category,
  }: { readonly indicator: IndicatorDefinition; readonly code: string; readonly category?: string | null | undefined },
): Promise<readonly SeriesHandle[] | null> {
  const every = indicator.dimensions.flatMap(({ choices }) => choices.map(({ value }) => value));
  const categories = category == null ? every : [requireChoice(indicator, 'category', category)];
  return loadedInAreas(context, { indicator, code, narrowings: categories.map((value) => ({ category: value })) });
}

/** What of an indicator is asked for around an area. */
interface AreaRequest {
  readonly indicator: IndicatorDefinition;
  readonly code: string;
  readonly narrowings: readonly Dimensions[];
  /** Places beside London and what is wider, which stand behind those. @default [] */
  readonly nearer?: readonly MeasuredPlace[];
}

/** The series of each narrowing in London and each wider area on which an indicator is measured; null while none is loaded. */
async function loadedInAreas(
  context: RequestContext,
  { indicator, code, narrowings, nearer = [] }: AreaRequest,
): Promise<readonly SeriesHandle[] | null> {
  const handles = [...widerPlaces(indicator, code), ...nearer].flatMap((measured) =>
    narrowings.map((dimensions) => new SeriesHandle(context, { indicator, ...measured, dimensions })),
  );
  const loaded = await Promise.all(handles.map((handle) => loadedSeries(context, handle)));
  const known = loaded.filter((handle) => handle !== null);
  return known.length === 0 ? null : known;
}

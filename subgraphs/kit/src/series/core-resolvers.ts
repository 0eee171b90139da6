import type {
  AgencyResolvers,
  CharacteristicHoldingResolvers,
  DatasetResolvers,
  DimensionValueResolvers,
  HoldingResolvers,
  IndicatorChangesResolvers,
  ObservationResolvers,
  SeriesEventResolvers,
  SeriesResolvers,
} from '../generated/core-types.ts';
import { describeAccess } from '../datasets/retention.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import { requireAll, requireLast, requireRange } from './argument-checks.ts';
import { dateScalar, dateTimeScalar } from './scalars.ts';
import { AgencyModel, publicIndicator } from './agency.ts';
import type { RequestContext } from './context.ts';
import { datasetOf } from './dataset-model.ts';
import { comparatorsOf } from './comparators.ts';
import { type DimensionValueModel, valueOf } from './dimension-value.ts';
import { extentOfValue, type PeriodExtent } from './holding.ts';
import { areaReference } from './measured.ts';
import { statementOf } from './statement.ts';
import { levelOf } from './series-level.ts';

const series: SeriesResolvers = {
  indicator: (handle, _arguments, context) => publicIndicator(handle.indicator, context),
  area: (handle) => areaReference(handle.place),
  site: (handle, _arguments, context) =>
    areaTypeOf(handle.place) === null ? context.reading.sites.load(handle.place) : null,
  relation: (handle) => handle.relation,
  directlyMeasured: (handle) => handle.relation === 'SAME',
  dimensions: ({ indicator, dimensions }) =>
    indicator.dimensions.flatMap(({ id, choices }) =>
      choices.filter(({ value }) => value === dimensions[id]).map((choice) => valueOf(indicator, id, choice)),
    ),
  periodType: (handle) => handle.indicator.grid.type,
  firstPeriod: async (handle) => (await handle.extent()).firstPeriod,
  lastPeriod: async (handle) => (await handle.extent()).lastPeriod,
  observations: (handle, { during, last }) => {
    requireAll(
      () => requireRange(during),
      () => requireLast(last),
    );
    return handle.observations(during ?? null, last ?? null);
  },
  latest: (handle) => handle.latest(),
  periodIds: async (handle, { during }) => (await handle.columns(requireRange(during))).map(({ period }) => period.id),
  values: async (handle, { during }) =>
    (await handle.columns(requireRange(during))).map(({ reading }) => reading.value),
  statuses: async (handle, { during }) =>
    (await handle.columns(requireRange(during))).map(({ reading }) => reading.status),
  flags: async (handle, { during }) => (await handle.observed(requireRange(during))).map(({ flags }) => flags),
  lowers: async (handle, { during }) => (await handle.observed(requireRange(during))).map(({ lower }) => lower),
  uppers: async (handle, { during }) => (await handle.observed(requireRange(during))).map(({ upper }) => upper),
  numerators: async (handle, { during }) =>
    (await handle.observed(requireRange(during))).map(({ numerator }) => numerator),
  denominators: async (handle, { during }) =>
    (await handle.observed(requireRange(during))).map(({ denominator }) => denominator),
  releaseIds: async (handle, { during }) =>
    (await handle.observed(requireRange(during))).map(({ release }) => release?.id ?? null),
  isSynthetic: (handle) => handle.isSynthetic(),
  isWorkedOut: (handle) => handle.isDerived,
  level: ({ indicator, dimensions }) => levelOf(indicator, dimensions),
  breaks: (handle) => handle.breaks(),
  events: (handle) => handle.events(),
  caveats: (handle) => handle.caveats(),
  trend: (handle) => handle.trend(),
  controlChart: (handle) => handle.controlChart(),
  comparators: (handle, { kinds }) => comparatorsOf(handle, kinds ?? null),
  statement: (handle, _arguments, context) => statementOf(handle, context),
  dataset: (handle, _arguments, context) => datasetOf(handle.indicator, context),
};

const holding: HoldingResolvers = {
  isHeld: (model) => model.isHeld(),
  firstPeriod: async (model) => (await model.extent()).firstPeriod,
  lastPeriod: async (model) => (await model.extent()).lastPeriod,
  periods: (model) => model.periods(),
  areas: (model) => model.areas(),
  sites: (model) => model.sites(),
  isSynthetic: (model) => model.isSynthetic(),
  nextDue: (model) => model.nextDue(),
  absence: (model) => model.absence(),
};

const seriesEvent: SeriesEventResolvers = {
  to: ({ to }) => to ?? null,
  isPlanned: ({ isPlanned }) => isPlanned ?? false,
};

const characteristicHolding: CharacteristicHoldingResolvers = {
  state: (model) => model.state(),
};

const dimensionValue: DimensionValueResolvers = {
  firstPeriod: async (one, _arguments, context) => (await periodsOfValue(one, context))?.firstPeriod ?? null,
  lastPeriod: async (one, _arguments, context) => (await periodsOfValue(one, context))?.lastPeriod ?? null,
};

async function periodsOfValue(one: DimensionValueModel, context: RequestContext): Promise<PeriodExtent | null> {
  return one.of === undefined ? null : extentOfValue(context, one.of, one);
}

const agency: AgencyResolvers = {
  id: (_model, _arguments, context) => context.agency.name,
  name: (_model, _arguments, context) => context.agency.title,
  description: (_model, _arguments, context) => context.agency.description,
  contact: (_model, _arguments, context) => context.agency.contact,
  indicators: (model, { search, held }) => model.indicators(search, held),
  indicator: (model, { id }) => model.indicator(id),
  search: (model, wanted) => model.search(wanted),
  datasets: (model) => model.datasets(),
  dataset: (model, { id }) => model.dataset(id),
  series: (model, given) => model.series(given),
};

const dataset: DatasetResolvers = {
  id: ({ definition }) => definition.id,
  title: ({ definition }) => definition.title,
  publisher: (model) => model.publisher(),
  description: (model) => model.description(),
  licence: ({ definition }) => definition.licence,
  attribution: (model) => model.attribution(),
  designation: (model) => model.designation(),
  accessTier: ({ definition }) => definition.accessTier,
  access: ({ definition }, _arguments, context) => describeAccess(definition, context.agency.name),
  frequency: ({ definition }) => definition.frequency,
  landingPage: ({ definition }) => definition.landingPage,
  formerIds: ({ definition }) => definition.formerIds ?? [],
  disclosurePolicy: ({ definition: { disclosurePolicy: policy } }) => ({
    ...policy,
    safeStatistics: policy.safeStatistics ?? [],
    exemptAreaTypes: policy.exemptAreaTypes ?? [],
    linkedTables: policy.linkedTables ?? [],
  }),
  changes: (model, { from, to, indicators }) => model.changes({ from, to: to ?? null, indicators: indicators ?? null }),
  latestRelease: (model) => model.latestRelease(),
  releases: async (model, { last }) => (await model.releases()).slice(0, requireLast(last) ?? undefined).toReversed(),
};

const observation: ObservationResolvers = {
  history: ({ editions }, { last }) => newest(editions?.() ?? [], last),
};

const indicatorChanges: IndicatorChangesResolvers = {
  indicator: ({ indicator }, _arguments, context) => publicIndicator(indicator, context),
  periods: ({ periods }, { last }) => newest(periods, last),
};

/** The newest entries of a list that begins with the oldest. */
const newest = <T>(list: readonly T[], last: number) => list.slice(Math.max(0, list.length - (requireLast(last) ?? 0)));

/** A dataset of an agency, found by its id alone; null for an id of none. */
export const ownDatasetResolvers = {
  ...dataset,
  __resolveReference: ({ id }: { readonly id: string }, context: RequestContext) =>
    new AgencyModel(context).dataset(id),
};

/** What an agency has in the catalogue of the whole graph. */
export const ownCatalogueResolvers = {
  __resolveReference: ({ id }: { readonly id: string }) => ({ id }),
  agency: (_own: unknown, _arguments: unknown, context: RequestContext) => new AgencyModel(context),
};

/** The resolvers of the vocabulary that every subgraph repeats; `indicatorType` is the one type by which the agency describes what it measures. */
export function coreResolvers<T extends string>(indicatorType: T) {
  return {
    Date: dateScalar,
    DateTime: dateTimeScalar,
    Agency: agency,
    CharacteristicHolding: characteristicHolding,
    Dataset: dataset,
    DimensionValue: dimensionValue,
    Holding: holding,
    IndicatorChanges: indicatorChanges,
    Observation: observation,
    Series: series,
    SeriesEvent: seriesEvent,
    Indicator: { __resolveType: () => indicatorType },
  };
}

import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { loadedSeries } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { missingSeries } from '@boroughgraph/kit/series/missing-series.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { siteFactKind, siteOfFact } from '@boroughgraph/kit/store/site.ts';
import { accidentAndEmergencyId, attendances, waitsOverFourHours } from '../datasets/accident-and-emergency.ts';
import type { ProviderResolvers, QueryResolvers } from '../generated/schema-types.ts';
import type { DepartmentType } from '../generated/vocabulary.ts';
import { type ProviderRecord, providersFrom, reportingFactKind } from '../provider.ts';

/** Every provider that a release names, in the order of their codes; null where nothing is loaded. */
export const healthProviders: NonNullable<QueryResolvers['healthProviders']> = async (_root, _arguments, context) => {
  const providers = await providersOf(context);
  return providers.length === 0 ? null : providers;
};

/** The provider with a code; null where no release names it. */
export const healthProvider: NonNullable<QueryResolvers['healthProvider']> = (_root, { id }, context) =>
  providerOf(context, id);

/** An NHS provider and what is measured there. */
export const provider: ProviderResolvers = {
  __resolveReference: ({ id }, context) => providerOf(context, id),
  attendances: ({ id }, { department }, context) =>
    loadedSeries(
      context,
      new SeriesHandle(context, { indicator: attendances, ...siteChoice(id), dimensions: narrowing(department) }),
    ),
  waitsOverFourHours: ({ id }, { department }, context) =>
    loadedSeries(
      context,
      new SeriesHandle(context, {
        indicator: waitsOverFourHours,
        ...siteChoice(id),
        dimensions: narrowing(department),
      }),
    ),
  absences: ({ id }, _arguments, context) => absencesOf(context, id),
};

/** The two fields of a provider whose series it may lack. */
function absencesOf(context: RequestContext, id: string) {
  const field = (name: string, indicator: IndicatorDefinition) => ({
    field: name,
    indicator,
    code: id,
    places: [siteChoice(id)],
  });
  return missingSeries(context, [field('attendances', attendances), field('waitsOverFourHours', waitsOverFourHours)]);
}

/** What is measured at a provider is measured there directly. */
const siteChoice = (id: string) => ({ place: id, relation: 'SAME' }) as const;

/** The dimension values are named as the enum's values are; every department together is no value among them. */
const narrowing = (department: DepartmentType): Dimensions =>
  department === 'ALL' ? {} : { department: slug(department) };

/** Every provider that a release names, in the order of their codes. */
export async function providersOf(context: RequestContext): Promise<readonly ProviderRecord[]> {
  const [sites, reporting] = await Promise.all([
    context.reading.allFacts(accidentAndEmergencyId, siteFactKind),
    context.reading.allFacts(accidentAndEmergencyId, reportingFactKind),
  ]);
  return providersFrom(sites.map(siteOfFact), reporting);
}

async function providerOf(context: RequestContext, id: string): Promise<ProviderRecord | null> {
  return (await providersOf(context)).find((candidate) => candidate.id === id.toUpperCase()) ?? null;
}

import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { loadedSeries } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly } from '@boroughgraph/kit/series/measured.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { population } from './datasets/borough-profiles.ts';
import { childrenPopulation } from './datasets/children-population.ts';
import { midYearPopulation } from './datasets/mid-year-population-estimates.ts';
import type { PopulationEstimate } from '@boroughgraph/kit/generated/core-types.ts';

/** What is known of residents, and in what words its source is named before the year; of one year and age band, the first that has it. */
const measures = [
  { indicator: midYearPopulation, ageBand: 'ALL_AGES', source: 'ONS mid-year population estimate' },
  { indicator: population, ageBand: 'ALL_AGES', source: 'GLA population estimate' },
  { indicator: childrenPopulation, ageBand: 'AGED_0_TO_17', source: 'ONS mid-year population estimate' },
] as const;

/**
 * Residents of an area by year and age band, oldest year first, all ages before children; null where none are known.
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function populationEstimates(
  code: string,
  context: RequestContext,
): Promise<readonly PopulationEstimate[] | null> {
  const estimates = await Promise.all(measures.map((measure) => estimatesOf(measure, code, context)));
  const known = withoutReplaced(estimates.flat()).toSorted((a, b) => a.year - b.year);
  return known.length === 0 ? null : known;
}

/** One estimate a year and age band; none that is made up beside one of the same age band that is real. */
function withoutReplaced(estimates: readonly PopulationEstimate[]): readonly PopulationEstimate[] {
  const real = new Set(estimates.filter(({ isSynthetic }) => !isSynthetic).map(({ ageBand }) => ageBand));
  const wanted = estimates.filter(({ ageBand, isSynthetic }) => !isSynthetic || !real.has(ageBand));
  const isFirst = ({ year, ageBand }: PopulationEstimate, index: number) =>
    wanted.findIndex((other) => other.year === year && other.ageBand === ageBand) === index;
  return wanted.filter(isFirst);
}

async function estimatesOf(
  { indicator, ageBand, source }: (typeof measures)[number],
  code: string,
  context: RequestContext,
): Promise<readonly PopulationEstimate[]> {
  const measured = measuredDirectly(indicator, code);
  const handle = measured === null ? null : new SeriesHandle(context, { indicator, ...measured });
  const loaded = handle === null ? null : await loadedSeries(context, handle);
  const observations = loaded === null ? [] : await loaded.observations();
  return observations.flatMap(({ period, value, flags, release }) => {
    if (value === null || release === null) return [];
    const year = Number(period.start.slice(0, 4));
    const isSynthetic = flags.includes('SYNTHETIC');
    const named = isSynthetic ? 'Made-up sample' : source;
    return [{ year, ageBand, persons: value, source: `${named} ${year}`, releaseId: release.id, isSynthetic }];
  });
}

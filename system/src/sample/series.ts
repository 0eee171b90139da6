import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimensionKey, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import type { Period } from '@boroughgraph/kit/statistics/periods.ts';
import { addendsOf } from './balance.ts';
import { combinationsOf } from './breakdown.ts';
import { SampleCounts } from './counts.ts';
import { publish } from './disclosure.ts';
import { withGap } from './gap.ts';
import { samplePeriods } from './periods.ts';
import { type SamplePlace, samplePlaces } from './places.ts';
import { countOfRate, SampleRates } from './rates.ts';
import { statisticReadings } from './statistics.ts';

/** One series of the sample, as its publisher would show it: one reading for each period, oldest first. */
export interface SampleSeries {
  readonly indicator: IndicatorDefinition;
  readonly place: SamplePlace;
  readonly dimensions: Dimensions;
  readonly periods: readonly Period[];
  readonly readings: readonly Reading[];
}

/**
 * The sample of a dataset, series by series: of each indicator that its releases store and that has a typical range. Empty for a
 * dataset whose indicators are measured on no area of the kit's table and at no site. Never throws.
 */
export function* sampleSeries(dataset: DatasetDefinition): Generator<SampleSeries> {
  for (const indicator of dataset.indicators) {
    if (indicator.isComputed === true || indicator.typicalRange === undefined) continue;
    const periods = samplePeriods(indicator.grid);
    for (const { place, dimensions, readings } of unbroken(dataset, indicator))
      yield { indicator, place, dimensions, periods, readings: withGap(readings, place, periods) };
  }
}

type UnbrokenSeries = Pick<SampleSeries, 'place' | 'dimensions' | 'readings'>;

/** The series of an indicator without the gap of the borough that supplied nothing. */
function unbroken(dataset: DatasetDefinition, indicator: IndicatorDefinition): Iterable<UnbrokenSeries> {
  const counted = countOfRate(dataset, indicator);
  if (counted !== null) return ratesOf(dataset, { rate: indicator, counted });
  return indicator.additivity === 'NON_ADDITIVE' ? statisticsOf(dataset, indicator) : countsOf(dataset, indicator);
}

function* countsOf(dataset: DatasetDefinition, indicator: IndicatorDefinition): Generator<UnbrokenSeries> {
  const sample = new SampleCounts(indicator, addendsOf(dataset, indicator));
  for (const place of samplePlaces(indicator)) {
    const counts = sample.of(place);
    const published = publish(counts, place, dataset);
    for (const [key, { dimensions }] of counts) yield { place, dimensions, readings: published.get(key) ?? [] };
  }
}

function* ratesOf(
  dataset: DatasetDefinition,
  { rate, counted }: { readonly rate: IndicatorDefinition; readonly counted: IndicatorDefinition },
): Generator<UnbrokenSeries> {
  const sample = new SampleCounts(counted);
  const rates = new SampleRates(rate, sample);
  for (const place of samplePlaces(rate)) {
    const totals = publish(sample.of(place), place, dataset).get(dimensionKey({})) ?? [];
    yield { place, dimensions: {}, readings: rates.of(place, totals) };
  }
}

function* statisticsOf(dataset: DatasetDefinition, indicator: IndicatorDefinition): Generator<UnbrokenSeries> {
  const { disclosurePolicy: policy } = dataset;
  const combinations = combinationsOf({ ...indicator, dimensions: freeDimensions(dataset, indicator) });
  for (const place of samplePlaces(indicator))
    for (const dimensions of combinations)
      yield { place, dimensions, readings: statisticReadings({ indicator, place, dimensions, policy }) };
}

/** Dimensions whose parts may be made up each for itself: by the others, the numerators of shares and rates add up. */
function freeDimensions({ structures = [] }: DatasetDefinition, { id, dimensions }: IndicatorDefinition) {
  const adding = structures.flatMap((structure) =>
    structure.kind === 'categories' && structure.indicator === id ? [structure.dimension] : [],
  );
  return dimensions.filter((dimension) => !adding.includes(dimension.id));
}

import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { dimension, type Dimensions, dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { describe, expect, it } from 'vitest';
import {
  datasetOf,
  daysAway,
  indicatorOf,
  libraries,
  members,
  membership,
  visits,
} from '../../testing/sample-datasets.ts';
import { gapBorough } from './gap.ts';
import { type SampleSeries, sampleSeries } from './series.ts';

const named = (series: readonly SampleSeries[], place: string, dimensions: Dimensions, id = series[0]?.indicator.id) =>
  series.find(
    (one) =>
      one.indicator.id === id && one.place.id === place && dimensionKey(one.dimensions) === dimensionKey(dimensions),
  );
const valuesOf = (one: SampleSeries | undefined) => (one?.readings ?? []).map(({ value }) => value);
const sumsOf = (series: readonly (SampleSeries | undefined)[]) =>
  valuesOf(series[0]).map((_, index) => series.reduce((sum, one) => sum + (valuesOf(one)[index] ?? 0), 0));

const visited = [...sampleSeries(libraries)];
const hackney = 'E09000012';

describe('Counts of the sample', () => {
  const places = ['E09000002', 'E09000033', 'E12000007', 'E13000001', 'E92000001'];

  it.each(places)('of parts add up in %s', (place) => {
    const loans = named(visited, place, { kind: 'loan' });
    expect(sumsOf([loans, named(visited, place, { kind: 'event' })])).toEqual(valuesOf(named(visited, place, {})));
    const details = ['book', 'film', 'map', 'music', 'game'].map((detail) =>
      named(visited, place, { kind: 'loan', detail }),
    );
    expect(sumsOf(details)).toEqual(valuesOf(loans));
  });

  it('of Inner and Outer London add up to London', () => {
    expect(sumsOf([named(visited, 'E13000001', {}), named(visited, 'E13000002', {})])).toEqual(
      valuesOf(named(visited, 'E12000007', {})),
    );
  });

  it('of boroughs add up to London in every month in which each supplied them', () => {
    const sums = sumsOf(boroughs.map(({ code }) => named(visited, code, {}))).slice(-12);
    expect(sums).toEqual(valuesOf(named(visited, 'E12000007', {})).slice(-12));
  });

  it('are whole, and within the typical range in every borough but the City, which is small', () => {
    for (const { code } of boroughs) {
      const values = valuesOf(named(visited, code, {})).filter((value) => value !== null);
      const scale = code === 'E09000001' ? 1 / 32 : 1;
      expect(
        values.every((value) => Number.isInteger(value) && value >= Math.floor(1000 * scale) && value <= 2000 * scale),
      ).toBe(true);
    }
  });

  it('that overlap stay below the total and do not add up to it', () => {
    const factor = dimension('factor', 'Factor', ['Gangs', 'Drugs', 'Other']);
    const series = [...sampleSeries(datasetOf([indicatorOf({ additivity: 'OVERLAPPING', dimensions: [factor] })]))];
    const [total, ...parts] = series.filter(({ place }) => place.id === 'E09000002');
    for (const part of parts)
      valuesOf(part).forEach((value, index) => {
        expect(value).toBeLessThan(valuesOf(total)[index] ?? 0);
      });
    expect(sumsOf(parts)).not.toEqual(valuesOf(total));
  });
});

describe('The gap of the sample', () => {
  const isMissing = ({ status }: Reading) => status === 'NOT_AVAILABLE';

  it('is half a year in one borough', () => {
    const series = named(visited, hackney, {});
    const missing = (series?.readings ?? []).flatMap((reading, index) =>
      isMissing(reading) ? [series?.periods[index]?.id] : [],
    );
    expect(gapBorough).toBe(hackney);
    expect(missing).toEqual(['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06']);
    expect(visited.filter(({ readings }) => readings.some(isMissing)).every(({ place }) => place.id === hackney)).toBe(
      true,
    );
  });

  it('is estimated in the areas around', () => {
    const flagged = visited.filter(({ readings }) =>
      readings.some(({ flags }) => flags?.includes('ESTIMATED') === true),
    );
    expect([...new Set(flagged.map(({ place }) => place.id))].sort()).toEqual([
      'E12000007',
      'E13000001',
      'E92000001',
      'K04000001',
    ]);
  });
});

describe('Under a policy', () => {
  const series = [...sampleSeries(membership)];
  const totals = series.filter(
    ({ indicator, dimensions }) => indicator === members && Object.keys(dimensions).length === 0,
  );

  it('no small count is shown, and some cells are withheld', () => {
    const readings = series.filter(({ indicator }) => indicator === members).flatMap((one) => one.readings);
    expect(readings.filter(({ value }) => value !== null && value > 0 && value < 6)).toEqual([]);
    expect(readings.some(({ status }) => status === 'CONFIDENTIAL')).toBe(true);
  });

  it('a withheld part is never the difference between a total and the parts that are shown', () => {
    for (const { place, periods } of totals) {
      const parts = series.filter(
        (one) => one.indicator === members && one.place === place && one.dimensions['age'] !== undefined,
      );
      periods.forEach((_, index) => {
        const hidden = parts.filter(({ readings }) => readings[index]?.status === 'CONFIDENTIAL');
        expect(hidden.length).not.toBe(1);
      });
    }
  });

  it('the rate is that of the count, and withheld with it', () => {
    for (const total of totals) {
      const rates = named(series, total.place.id, {}, 'members-rate')?.readings ?? [];
      expect(rates.map(({ numerator = null, status }) => [numerator, status])).toEqual(
        total.readings.map(({ value, status }) => [value, status]),
      );
      for (const { value, numerator, denominator } of rates)
        if (value !== null) expect(value).toBeCloseTo(((numerator ?? 0) / (denominator ?? 0)) * 10_000, 1);
    }
  });
});

describe('Statistics of the sample', () => {
  const readingsOf = (changes: Parameters<typeof indicatorOf>[0]) =>
    [...sampleSeries(datasetOf([indicatorOf({ additivity: 'NON_ADDITIVE', ...changes })]))].flatMap(
      ({ readings }) => readings,
    );

  it('lie within the typical range for every combination', () => {
    const series = [...sampleSeries(datasetOf([daysAway]))];
    expect(series).toHaveLength(4);
    expect(series.flatMap(valuesOf).every((value) => value !== null && value >= 10 && value <= 30)).toBe(true);
  });

  it('of proportions come with the numbers that they follow from', () => {
    const readings = readingsOf({ valueType: 'PROPORTION', multiplier: 100, decimals: 1, typicalRange: [60, 100] });
    for (const { value, numerator = null, denominator = null } of readings)
      if (value !== null) expect(value).toBe(Number((((numerator ?? 0) / (denominator ?? 1)) * 100).toFixed(1)));
    expect(readings.every(({ value }) => value === null || value <= 100)).toBe(true);
  });

  it('of standardised rates come with limits around them', () => {
    const readings = readingsOf({
      valueType: 'STANDARDISED_RATE',
      multiplier: 100_000,
      decimals: 1,
      typicalRange: [5_000, 12_000],
    });
    expect(
      readings.every(
        ({ value, lower, upper }) => value === null || ((lower ?? value) < value && value < (upper ?? value)),
      ),
    ).toBe(true);
  });
});

it('A computed indicator, and one that is measured on wards alone, has no sample', () => {
  const none = datasetOf(
    [indicatorOf({ isComputed: true }), indicatorOf({ areaTypes: ['WARD'] })],
    disclosurePolicies.none,
  );
  expect([...sampleSeries(none)]).toEqual([]);
});

it('Every month of a year has its own place in the yearly wave', () => {
  const london = valuesOf(named([...sampleSeries(datasetOf([visits]))], 'E12000007', {})).map(Number);
  const byMonth = Map.groupBy(
    london.map((value, index) => ({ value, month: index % 12 })),
    ({ month }) => month,
  );
  const means = [...byMonth.values()].map((year) => year.reduce((sum, { value }) => sum + value, 0) / year.length);
  // Five hundredths of the range of 1,000 up and down, for 33 boroughs: 3,300 from the lowest month to the highest.
  expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(2_000);
});

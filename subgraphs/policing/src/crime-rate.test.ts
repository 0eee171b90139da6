import { shown } from '@boroughgraph/test/support/shown.ts';
import { describe, expect, it } from 'vitest';
import { periodFromId } from '@boroughgraph/kit/statistics/periods.ts';
import { rateDerivation } from './crime-rate.ts';
import type { PopulationEstimate } from '@boroughgraph/kit/generated/core-types.ts';

const residents = (year: number, persons: number, more: Partial<PopulationEstimate> = {}): PopulationEstimate => ({
  year,
  ageBand: 'ALL_AGES',
  persons,
  source: 'Example',
  releaseId: 'example@1',
  isSynthetic: false,
  ...more,
});

const rateIn = (estimates: readonly PopulationEstimate[], month: string, offences: number | null) =>
  rateDerivation(estimates)?.derive(
    offences === null ? { value: null, status: 'NOT_AVAILABLE' } : shown({ value: offences, status: 'PUBLISHED' }),
    periodFromId(month),
  );

describe('the crime rate', () => {
  it('is offences per 1,000 residents, with both and the year of the residents', () => {
    // 500 of 200,000 are 2.5 in 1,000.
    expect(rateIn([residents(2017, 200_000)], '2017-03', 500)).toEqual({
      value: 2.5,
      status: 'PUBLISHED',
      flags: [],
      numerator: 500,
      denominator: 200_000,
      denominatorPeriod: periodFromId('S2017-06-30'),
      denominatorSource: 'Example, residents of 2017 (example@1)',
    });
  });

  it('takes its own year, or the last before it while that is not published', () => {
    const estimates = [residents(2020, 4000), residents(2011, 1000), residents(2013, 2000)];
    // 2008 has none before it, and takes the first; 2019 is nearer to 2020, and does not know it.
    const denominators = ['2008-01', '2012-06', '2013-01', '2019-12', '2025-11'].map(
      (month) => rateIn(estimates, month, 1)?.denominator,
    );
    expect(denominators).toEqual([1000, 1000, 2000, 2000, 4000]);
  });

  it('uses residents of all ages alone', () => {
    expect(rateDerivation([residents(2017, 1000, { ageBand: 'AGED_0_TO_17' })])).toBeNull();
    expect(rateDerivation([residents(2017, 0)])).toBeNull();
    expect(rateDerivation(null)).toBeNull();
  });

  it('rests on its residents and what is said of them, in whatever order they come', () => {
    const [own, later, child] = [
      residents(2017, 1000),
      residents(2018, 2000),
      residents(2018, 9, { ageBand: 'AGED_0_TO_17' }),
    ];
    const basisOf = (...estimates: readonly PopulationEstimate[]) => rateDerivation(estimates)?.basis;
    expect(basisOf(own, later)).toBe(basisOf(child, later, own));
    const others = [[own], [own, residents(2018, 2001)], [own, residents(2018, 2000, { releaseId: 'example@2' })]];
    expect(others.map((estimates) => basisOf(...estimates) === basisOf(own, later))).toEqual([false, false, false]);
  });

  it('has the gaps of the offences', () => {
    expect(rateIn([residents(2017, 1000)], '2023-09', null)).toMatchObject({ value: null, status: 'NOT_AVAILABLE' });
  });

  it('is synthetic where its residents are', () => {
    const estimates = [residents(2017, 1000, { isSynthetic: true })];
    expect(rateIn(estimates, '2017-03', 1)?.flags).toEqual(['SYNTHETIC']);
    expect(rateDerivation(estimates)?.isSynthetic).toBe(true);
  });

  it('warns when the residents are of a year more than two away', () => {
    const caveats = (month: string) => rateDerivation([residents(2017, 1000)])?.caveats(periodFromId(month)) ?? [];
    expect(caveats('2019-12')).toEqual([]);
    expect(caveats('2020-01').map(({ severity, text }) => `${severity}: ${text}`)).toEqual([
      'CAUTION: Rates of January 2020 use residents of 2017, the last year that is known: the number of residents has changed since.',
    ]);
  });
});

import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { describe, expect, it } from 'vitest';
import { impossibilityOf } from './impossible-reading.ts';
import type { IndicatorDefinition } from './indicator.ts';
import type { Reading } from './observation.ts';

const share: IndicatorDefinition = { ...libraryVisits, id: 'share', valueType: 'PROPORTION', multiplier: 100 };
const rate: IndicatorDefinition = { ...libraryVisits, id: 'rate', valueType: 'CRUDE_RATE', multiplier: 1000 };
const decile: IndicatorDefinition = {
  ...libraryVisits,
  id: 'decile',
  valueType: 'INDEX',
  possible: { low: 1, high: 10, isWhole: true },
};

const judge = (indicator: IndicatorDefinition, reading: Partial<Reading>) =>
  impossibilityOf(indicator)({ value: null, status: 'PUBLISHED', ...reading });

describe('what a value can be', () => {
  it.each<[IndicatorDefinition, number, string]>([
    [libraryVisits, -1, 'a whole number of zero or more, below 2^53, as library-visits is'],
    [libraryVisits, 1.5, 'a whole number of zero or more, below 2^53, as library-visits is'],
    [libraryVisits, 2 ** 53, 'a whole number of zero or more, below 2^53, as library-visits is'],
    [share, 100.1, 'a number from 0 to 100, as share is'],
    [rate, -0.1, 'a number of zero or more, below 2^53, as rate is'],
    [decile, 37, 'a whole number from 1 to 10, as decile is'],
    [{ ...share, valueType: 'PERCENTAGE_POINT_GAP' }, -101, 'a number from -100 to 100, as share is'],
  ])('is stated by $id: not %d', (indicator, value, expected) => {
    expect(judge(indicator, { value })).toEqual({ found: String(value), expected });
  });

  it('includes both ends, and whatever stands in place of a figure', () => {
    const possible = [judge(share, { value: 100 }), judge(decile, { value: 1 }), judge(share, { status: 'LOW_BASE' })];
    expect(possible).toEqual([null, null, null]);
  });
});

describe('limits', () => {
  it.each<[string, Partial<Reading>, string]>([
    ['above the value', { value: 40, lower: 45, upper: 50 }, 'a lower limit above the value'],
    ['below the value', { value: 40, lower: 30, upper: 35 }, 'an upper limit below the value'],
    ['upside down', { value: 40, lower: 50, upper: 30 }, 'limits upside down'],
    ['that cannot be', { value: 40, lower: -3, upper: 50 }, 'a limit of -3'],
  ])('may not lie %s', (_what, reading, found) => {
    expect(judge(share, reading)?.found).toBe(found);
  });

  it('may be printed finer than the value, which was rounded beyond one of them', () => {
    expect(judge(share, { value: 3, lower: 3.2, upper: 3.4 })).toBeNull();
  });
});

describe('a share or rate beside its numerator and denominator', () => {
  it.each<[IndicatorDefinition, number, number, number]>([
    [share, 12, 24, 200],
    [share, 33.3, 1, 3],
    // From numbers that are printed rounded.
    [share, 33.4, 1, 3],
    // 16.666… is printed without decimals.
    [share, 17, 1, 6],
    [rate, 2.35, 47, 20_000],
  ])('may be what follows from them, as printed: $id of %d', (indicator, value, numerator, denominator) => {
    expect(judge(indicator, { value, numerator, denominator })).toBeNull();
  });

  it.each<[IndicatorDefinition, number, number, number]>([
    [share, 13, 24, 200],
    [share, 33.8, 1, 3],
    [share, 100, 3, 2],
    [share, 0, 0, 0],
    [rate, 24, 47, 20_000],
  ])('may be no other: $id of %d', (indicator, value, numerator, denominator) => {
    expect(judge(indicator, { value, numerator, denominator })).not.toBeNull();
  });

  it('is not compared where its publisher rounded or estimated one of them', () => {
    expect(judge(share, { value: 13, numerator: 20, denominator: 200, flags: ['ROUNDED'] })).toBeNull();
  });

  it('is not compared where it is adjusted', () => {
    expect(judge({ ...rate, valueType: 'STANDARDISED_RATE' }, { value: 13, numerator: 1, denominator: 2 })).toBeNull();
  });

  it('is refused with a number that no count can be', () => {
    expect(judge(rate, { value: 13, denominator: -1 })?.found).toBe('-1');
    expect(judge(share, { value: 35, numerator: 3.5, denominator: 10 })?.found).toBe('a numerator of 3.5');
  });

  it('may be of weighted answers, or of parts of a post', () => {
    const parts = { value: 35, numerator: 3.5, denominator: 10 };
    expect(judge({ ...share, attributionBasis: 'RESIDENCE_OF_RESPONDENT' }, parts)).toBeNull();
    expect(judge({ ...share, attributionBasis: 'EMPLOYER' }, parts)).toBeNull();
  });
});

it('A count beside another numerator is refused, for it is its own', () => {
  expect(judge(libraryVisits, { value: 13, numerator: 12 })?.found).toBe('another numerator than the count itself');
  expect(judge(libraryVisits, { value: 13, numerator: 13 })).toBeNull();
});

it('A figure of which nobody reported is refused, and zero, or no figure, is not', () => {
  const coverage = { reporting: 0, expected: 28 };
  expect(judge(libraryVisits, { value: 13, coverage })?.found).toBe('a figure of which nobody reported');
  expect(judge(libraryVisits, { value: 0, coverage })).toBeNull();
  expect(judge(libraryVisits, { status: 'NOT_AVAILABLE', coverage })).toBeNull();
  expect(judge(libraryVisits, { value: 13, coverage: { reporting: null, expected: 28 } })).toBeNull();
});

import { monthlyCount, pointsFrom, within, yearlyRate } from '@boroughgraph/test/support/series-points.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type ComparisonInput } from './comparison.ts';
import type { SeriesPoint } from './comparable-points.ts';
import type { Reading } from './observation.ts';

const year = { type: 'FINANCIAL_YEAR' } as const;
const inYear = (reading: Reading, id = 'FY2024-25'): SeriesPoint | null => pointsFrom(year, id, [reading])[0] ?? null;
const exact = (value: number): Reading => ({ value, status: 'PUBLISHED' });

function compared(changes: Partial<ComparisonInput>) {
  return compare({
    own: inYear(within(12, 1)),
    other: inYear(exact(10)),
    otherIs: 'reference',
    isSameArea: false,
    measure: yearlyRate,
    breaks: [],
    ...changes,
  });
}

describe('a value beside a reference', () => {
  it('says by what it was compared', () => {
    // 11 to 13 leaves out 10, which is lower, and low is good.
    expect(compared({})).toEqual({
      outcome: 'WORSE',
      difference: 2,
      method: 'Whether the 95% confidence interval of the value holds the one compared with: published limits.',
      reason: null,
      coverage: null,
    });
  });

  it.each([
    ['LOW_IS_GOOD', 'WORSE', 'BETTER'],
    ['HIGH_IS_GOOD', 'BETTER', 'WORSE'],
    ['REPORTING_VOLUME', 'HIGHER', 'LOWER'],
    ['NO_JUDGEMENT', 'HIGHER', 'LOWER'],
    ['SMALLER_GAP_IS_GOOD', 'WORSE', 'BETTER'],
  ] as const)('is judged by %s: above is %s, below is %s', (polarity, above, below) => {
    const measure = { ...yearlyRate, polarity };
    const outcome = (value: number) => compared({ measure, own: inYear(within(value, 1)) }).outcome;
    expect([outcome(12), outcome(8)]).toEqual([above, below]);
  });

  it('is similar where its interval holds it, ends included', () => {
    for (const value of [9, 9.5, 10, 11])
      expect(compared({ own: inYear(within(value, 1)) })).toMatchObject({ outcome: 'SIMILAR', difference: value - 10 });
  });

  it('differs by what a reader works out from the two figures', () => {
    expect(compared({ own: inYear(within(39.6, 6)), other: inYear(exact(40.5)) }).difference).toBe(-0.9);
  });

  it('has the outcome that its three numbers give', () => {
    const number = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(number, number, number, (value, halfWidth, reference) => {
        const { outcome } = compared({ own: inYear(within(value, halfWidth)), other: inYear(exact(reference)) });
        const isFar = Math.abs(value - reference) > halfWidth;
        expect(outcome).toBe(!isFar ? 'SIMILAR' : value > reference ? 'WORSE' : 'BETTER');
      }),
      { seed: 20251121 },
    );
  });
});

describe('a value beside an estimate', () => {
  const before = (value: number, halfWidth: number) =>
    compared({ other: inYear(within(value, halfWidth), 'FY2023-24'), otherIs: 'estimate', isSameArea: true });

  it('differs where their difference is more than chance explains, though their intervals may overlap', () => {
    // Standard errors of 1 / 1.96 each: the two differ at 95% where they are more than √2 apart, and their intervals do not overlap from 2 on.
    expect(before(10.5, 1)).toMatchObject({
      outcome: 'WORSE',
      method: 'Whether the two values differ at 95%: standard errors from published limits.',
    });
    expect(before(10.6, 1).outcome).toBe('SIMILAR');
  });

  const months = (value: number, id: string, changes: Partial<Reading> = {}) =>
    pointsFrom({ type: 'MONTH' }, id, [{ value, status: 'PUBLISHED', ...changes }])[0] ?? null;
  const afterYear = (value: number, earlier: number, changes: Partial<Reading> = {}) =>
    compared({
      own: months(value, '2025-03', changes),
      other: months(earlier, '2024-03', changes),
      otherIs: 'estimate',
      isSameArea: true,
      measure: monthlyCount,
    }).outcome;

  it('may be a count of the same area', () => {
    // 127 less 100 is 27, less than 1.96 · √227 = 29.5; 140 less 100 is 40, more than 1.96 · √240 = 30.4, though Byar's limits of the
    // two, 81.4 to 121.6 and 117.8 to 165.2, overlap.
    expect([afterYear(127, 100), afterYear(140, 100), afterYear(100, 140)]).toEqual(['SIMILAR', 'WORSE', 'BETTER']);
  });

  it('may be a few events, which are tested exactly', () => {
    // Of seven events all, 2 · 0.5^7 = 1.6%; of five, 2 · 0.5^5 = 6.3%.
    expect([afterYear(7, 0), afterYear(5, 0), afterYear(0, 7), afterYear(0, 0)]).toEqual([
      'WORSE',
      'SIMILAR',
      'BETTER',
      'SIMILAR',
    ]);
  });

  it('may be rounded, by which much less is certain', () => {
    // 60 and 40 differ by 20 > 1.96 · √100 = 19.6; rounded to ten, they may differ by 10.
    expect([afterYear(60, 40), afterYear(60, 40, { flags: ['ROUNDED'] })]).toEqual(['WORSE', 'SIMILAR']);
  });

  it('may be a share', () => {
    const measure = { ...yearlyRate, valueType: 'PROPORTION', multiplier: 100 } as const;
    const share = (numerator: number, id: string) =>
      inYear({ value: numerator, status: 'PUBLISHED', numerator, denominator: 100 }, id);
    const outcome = (numerator: number) =>
      compared({
        measure,
        own: share(numerator, 'FY2024-25'),
        other: share(30, 'FY2023-24'),
        otherIs: 'estimate',
        isSameArea: true,
      }).outcome;
    // Of 200, 44: 14 points beside 1.96 · √(0.37 · 0.63 · 2 / 100) = 13.4; 13 points beside 13.4.
    expect([outcome(44), outcome(43)]).toEqual(['WORSE', 'SIMILAR']);
  });
});

describe('a reference that was rounded', () => {
  const measure = { ...yearlyRate, valueType: 'PROPORTION', multiplier: 100 } as const;
  // None of 126: 0% to 2.96%.
  const own = inYear({ value: 0, status: 'PUBLISHED', numerator: 0, denominator: 126 });
  const outcome = (other: Reading, roundedTo: number) => compared({ measure, own, other: inYear(other), roundedTo });

  it('is what the counts beside it make it', () => {
    // Printed as 3, and 130 of 4,810 are 2.70%.
    const other: Reading = { value: 3, status: 'PUBLISHED', numerator: 130, denominator: 4810 };
    expect(outcome(other, 1)).toMatchObject({
      outcome: 'SIMILAR',
      difference: -3,
      method:
        "Whether the 95% confidence interval of the value holds the one compared with: Wilson's limits of shares; the other as its counts make it.",
    });
    // Counts of another thing are not used: 9%.
    expect(outcome({ ...other, numerator: 430 }, 0.01).outcome).toBe('BETTER');
  });

  it('may lie anywhere that is rounded to what was printed, without counts', () => {
    expect(outcome(exact(3), 1)).toMatchObject({
      outcome: 'SIMILAR',
      method:
        "Whether the 95% confidence interval of the value holds the one compared with: Wilson's limits of shares; the other within 0.5, by which it is rounded.",
    });
    expect([outcome(exact(3), 0.01).outcome, outcome(exact(4), 1).outcome]).toEqual(['BETTER', 'BETTER']);
  });
});

describe('two values are not compared', () => {
  const reasonOf = (changes: Partial<ComparisonInput>) => {
    const { outcome, difference, reason } = compared(changes);
    expect([outcome, difference]).toEqual(['NOT_COMPARED', null]);
    return reason;
  };

  it('where one is missing', () => {
    expect(reasonOf({ own: null })).toBe('There is no figure.');
    expect(reasonOf({ other: null })).toBe('There is no figure to compare with.');
    expect(reasonOf({ own: inYear({ value: null, status: 'CONFIDENTIAL' }) })).toBe(
      'The figure, for April 2024 to March 2025, is withheld to protect people.',
    );
    expect(reasonOf({ other: inYear({ value: null, status: 'NOT_AVAILABLE' }) })).toBe(
      'The figure to compare with, for April 2024 to March 2025, is not available.',
    );
  });

  it('where one is incomplete, or of another kind', () => {
    expect(reasonOf({ own: inYear(within(12, 1, ['PARTIAL_COVERAGE'])) })).toBe(
      'The figure for April 2024 to March 2025 is incomplete.',
    );
    expect(reasonOf({ own: inYear(within(12, 1, ['ESTIMATED'])) })).toBe(
      'Only one of the two figures is marked ESTIMATED.',
    );
  });

  it('where one rests on fewer of those who should report than are needed, and says how many', () => {
    const of = (reporting: number) =>
      inYear({ ...within(12, 1, ['PARTIAL_COVERAGE']), coverage: { reporting, expected: 28 } });
    const measure = { ...yearlyRate, coverageUnit: 'departments', neededCoverage: 0.9 };
    // 0.9 of 28 is 25.2.
    expect(compared({ own: of(25), measure })).toMatchObject({
      outcome: 'NOT_COMPARED',
      reason: 'The figure for April 2024 to March 2025 rests on 25 of 28 departments, and 26 are needed.',
      coverage: { reporting: 25, expected: 28, unit: 'departments' },
    });
    expect(compared({ own: of(28), other: of(26), measure })).toMatchObject({
      reason: null,
      coverage: { reporting: 26, expected: 28, unit: 'departments' },
    });
    expect(
      reasonOf({ other: inYear({ value: null, status: 'NOT_AVAILABLE', coverage: { reporting: 5, expected: 28 } }) }),
    ).toBe(
      'The figure to compare with, for April 2024 to March 2025, is not worked out: it would rest on 5 of 28 parts, and all are needed.',
    );
  });

  it('where one alone is to be revised', () => {
    const provisional = inYear(within(12, 1, ['PROVISIONAL']));
    expect(reasonOf({ own: provisional })).toBe('Only one of the two figures is marked PROVISIONAL.');
    expect(compared({ own: provisional, other: inYear(within(10, 0, ['PROVISIONAL'])) }).outcome).toBe('WORSE');
  });

  it.each([
    ['MODELLED', 'comes from a model, not from measurement at this place'],
    ['LOW_RELIABILITY', 'is called unreliable by its publisher'],
    ['ROUNDS_TO_ZERO', 'was rounded to zero and is not zero'],
  ] as const)('where one is marked %s, or both', (flag, phrase) => {
    const reason = `The figure for April 2024 to March 2025 ${phrase}.`;
    const marked = inYear(within(12, 1, [flag]));
    expect(reasonOf({ own: marked })).toBe(reason);
    expect(reasonOf({ other: marked })).toBe(reason);
    expect(reasonOf({ own: marked, other: marked })).toBe(reason);
  });

  it('where one was published before its period had ended', () => {
    const own = inYear(within(12, 1));
    const on = (publishedAt: string, flags: Reading['flags'] = []) =>
      own === null ? null : { ...own, publishedAt, flags };
    expect(reasonOf({ own: on('2025-01-15') })).toBe(
      'The figure for April 2024 to March 2025 was published before that time had passed.',
    );
    expect(compared({ own: on('2025-03-31') }).outcome).toBe('WORSE');
    // A plan is published ahead of its time, and is compared with plans alone.
    expect(reasonOf({ own: on('2025-01-15', ['PLANNED']) })).toBe('Only one of the two figures is marked PLANNED.');
  });

  it('where their periods overlap', () => {
    const pooled = (id: string) => pointsFrom({ type: 'POOLED_3_YEARS' }, id, [within(12, 1)])[0] ?? null;
    const given = { own: pooled('P3-2022-24'), other: pooled('P3-2021-23'), isSameArea: true };
    expect(reasonOf(given)).toBe(
      '2022 to 2024 and 2021 to 2023 share months, so that the two figures are not independent of each other.',
    );
    expect(compared({ ...given, other: pooled('P3-2019-21'), otherIs: 'estimate' }).outcome).toBe('SIMILAR');
  });

  it('where they are of different periods', () => {
    expect(reasonOf({ other: inYear(exact(10), 'FY2023-24') })).toBe(
      'The two figures are of different periods: April 2024 to March 2025, and April 2023 to March 2024.',
    );
    const calendarYear = pointsFrom({ type: 'CALENDAR_YEAR' }, 'CY2024', [10])[0] ?? null;
    expect(reasonOf({ other: calendarYear })).toBe(
      'The two figures are of different kinds of period: April 2024 to March 2025, and 2024.',
    );
  });

  it('where a break lies between them', () => {
    const earlier = { other: inYear(within(11, 1), 'FY2023-24'), otherIs: 'estimate', isSameArea: true } as const;
    const at = (day: string) => [{ at: day, kind: 'METHOD', note: 'Another method.' }] as const;
    const reason = (day: string) => `Figures before and after ${day} are not comparable.`;
    expect(reasonOf({ ...earlier, breaks: at('2024-04-01') })).toBe(reason('1 April 2024'));
    expect(reasonOf({ ...earlier, breaks: at('2023-06-01') })).toBe(reason('1 June 2023'));
    expect(compared({ ...earlier, breaks: at('2023-04-01') }).outcome).toBe('SIMILAR');
    expect(reasonOf({ ...earlier, own: inYear(within(12, 1, ['BREAK_BEFORE'])) })).toBe(
      'Figures from April 2024 to March 2025 on are not comparable with those before.',
    );
  });

  it('where they are counts of areas of different size', () => {
    expect(reasonOf({ measure: { ...yearlyRate, valueType: 'COUNT' } })).toBe(
      'The number of one area is not compared with that of another: it grows with the size of the area.',
    );
  });

  it('where no interval is known', () => {
    const reason = 'Neither confidence limits nor counts tell how much of the difference is chance.';
    expect(reasonOf({ own: inYear(exact(12)) })).toBe(reason);
    expect(reasonOf({ otherIs: 'estimate' })).toBe(reason);
  });

  it('where the caller knows why not', () => {
    const obstacle = 'An indirectly standardised rate may be compared with that of England alone.';
    expect(reasonOf({ obstacle })).toBe(obstacle);
  });
});

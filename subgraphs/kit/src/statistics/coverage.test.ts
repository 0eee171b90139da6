import { describe, expect, it } from 'vitest';
import { lowestCoverage, notWorkedOut, restingOn, tooFewReported } from './coverage.ts';
import type { Reading } from './observation.ts';

const departments = { coverageUnit: 'departments', neededCoverage: 0.9 };
const of = (reporting: number | null, expected: number | null) => ({ coverage: { reporting, expected } });

describe('too few reported', () => {
  it.each([
    // 0.9 of 28 is 25.2, of 10 exactly 9.
    [of(25, 28), 'rests on 25 of 28 departments, and 26 are needed'],
    [of(26, 28), null],
    [of(8, 10), 'rests on 8 of 10 departments, and 9 are needed'],
    [of(9, 10), null],
    [of(1, 2), 'rests on 1 of 2 departments, and all are needed'],
    [of(0, 1), 'rests on 0 of 1 departments, and all are needed'],
    [of(0, 0), null],
    [of(null, 28), null],
    [{}, null],
    [{ flags: ['PARTIAL_COVERAGE'] as const }, 'is incomplete'],
    [{ ...of(null, 28), flags: ['PARTIAL_COVERAGE'] as const }, 'is incomplete'],
    [{ ...of(27, 28), flags: ['PARTIAL_COVERAGE'] as const }, null],
  ])('of %j: %s', (covered, reason) => {
    expect(tooFewReported(departments, covered)).toBe(reason);
  });

  it('where any is missing, unless an indicator needs fewer', () => {
    expect(tooFewReported({}, of(11, 12))).toBe('rests on 11 of 12 parts, and all are needed');
    expect(tooFewReported({}, of(12, 12))).toBeNull();
  });
});

describe('what is worked out from a figure', () => {
  const rate: Reading = { value: 2.5, status: 'PUBLISHED', numerator: 5, denominator: 2000 };

  it('has its coverage', () => {
    expect(restingOn(departments, of(27, 28), rate)).toEqual({ ...rate, ...of(27, 28) });
    expect(restingOn(departments, {}, rate)).toBe(rate);
  });

  it('is none where too few reported, and nothing beside it tells it', () => {
    const none = restingOn(departments, of(5, 28), rate);
    expect(none).toEqual({ value: null, status: 'NOT_AVAILABLE', ...of(5, 28) });
    expect(notWorkedOut(departments, none)).toBe(
      'is not worked out: it would rest on 5 of 28 departments, and 26 are needed',
    );
  });

  it('is none where nobody knows how many reported', () => {
    const none = restingOn(departments, { flags: ['PARTIAL_COVERAGE'] }, rate);
    expect(none).toEqual({ value: null, status: 'NOT_AVAILABLE', ...of(null, null) });
    expect(notWorkedOut(departments, none)).toBe('is not worked out: what it rests on is incomplete');
  });

  it('stays withheld where its figure is', () => {
    const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };
    expect(restingOn(departments, withheld, withheld)).toBe(withheld);
    expect(notWorkedOut(departments, { value: null, status: 'NOT_AVAILABLE' } as Reading)).toBeNull();
  });
});

it('is, of several, the lowest, and one that nobody knows before all', () => {
  const [low, high, unknown] = [of(9, 10), of(28, 28), of(null, 4)].map(({ coverage }) => coverage);
  expect(lowestCoverage([high, low, null])).toEqual(low);
  expect(lowestCoverage([low, unknown, high])).toEqual(unknown);
  expect(lowestCoverage([null, undefined])).toBeNull();
});

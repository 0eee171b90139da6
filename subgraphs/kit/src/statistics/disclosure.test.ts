import { describe, expect, it } from 'vitest';
import { disclosurePolicies, protectCount, protectStatistic } from './disclosure.ts';
import type { Reading } from './observation.ts';

const education = disclosurePolicies['dfe-1-5'];
const withheld = { value: null, status: 'CONFIDENTIAL' };
const count = (value: number): Reading => ({ value, status: 'PUBLISHED' });
const rate = (value: number, numerator: number | null): Reading => ({
  value,
  status: 'PUBLISHED',
  numerator,
  denominator: 1000,
  lower: 1,
  upper: 2,
});

describe('disclosure', () => {
  it.each([1, 5])('withholds a count of %d under a policy of 1 to 5', (value) => {
    expect(protectCount(education, count(value))).toEqual(withheld);
  });

  it.each([0, 6])('shows a count of %d', (value) => {
    expect(protectCount(education, count(value))).toEqual(count(value));
  });

  it('withholds a zero where a policy hides zeros', () => {
    expect(protectCount({ ...education, zerosShown: false }, count(0))).toEqual(withheld);
  });

  it('withholds a rate, its limits, numerator and denominator with the count that it rests on', () => {
    expect(protectStatistic(education, rate(3.2, 3))).toEqual(withheld);
    expect(protectStatistic(education, rate(6.1, 6))).toEqual(rate(6.1, 6));
  });

  it('leaves a statistic alone whose count its publisher does not give', () => {
    expect(protectStatistic(education, rate(3.2, null))).toEqual(rate(3.2, null));
  });

  it('leaves alone what is not published', () => {
    expect(protectCount(education, { value: null, status: 'NOT_AVAILABLE' })).toEqual({
      value: null,
      status: 'NOT_AVAILABLE',
    });
  });

  it('shows everything under the policy that withholds nothing', () => {
    expect([0, 1, 2].map((value) => protectCount(disclosurePolicies.none, count(value)).value)).toEqual([0, 1, 2]);
  });
});

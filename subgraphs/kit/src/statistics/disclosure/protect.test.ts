import { describe, expect, it } from 'vitest';
import { disclosurePolicies } from './policy.ts';
import { protectCount, protectReading } from './protect.ts';
import type { Reading } from '../observation.ts';

const education = disclosurePolicies['dfe-1-5'];
const withheld = { value: null, status: 'CONFIDENTIAL' };
const count = (value: number): Reading => ({ value, status: 'PUBLISHED' });
const percentage = { valueType: 'PROPORTION', multiplier: 100 } as const;
const share = (value: number, numerator: number | null, denominator: number | null = 1000): Reading => ({
  value,
  status: 'PUBLISHED',
  numerator,
  denominator,
  lower: 1,
  upper: 2,
});
const protectShare = (reading: Reading) => protectReading(education, percentage, reading);

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

  it('withholds a share, its limits, numerator and denominator with the count that it rests on', () => {
    expect(protectShare(share(0.5, 5))).toEqual(withheld);
    expect(protectShare(share(0.6, 6))).toEqual(share(0.6, 6));
  });

  it('withholds a share whose count is not given but follows from its denominator', () => {
    // 0.5% of 1,000 is 5, and 0.6% of them 6.
    expect(protectShare(share(0.5, null))).toEqual(withheld);
    expect(protectShare(share(0.6, null))).toEqual(share(0.6, null));
  });

  it('withholds a share of fewer people than it shows, be it none of them', () => {
    expect(protectShare(share(0, 0, 5))).toEqual(withheld);
    expect(protectShare(share(0, 0, 6))).toEqual(share(0, 0, 6));
  });

  it('shows a statistic from which no count follows', () => {
    expect(protectShare(share(3, null, null))).toEqual(share(3, null, null));
    const median = share(3, null);
    expect(protectReading(education, { valueType: 'MEDIAN', multiplier: 1 }, median)).toEqual(median);
  });

  it.each(['COUNT', 'PROPORTION'] as const)(
    'leaves of a %s that is not published its status and flags alone',
    (valueType) => {
      const reading: Reading = { ...share(3, 3), value: null, status: 'NOT_AVAILABLE', flags: ['PARTIAL_COVERAGE'] };
      expect(protectReading(education, { valueType, multiplier: 1 }, reading)).toEqual({
        value: null,
        status: 'NOT_AVAILABLE',
        flags: ['PARTIAL_COVERAGE'],
      });
    },
  );

  it('shows everything under the policy that withholds nothing', () => {
    expect([0, 1, 2].map((value) => protectCount(disclosurePolicies.none, count(value)).value)).toEqual([0, 1, 2]);
  });
});

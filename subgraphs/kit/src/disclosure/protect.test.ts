import { describe, expect, it } from 'vitest';
import { disclosurePolicies, policyForArea } from './policy.ts';
import { protectCount, protectReading, withholdReading } from './protect.ts';
import type { Reading } from '../statistics/observation.ts';

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

  it('shows a share that leaves open whether its count is small', () => {
    // 3% of 190, rounded to whole per cents, are 4.75 to 6.65: 5 or 6.
    expect(protectShare(share(3, null, 190))).toEqual(share(3, null, 190));
    // 3% of 160 are 4 to 5.6: 4 or 5.
    expect(protectShare(share(3, null, 160))).toEqual(withheld);
  });

  it('withholds a share of which few are not in it', () => {
    // 100 of 103 did, so that 3 did not; 97 of 103, so that 6 did not; all did.
    expect(protectShare(share(97.1, 100, 103))).toEqual(withheld);
    expect(protectShare(share(97.1, null, 103))).toEqual(withheld);
    expect(protectShare(share(94.2, 97, 103))).toEqual(share(94.2, 97, 103));
    expect(protectShare(share(100, 103, 103))).toEqual(share(100, 103, 103));
  });

  it('withholds a share whose numerator tells of how many it is, where few are not in it', () => {
    // 100 are 97.1% of 103; 500 are 50.3% of 994, so that 494 did not.
    expect(protectShare({ value: 97.1, status: 'PUBLISHED', numerator: 100 })).toEqual(withheld);
    expect(protectShare({ value: 50.3, status: 'PUBLISHED', numerator: 500 }).value).toBe(50.3);
  });

  it('withholds a share of all where zeros are hidden, since none is not in it', () => {
    const hidden = { ...education, zerosShown: false };
    expect(protectReading(hidden, percentage, { value: 100, status: 'PUBLISHED' })).toEqual(withheld);
    expect(protectReading(education, percentage, { value: 100, status: 'PUBLISHED' }).value).toBe(100);
  });

  it.each<[string, Reading, boolean]>([
    ['limits tell to be of 7', { value: 42.9, status: 'PUBLISHED', lower: 15.82, upper: 74.95 }, true],
    ['its numerator tells to be of 8', { value: 50, status: 'PUBLISHED', numerator: 4 }, true],
    ['its numerator tells to be of 12', { value: 50, status: 'PUBLISHED', numerator: 6 }, false],
  ])('withholds the answers of few that %s', (_, reading, isWithheld) => {
    const kept = protectReading(disclosurePolicies['under-10-respondents'], percentage, reading);
    expect(kept.status).toBe(isWithheld ? 'CONFIDENTIAL' : 'PUBLISHED');
  });

  it.each<[string, number, number, number, boolean]>([
    ['3 of 7', 42.9, 15.82, 74.95, true],
    ['20 of 22, so that 2 are not', 90.9, 72.19, 97.47, true],
    ['15 of 50', 30, 19.1, 43.75, false],
  ])('reads the limits of a share of %s', (_what, value, lower, upper, isWithheld) => {
    const reading: Reading = { value, status: 'PUBLISHED', lower, upper };
    expect(protectShare(reading)).toEqual(isWithheld ? withheld : reading);
    expect(protectReading(disclosurePolicies.none, percentage, reading)).toEqual(reading);
  });

  it('withholds a rate on few whatever its decimals, and none that may be of more', () => {
    // 46.7 per 10,000 of 642 is 3; 93.5 of them 6.
    const rate = (value: number): Reading => ({ value, status: 'PUBLISHED', denominator: 642 });
    const per10000 = { valueType: 'CRUDE_RATE', multiplier: 10_000, decimals: 1 } as const;
    expect(protectReading(education, per10000, rate(46.7))).toEqual(withheld);
    expect(protectReading(education, per10000, rate(93.5))).toEqual(rate(93.5));
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

  describe('where counts are rounded to 5 and 1 to 7 withheld', () => {
    const hospital = disclosurePolicies['hes-1-7-round-5'];
    const rate = { valueType: 'CRUDE_RATE', multiplier: 1000 } as const;

    it.each([
      [7, withheld],
      [8, { value: 10, status: 'PUBLISHED', flags: ['ROUNDED'] }],
      [12, { value: 10, status: 'PUBLISHED', flags: ['ROUNDED'] }],
      [0, { value: 0, status: 'PUBLISHED', flags: ['ROUNDED'] }],
    ])('shows of a count of %d what that leaves', (value, shown) => {
      expect(protectCount(hospital, count(value))).toEqual(shown);
    });

    it('says of a count that it is not zero, though it rounds to that', () => {
      const rounding = { ...disclosurePolicies.none, roundingBase: 5 };
      expect(protectCount(rounding, count(2))).toEqual({
        value: 0,
        status: 'PUBLISHED',
        flags: ['ROUNDED', 'ROUNDS_TO_ZERO'],
      });
    });

    it('works a rate out of the rounded count, and shows no limits', () => {
      // 12 of 2,000 are 6 per 1,000; the rounded 10 are 5.
      expect(protectReading(hospital, rate, share(6, 12, 2000))).toEqual({
        value: 5,
        status: 'PUBLISHED',
        flags: ['ROUNDED'],
        numerator: 10,
        denominator: 2000,
      });
    });

    it('works a share out of two rounded counts', () => {
      // 12 of 33 are 10 of 35.
      expect(protectReading(hospital, percentage, share(36.4, 12, 33))).toMatchObject({
        value: 1000 / 35,
        numerator: 10,
        denominator: 35,
      });
    });

    it('withholds a crude rate that cannot be worked out again, since its population is published', () => {
      expect(protectReading(hospital, rate, share(6, null, null))).toEqual(withheld);
    });

    it('shows a standardised rate and its limits, which the policy holds safe, without the count', () => {
      const standardised = { valueType: 'STANDARDISED_RATE', multiplier: 100_000 } as const;
      expect(protectReading(hospital, standardised, share(12.3, 4))).toEqual({
        value: 12.3,
        status: 'PUBLISHED',
        lower: 1,
        upper: 2,
      });
    });

    it('shows national figures as they are', () => {
      expect(protectCount(policyForArea(hospital, 'COUNTRY'), count(3))).toEqual(count(3));
      expect(protectCount(policyForArea(hospital, 'REGION'), count(3))).toEqual(withheld);
    });
  });

  describe('where a count that is shown would round to less than the policy shows', () => {
    const rounding = { ...disclosurePolicies['dfe-1-5'], roundingBase: 5 };

    it('withholds it, and so does not when it comes to figures that it has let pass', () => {
      const shown = [5, 6, 7, 8, 0].map((value) => protectCount(rounding, count(value)));
      // 6 and 7 round to 5, which is a small number.
      expect(shown.map(({ value }) => value)).toEqual([null, null, null, 10, 0]);
      expect(shown.map((reading) => protectCount(rounding, reading))).toEqual(shown);
    });

    it('withholds the rate on it', () => {
      const rate = { valueType: 'CRUDE_RATE', multiplier: 1000 } as const;
      expect(protectReading(rounding, rate, share(3.5, 7, 2000))).toEqual(withheld);
      expect(protectReading(rounding, rate, share(4, 8, 2000))).toMatchObject({ value: 5, numerator: 10 });
    });
  });

  it('withholds 0 to 4 where zeros are hidden, and a rate of zero with them', () => {
    const safeguarding = disclosurePolicies['sac-0-4-round-5'];
    expect([0, 4, 5].map((value) => protectCount(safeguarding, count(value)).value)).toEqual([null, null, 5]);
    expect(protectReading(safeguarding, percentage, share(0, null, null))).toEqual(withheld);
  });

  it('withholds the results of fewer respondents than a policy asks for', () => {
    const survey = disclosurePolicies['under-10-respondents'];
    expect([9, 10].map((base) => protectReading(survey, percentage, share(50, null, base)).value)).toEqual([null, 50]);
  });

  it('withholds a crude rate whose limits are as wide as only few events make them', () => {
    const rate = { valueType: 'CRUDE_RATE', multiplier: 1000 } as const;
    // By exact Poisson, 4 events have limits of 0.27 and 2.56 times their rate; 25 by Byar of 0.65 and 1.48 times.
    const of = (lower: number, upper: number): Reading => ({ value: 10, status: 'PUBLISHED', lower, upper });
    expect(protectReading(education, rate, of(2.7, 25.6))).toEqual(withheld);
    expect(protectReading(education, rate, of(6.5, 14.8))).toEqual(of(6.5, 14.8));
  });

  it('leaves of what is withheld only the flags of its whole series, whoever withheld it', () => {
    const flags = [
      'PROVISIONAL',
      'REVISED',
      'ROUNDS_TO_ZERO',
      'LOW_RELIABILITY',
      'COMPOSITE_AREA',
      'SYNTHETIC',
    ] as const;
    const bare = { value: null, status: 'CONFIDENTIAL', flags: ['COMPOSITE_AREA', 'SYNTHETIC'] };
    expect(withholdReading({ value: 90, status: 'PUBLISHED', flags })).toEqual(bare);
    expect(protectCount(education, { value: null, status: 'CONFIDENTIAL', flags })).toEqual(bare);
  });

  it('shows half of a post under the policy that withholds nothing', () => {
    expect(protectCount(disclosurePolicies.none, count(0.5))).toEqual(count(0.5));
  });
});

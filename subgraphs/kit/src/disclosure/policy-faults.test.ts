import { describe, expect, it } from 'vitest';
import { findPolicyFaults } from './policy-faults.ts';
import { disclosurePolicies, type DisclosurePolicy, nothingBesides } from './policy.ts';

const own: DisclosurePolicy = {
  id: 'my-team-1-4',
  description: 'Counts of 1 to 4 are withheld.',
  minimumCount: 5,
  zerosShown: true,
  roundingBase: null,
  secondarySuppression: true,
};
const firstWords = (policy: DisclosurePolicy) => findPolicyFaults(policy).map((sentence) => sentence.split(' ', 1)[0]);

describe("an owner's policy", () => {
  it.each(Object.values(disclosurePolicies))('that is the preset $id has no faults', (policy) => {
    expect(findPolicyFaults(policy)).toEqual([]);
  });

  it.each(Object.values<DisclosurePolicy>(disclosurePolicies))(
    'that is the preset $id says what it gives up',
    (policy) => {
      const givesUp = policy.minimumCount > 1 && !policy.secondarySuppression;
      expect(policy.description.includes(nothingBesides)).toBe(givesUp);
    },
  );

  it('may be written anew', () => {
    expect(findPolicyFaults(own)).toEqual([]);
  });

  it('is told what is wrong with the form of each field, and what was there', () => {
    const wrong = {
      ...own,
      id: 'My Team',
      description: ' ',
      minimumCount: 4.5,
      roundingBase: 1,
      minimumDenominator: 0,
    };
    expect(firstWords(wrong)).toEqual(['id', 'description', 'minimumCount', 'roundingBase', 'minimumDenominator']);
    expect(findPolicyFaults({ ...own, roundingBase: 1 })).toEqual([
      'roundingBase is a whole number from 2, or null; this is 1.',
    ]);
  });

  it.each<[string, Partial<DisclosurePolicy>]>([
    ['minimumCount', { minimumCount: 2 }],
    ['zerosShown', { minimumCount: 1, zerosShown: false, secondarySuppression: false }],
    ['secondarySuppression', { minimumCount: 1 }],
    ['safeStatistics', { safeStatistics: ['COUNT'] }],
    ['safeStatistics', { safeStatistics: ['CRUDE_RATE'] }],
  ])('is told that %s does not protect: %j', (field, change) => {
    expect(firstWords({ ...own, ...change })).toEqual([field]);
  });
});

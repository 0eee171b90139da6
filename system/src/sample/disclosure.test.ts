import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { expect, it } from 'vitest';
import { publish } from './disclosure.ts';

const boroughs = ['E09000001', 'E09000002'];

/** What is shown of one period, the total first: `c` where it is withheld. */
function shown(
  disclosurePolicy: DisclosurePolicy,
  numbers: readonly number[],
  parts: readonly string[] = ['E09000001'],
) {
  const series = numbers.map((count, index) => ({
    dimensions: index === 0 ? {} : { source: String(index) },
    counts: [count],
  }));
  const counts = new Map(series.map((one) => [dimensionKey(one.dimensions), one]));
  const place = { id: 'E12000007', siteName: null, parts, factor: 1 };
  const published = publish(counts, place, { disclosurePolicy, roundedTo: 10 });
  return [...published.values()].map(([reading]) => (reading?.status === 'CONFIDENTIAL' ? 'c' : reading?.value));
}

it('Small counts alone are withheld: the loader sees to what follows', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [60, 3, 20, 30, 7, 0])).toEqual([60, 'c', 20, 30, 7, 0]);
});

it('A policy that rounds rounds what it shows', () => {
  expect(shown(disclosurePolicies['hes-1-7-round-5'], [61, 7, 8, 33, 13])).toEqual([60, 'c', 10, 35, 15]);
});

it('A sum over places is rounded as its publisher rounds it', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [1234, 300, 334], boroughs)).toEqual([1230, 300, 330]);
});

it('Nothing is withheld without a policy', () => {
  expect(shown(disclosurePolicies.none, [11, 1, 2, 3, 5])).toEqual([11, 1, 2, 3, 5]);
});

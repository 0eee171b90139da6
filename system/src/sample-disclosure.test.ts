import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { expect, test } from 'vitest';
import { publish } from './sample-disclosure.ts';

const place = { id: 'E09000001', siteName: null, parts: ['E09000001'], factor: 1 };
const sources = ['police', 'health', 'school', 'other'].map((source) => ({ source }));
const families = [{ parent: {}, dimension: 'source', adding: sources, beside: [] }];

/** What is shown of one period, the total first: `c` where it is withheld. */
function shown(
  policy: DisclosurePolicy,
  [total = 0, ...parts]: readonly number[],
  parents: readonly string[] = [place.id],
) {
  const series = [{}, ...sources].map((dimensions, index) => ({
    dimensions,
    counts: [index === 0 ? total : (parts[index - 1] ?? 0)],
  }));
  const counts = new Map(series.map((one) => [dimensionKey(one.dimensions), one]));
  const published = publish(counts, { place: { ...place, parts: parents }, families, policy });
  return [...published.values()].map(([reading]) => (reading?.status === 'CONFIDENTIAL' ? 'c' : reading?.value));
}

test('A small part takes the smallest other one with it, so that it is no difference', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [60, 3, 20, 30, 7])).toEqual([60, 'c', 20, 30, 'c']);
});

test('Two small parts hide each other, and a zero stays', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [26, 3, 3, 20, 0])).toEqual([26, 'c', 'c', 20, 0]);
});

test('Two parts that could only be 1 each take another with them', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [29, 1, 1, 20, 7])).toEqual([29, 'c', 'c', 20, 'c']);
});

test('A zero is withheld where nothing else hides that all others are 1', () => {
  expect(shown({ ...disclosurePolicies['dfe-1-5'], minimumCount: 2 }, [3, 1, 1, 1, 0])).toEqual([
    3,
    'c',
    'c',
    'c',
    'c',
  ]);
});

test('A policy without secondary suppression withholds the small part alone', () => {
  expect(shown(disclosurePolicies['hospital-blanks'], [60, 3, 20, 30, 7])).toEqual([60, 'c', 20, 30, 7]);
});

test('A policy that rounds rounds what it shows', () => {
  expect(shown(disclosurePolicies['hes-1-7-round-5'], [61, 7, 8, 33, 13])).toEqual([60, 'c', 10, 35, 15]);
});

test('A sum over places is rounded to ten where its places withhold', () => {
  expect(shown(disclosurePolicies['dfe-1-5'], [1234, 300, 300, 300, 334], ['E09000001', 'E09000002'])).toEqual([
    1230, 300, 300, 300, 330,
  ]);
});

test('Nothing is withheld or rounded without a policy', () => {
  expect(shown(disclosurePolicies.none, [11, 1, 2, 3, 5])).toEqual([11, 1, 2, 3, 5]);
});

import { describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { type DisclosurePolicy, disclosurePolicies } from '../disclosure/policy.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { underPolicy } from './protection/series-under-policy.ts';
import { findUnusualValues } from './plausibility.ts';
import { readRelease } from './read-release.ts';
import { ReleaseDraft } from '../datasets/release-draft.ts';
import { sourceFile } from '../files/source-file.ts';

const findUnder = (disclosurePolicy: DisclosurePolicy, { series }: ReleaseDraft) =>
  findUnusualValues([...series.values()].map((one) => underPolicy({ ...libraryVisitsDataset, disclosurePolicy }, one)));

/** What is found in visits to the libraries of Hackney in the first months of 2024. */
function unusualOf(visits: readonly number[], policy: DisclosurePolicy = disclosurePolicies.none): readonly string[] {
  const rows = visits.map((count, month) => `library-visits,Hackney,2024-0${month + 1},${count}`);
  const text = ['indicator,area,period,value', ...rows, ''].join('\n');
  const { draft } = readRelease(libraryVisitsDataset, sourceFile('visits.csv', new TextEncoder().encode(text)));
  return findUnder(policy, draft);
}

describe('a value far from its own history', () => {
  it('is listed with its place, period and median', () => {
    expect(unusualOf([90, 100, 110, 400, 30])).toEqual([
      'library-visits of Hackney in 2024-04 is 400, its median 100',
      'library-visits of Hackney in 2024-05 is 30, its median 100',
    ]);
  });

  it('is not listed within three times the median, in a short series, or among small numbers', () => {
    expect(unusualOf([90, 100, 110, 300, 34])).toEqual([]);
    expect(unusualOf([100, 100, 100, 400])).toEqual([]);
    expect(unusualOf([10, 10, 10, 10, 60])).toEqual([]);
  });

  it('is looked for in the headline of an indicator that has no total', () => {
    const headline = { purpose: 'warmth' };
    const draft = new ReleaseDraft();
    for (const purpose of ['reading', 'warmth']) {
      const cells = [90, 100, 110, 100, 1000].map((value, month) => ({
        ordinal: ordinalOf(libraryVisits.grid, `2024-0${month + 1}`),
        reading: { value, status: 'PUBLISHED' } as const,
      }));
      draft.stage({ indicator: { ...libraryVisits, headline }, place: 'E09000012', cells, dimensions: { purpose } });
      draft.keepRow();
    }
    expect(findUnder(disclosurePolicies.none, draft)).toEqual([
      'library-visits of Hackney in 2024-05 is 1000, its median 100',
    ]);
  });

  it('is not told where the policy withholds it', () => {
    expect(unusualOf([90, 100, 110, 100, 100, 3])).toEqual([
      'library-visits of Hackney in 2024-06 is 3, its median 100',
    ]);
    expect(unusualOf([90, 100, 110, 100, 100, 3], disclosurePolicies['dfe-1-5'])).toEqual([]);
  });
});

import { noGrants } from './grants.ts';
import { expect, it } from 'vitest';
import { Catalogue } from '../catalogue.ts';
import type { StoredRelease } from '../release-record.ts';
import { VisibleReleases } from './visible-releases.ts';

function release(number: number, datasetId: string, more: Partial<StoredRelease> = {}): StoredRelease {
  return {
    number,
    id: `${datasetId}@${number}`,
    datasetId,
    publishedAt: `202${number}-01-01`,
    loadedAt: '2026-01-01T00:00:00.000Z',
    checksum: String(number),
    sourceName: 'file.csv',
    isSynthetic: false,
    latestPeriodEnd: null,
    rowsRead: 0,
    rowsLeftOut: 0,
    rowsRejected: 0,
    observationCount: 0,
    embargoUntil: null,
    availableOn: `202${number}-01-01`,
    recalledAt: null,
    recallReason: null,
    ...more,
  };
}

const recalled = { recalledAt: '2026-01-02T00:00:00.000Z', recallReason: 'wrong file' };
const catalogue = new Catalogue(
  [
    release(1, 'open'),
    release(2, 'open', recalled),
    release(3, 'open', { isSynthetic: true }),
    release(4, 'named-users', { isSynthetic: true }),
  ],
  ['open', 'named-users'].map((indicatorId, index) => ({
    releaseNumber: index === 0 ? 1 : 4,
    indicatorId,
    firstOrdinal: 0,
    periodIds: ['2024-01'],
  })),
);
const visible = new VisibleReleases(catalogue, {
  grants: noGrants,
  restrictedDatasets: new Set(['named-users']),
});
const numbers = (releases: readonly StoredRelease[]) => releases.map(({ number }) => number);

it('shows of an open dataset what stands, and lists what was recalled', () => {
  expect(numbers(visible.releasesOf('open'))).toEqual([1]);
  expect(numbers(visible.listedReleasesOf('open'))).toEqual([2, 1]);
  expect(numbers(visible.releasesOf('open', '2020-12-31'))).toEqual([]);
});

it('shows nothing of a dataset for named users but its grid, and that it is a sample', () => {
  expect(visible.releasesOf('named-users')).toEqual([]);
  expect(visible.listedReleasesOf('named-users')).toEqual([]);
  expect(visible.answer({ id: 'named-users', datasetId: 'named-users' }, null)?.byPosition).toHaveLength(1);
  expect([visible.isSample('named-users'), visible.isSample('open')]).toEqual([true, false]);
});

it('lets no release that was recalled or is for named users describe a site, and a made-up one last', () => {
  expect(visible.describingNumbers()).toEqual([1, 3]);
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import type { StoreDatabase } from '../store/database.ts';
import { loadText } from './load-file.ts';
import type { LoadReport } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

let library: LibraryStore;
let store: StoreDatabase;

beforeAll(async () => {
  library = await createLibraryStore();
  ({ store } = library);
});
afterAll(() => library[Symbol.asyncDispose]());

const load = (text: string, publishedAt: string, dataset = libraryVisitsDataset): Promise<LoadReport> =>
  loadText({
    sql: store.sql,
    datasets: [dataset],
    dataset: 'library-visits',
    source: sourceFile(`visits-${publishedAt}.csv`, new TextEncoder().encode(text)),
    publishedAt,
  });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What anyone may read of a release beside its figures. */
async function served(releaseId: string | null | undefined) {
  const [row] = await store.sql<{ id: string; checksum: string }[]>`
    select id, checksum from release where id = ${releaseId ?? ''}`;
  return row;
}

const nothingWithheld = 'Borough,Purpose,202401\nHackney,Reading,10\n';
const withSmallNumber = 'Borough,Purpose,202402\nHackney,Reading,3\n';
const withRoundedNumber = 'Borough,Purpose,202403\nHackney,Reading,12\n';
const restated = 'Borough,Purpose,202401\nHackney,Reading,4\n';

it('tells the SHA-256 of a file of which everything is shown', async () => {
  const { releaseId } = await load(nothingWithheld, '2024-02-01');
  expect((await served(releaseId))?.checksum).toBe(sha256(nothingWithheld));
});

it('tells nothing by which a guess at a withheld number could be checked', async () => {
  const { releaseId } = await load(withSmallNumber, '2024-03-01');
  const { id, checksum } = (await served(releaseId)) ?? { id: '', checksum: '' };
  expect(checksum).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
  expect(id).toMatch(/^library-visits@2024-03-01\.[0-9a-f]{8}$/);
  expect(`${id} ${checksum}`).not.toContain(sha256(withSmallNumber).slice(0, 8));
});

it('tells no more of a number that is rounded, though nothing is withheld', async () => {
  const disclosurePolicy = { ...disclosurePolicies.none, roundingBase: 5 };
  const { releaseId } = await load(withRoundedNumber, '2024-03-02', { ...libraryVisitsDataset, disclosurePolicy });
  const { id, checksum } = (await served(releaseId)) ?? { id: '', checksum: '' };
  expect(`${id} ${checksum}`).toMatch(/^library-visits@2024-03-02\.[0-9a-f]{8} hmac-sha256:[0-9a-f]{64}$/);
  expect(id).not.toContain(sha256(withRoundedNumber).slice(0, 8));
});

it('knows such a file again', async () => {
  expect(await load(withSmallNumber, '2024-03-01')).toMatchObject({ outcome: 'unchanged' });
});

it('takes back a checksum that was told before a later release withheld a number of the file', async () => {
  const [earlier] = await store.sql<{ id: string }[]>`select id from release where published_at = '2024-02-01'`;
  await load(restated, '2024-04-01');
  expect((await served(earlier?.id))?.checksum).toMatch(/^hmac-sha256:/);
  expect(await load(nothingWithheld, '2024-02-01')).toMatchObject({ outcome: 'unchanged', releaseId: earlier?.id });
});

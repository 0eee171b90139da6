import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { recallRelease } from '../store/recall-release.ts';
import { loadText } from './load-file.ts';
import { formatReport, type LoadReport } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

let library: LibraryStore;
const stores: LibraryStore[] = [];
beforeEach(async () => {
  library = await createLibraryStore();
  stores.push(library);
});
afterAll(() => Promise.all(stores.map((store) => store[Symbol.asyncDispose]())));

type More = Partial<Parameters<typeof loadText>[0]> & { readonly name?: string };
const load = (text: string, publishedAt: string, { name = 'visits.csv', ...more }: More = {}): Promise<LoadReport> =>
  loadText({
    sql: library.store.sql,
    datasets: [libraryVisitsDataset],
    dataset: 'library-visits',
    source: sourceFile(name, new TextEncoder().encode(text)),
    publishedAt,
    ...more,
  });
const countReleases = async () => (await library.store.sql`select 1 from release`).length;

const january = 'Borough,Purpose,202401\nHackney,Reading,10\nCamden,Reading,3\n';
const year = (factor: number) =>
  `Borough,Purpose,202401,202402,202403\nHackney,Reading,${100 * factor},${200 * factor},${300 * factor}\n`;

describe('A file that says what is loaded already', () => {
  it.each([
    ['with a blank line more and under another name', `${january}\n`],
    ['with its rows in another order', 'Borough,Purpose,202401\nCamden,Reading,3\nHackney,Reading,10\n'],
    ['with other words for its headings', january.replace('Borough,', 'Borough name,')],
  ])('is nothing to do %s', async (_, text) => {
    const first = await load(january, '2024-02-01');
    const again = await load(text, '2024-02-01', { name: 'other.csv' });
    expect([again.outcome, again.releaseId, await countReleases()]).toEqual(['unchanged', first.releaseId, 1]);
    expect(formatReport(again)).toContain('the same figures, in other bytes, are loaded already');
    expect((await load(text, '2024-02-01', { isDryRun: true })).outcome).toBe('unchanged');
  });

  it('is a release of its own on another day, which the report says', async () => {
    const first = await load(january, '2024-02-01');
    for (const isDryRun of [true, false]) {
      const other = await load(january, '2024-02-02', { isDryRun });
      expect(other.outcome).toBe(isDryRun ? 'dry-run' : 'loaded');
      expect(other.notices.join()).toContain(`it says word for word what ${first.releaseId ?? ''} says`);
    }
    expect(await countReleases()).toBe(2);
  });

  it('stays out where it was recalled, unless it is to return', async () => {
    const first = await load(january, '2024-02-01');
    await recallRelease(library.store, first.releaseId ?? '', 'It was wrong.');
    expect((await load(`${january}\n`, '2024-02-01')).outcome).toBe('recalled');
    expect((await load(`${january}\n`, '2024-02-01', { reinstateRecalled: true })).outcome).toBe('loaded');
  });

  it('is another release where one figure differs', async () => {
    await load(january, '2024-02-01');
    expect((await load(january.replace(',10', ',11'), '2024-02-01')).outcome).toBe('loaded');
  });
});

describe('A file that changes most of what is loaded', () => {
  it('is refused with the figures, in a dry run too, until somebody confirms it', async () => {
    await load(year(1), '2024-04-01');
    for (const isDryRun of [true, false]) {
      const refused = await load(year(0.3), '2024-05-01', { isDryRun });
      expect([refused.outcome, await countReleases()]).toEqual(['refused', 1]);
      expect(refused.message).toContain('of 6 figures of library-visits, 6 would change by more than 25%');
    }
    const confirmed = await load(year(0.3), '2024-05-01', { confirmRevision: true });
    expect([confirmed.outcome, await countReleases()]).toEqual(['loaded', 2]);
    expect(formatReport(confirmed)).toContain('library-visits    0     0        6       70.0%        70.0%');
  });

  it('is not compared with what was recalled, nor with what comes after it', async () => {
    const wrong = await load(year(1), '2024-04-01');
    await load(year(0.3), '2024-03-01');
    await recallRelease(library.store, wrong.releaseId ?? '', 'It was wrong.');
    expect((await load(year(0.31), '2024-05-01')).outcome).toBe('loaded');
  });
});

import type { KeptReport } from '@boroughgraph/schema/wire/oversight.ts';
import { libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFile } from '../files/source-file.ts';
import { recallRelease } from '../store/recall-release.ts';
import { readLoads } from '../store/oversight/read-loads.ts';
import { loadText } from './load-file.ts';

let library: LibraryStore;
beforeAll(async () => {
  library = await createLibraryStore();
});
afterAll(() => library[Symbol.asyncDispose]());

const load = (text: string, publishedAt: string, more: Partial<Parameters<typeof loadText>[0]> = {}) =>
  loadText({
    sql: library.store.sql,
    datasets: [libraryVisitsDataset],
    dataset: 'library-visits',
    source: sourceFile('visits.csv', new TextEncoder().encode(text)),
    publishedAt,
    acceptRejects: true,
    confirmRevision: true,
    ...more,
  });
const read = () => readLoads(library.store, new AbortController().signal, { loads: 50, before: null });

describe('The report of a load', () => {
  it('is kept with its release: what became of rows, and nothing that stood in one', async () => {
    const report = await load(
      'Borough,Purpose,202401\nHackney,Reading,4321\nCamden,Reading,8765x\nBrent,Reading,3\n',
      '2024-02-01',
    );
    expect(report.outcome).toBe('loaded');
    const { loads, hasMore } = await read();
    expect([loads.length, hasMore, loads[0]?.release]).toEqual([1, false, report.releaseId]);
    const kept: KeptReport | undefined = loads[0]?.report ?? undefined;
    expect(kept).toMatchObject({
      rowsRead: 3,
      rowsLoaded: 2,
      rowsRejected: 1,
      rejected: [{ line: 3, column: '202401' }],
      notices: [],
    });
    // The dataset withholds small figures: what the loader said of them in sentences is counted.
    expect(kept?.noticesLeftOut).toBe(report.notices.length + report.contradictions.length);
    expect(JSON.stringify(kept)).not.toMatch(/4321|8765/);
  });

  it('is none of a load that stored nothing, and none is shown before an embargo ends', async () => {
    const text = 'Borough,Purpose,202402\nHackney,Reading,50\n';
    await load(text, '2024-03-01', { isDryRun: true });
    const hidden = await load(text, '2024-03-01', { embargoUntil: '2999-01-01T00:00:00Z' });
    expect(hidden.outcome).toBe('loaded');
    expect((await read()).loads).toHaveLength(1);
    expect(await library.store.sql`select 1 from load_report`).toHaveLength(2);
    await library.store.sql`update release set embargo_until = null`;
    expect((await read()).loads.map(({ publishedAt }) => publishedAt)).toEqual(['2024-03-01', '2024-02-01']);
  });

  it('stays when its release is recalled, and says so', async () => {
    const [newest] = (await read()).loads;
    await recallRelease(library.store, newest?.release ?? '', 'Counted twice.');
    expect((await read()).loads[0]).toMatchObject({ recallReason: 'Counted twice.', report: { rowsRead: 1 } });
  });
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import type { StoreDatabase } from '../store/database.ts';
import { createCatalogueReader } from '../store/read-catalogue.ts';
import { readSeries } from '../store/read-series.ts';
import { type FileFormat, loaded } from '../datasets/dataset.ts';
import { loadText } from './load-file.ts';
import { formatReport, type LoadReport } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

let library: LibraryStore;
let store: StoreDatabase;

beforeAll(async () => {
  library = await createLibraryStore();
  ({ store } = library);
});
afterAll(() => library[Symbol.asyncDispose]());

const load = (
  text: string,
  publishedAt: string,
  more: Partial<Parameters<typeof loadText>[0]> = {},
): Promise<LoadReport> =>
  loadText({
    sql: store.sql,
    datasets: [libraryVisitsDataset],
    dataset: 'library-visits',
    source: sourceFile(`visits-${publishedAt}.csv`, new TextEncoder().encode(text)),
    publishedAt,
    ...more,
  });

/** What the view shows of the whole store. */
const rows = () => store.sql`
  select r.published_at::text as release, place, dimension_key, period_id, value, status
  from observation join release r on r.number = release_number order by 1, 2, 3, 4`;

const releases = async () =>
  (await createCatalogueReader(store)()).releasesOf('library-visits').map(({ publishedAt }) => publishedAt);

/** A list of what there is, without a figure. */
const listOfLibraries: FileFormat = {
  name: 'the list of libraries',
  delimiter: ',',
  columns: { library: { headings: ['Library'] }, opened: { headings: ['Opened'] } },
  otherColumns: 'refused',
  open: (_file, draft) => (row) => {
    draft.state({ kind: 'library', key: row.text('library'), body: { opened: row.number('opened') } });
    return loaded;
  },
};

describe('loading', () => {
  it('says that a file is shown before its day of publication, unless an embargo holds it back', async () => {
    const text = 'Borough,Purpose,202401\nHackney,Reading,70\n';
    const ahead = '2099-12-01';
    const told = 'its day of publication, 2099-12-01, lies ahead, and it is shown from now on';
    expect((await load(text, ahead, { isDryRun: true })).notices.join()).toContain(told);
    const embargoUntil = '2099-12-01T09:30:00.000Z';
    expect((await load(text, ahead, { isDryRun: true, embargoUntil })).notices.join()).not.toContain('lies ahead');
  });

  it('stores a release, and shows it cell by cell in the view', async () => {
    const report = await load('Borough,Purpose,202401,202402\nHackney,Reading,10,3\n', '2024-03-01');
    expect(report).toMatchObject({ outcome: 'loaded', rowsRead: 1, rowsLoaded: 1, observations: 4, supersedes: null });
    expect([...(await rows())]).toEqual([
      {
        release: '2024-03-01',
        place: 'E09000012',
        dimension_key: '',
        period_id: '2024-01',
        value: 10,
        status: 'PUBLISHED',
      },
      {
        release: '2024-03-01',
        place: 'E09000012',
        dimension_key: '',
        period_id: '2024-02',
        value: null,
        status: 'CONFIDENTIAL',
      },
      {
        release: '2024-03-01',
        place: 'E09000012',
        dimension_key: 'purpose=reading',
        period_id: '2024-01',
        value: 10,
        status: 'PUBLISHED',
      },
      {
        release: '2024-03-01',
        place: 'E09000012',
        dimension_key: 'purpose=reading',
        period_id: '2024-02',
        value: null,
        status: 'CONFIDENTIAL',
      },
    ]);
  });

  it('changes nothing for bytes that are loaded, and says so', async () => {
    const report = await load('Borough,Purpose,202401,202402\nHackney,Reading,10,3\n', '2024-03-01');
    expect(report.outcome).toBe('unchanged');
    expect(formatReport(report)).toContain('the same bytes are loaded already');
    expect(await releases()).toEqual(['2024-03-01']);
  });

  it('publishes nothing of a file with rejected rows, unless told to', async () => {
    const text = 'Borough,Purpose,202403\nHackney,Reading,10\nNowhere,Reading,1\n';
    expect(await load(text, '2024-04-01')).toMatchObject({ outcome: 'rejected', rowsRejected: 1, releaseId: null });
    expect(await releases()).toEqual(['2024-03-01']);
    expect(await load(text, '2024-04-01', { acceptRejects: true })).toMatchObject({
      outcome: 'loaded',
      rowsRejected: 1,
      rowsLoaded: 1,
    });
    expect(await releases()).toEqual(['2024-04-01', '2024-03-01']);
  });

  it('publishes no list from which rows are missing, whatever it is told', async () => {
    const listing = { ...libraryVisitsDataset, formats: [listOfLibraries] };
    const text = 'Library,Opened\nHackney Central,1908\nHomerton,soon\n';
    const report = await load(text, '2024-04-03', { datasets: [listing], acceptRejects: true });
    expect(report).toMatchObject({ outcome: 'rejected', rowsRejected: 1, rest: 'not-alone' });
  });

  it.each([false, true])(
    'publishes nothing of a file of which nothing would be served (dry run: %s)',
    async (isDryRun) => {
      const report = await load('Borough,Purpose,202403\nTotal,,10\nUnknown,Reading,1\n', '2024-04-02', { isDryRun });
      expect(report).toMatchObject({ outcome: 'empty', rowsLeftOut: 1, rowsKeptOutside: 1, releaseId: null });
      expect(formatReport(report)).toContain('not loaded, because nothing of it would be served');
      expect(await releases()).toEqual(['2024-04-01', '2024-03-01']);
    },
  );

  it('reads without storing in a dry run', async () => {
    expect(await load('Borough,Purpose,202405\nHackney,Reading,10\n', '2024-06-01', { isDryRun: true })).toMatchObject({
      outcome: 'dry-run',
      observations: 2,
    });
    expect(await releases()).toEqual(['2024-04-01', '2024-03-01']);
  });

  it.each([
    [
      'a dataset that is not of the agency',
      { dataset: 'tea' },
      '"tea" is no dataset of this agency: expected one of library-visits',
    ],
    [
      'a day that is none',
      { publishedAt: '2024-02-30' },
      '"2024-02-30" is no day of publication: expected one like 2025-12-15',
    ],
    [
      'a day that is a typing error',
      { publishedAt: '9999-06-01' },
      '"9999-06-01" is no day on which anything was published: expected one from 1900-01-01 to 2099-12-31',
    ],
    [
      'such a day under an embargo',
      { publishedAt: '2100-01-01', embargoUntil: '2100-01-02T09:30:00.000Z' },
      '"2100-01-01" is no day on which anything was published: expected one from 1900-01-01 to 2099-12-31',
    ],
  ])('refuses %s in a sentence', async (_what, more, sentence) => {
    expect(await load('Borough,Purpose,202405\n', '2024-06-01', more)).toMatchObject({
      outcome: 'refused',
      message: sentence,
    });
  });

  it('serves a new release to a reader that is already open', async () => {
    const readCatalogue = createCatalogueReader(store);
    const before = await readCatalogue();
    await load('Borough,Purpose,202404\nHackney,Reading,40\n', '2024-05-01');
    const after = await readCatalogue();
    expect([before, after].map((catalogue) => catalogue.releasesOf('library-visits').length)).toEqual([2, 3]);
  });

  it('keeps numbers, texts and lists exactly as they are through COPY', async () => {
    const text =
      'indicator,area,period,value,numerator,denominator,lower,upper,denominator_source\nlibrary-visits,Hackney,2024-06,1234567,1234567,3e-7,-5.25,1e21,"back\\slash, tab\there"\n';
    await load(text, '2024-07-01');
    const number = (await store.sql<{ number: number }[]>`select max(number) as number from release`)[0]?.number ?? 0;
    const found = await readSeries(
      store,
      [{ indicatorId: libraryVisits.id, place: 'E09000012', dimensionKey: '' }],
      [number],
    );
    expect([...found.values()][0]?.of(number)?.lists).toMatchObject({
      values: [1234567],
      numerators: [1234567],
      denominators: [3e-7],
      lowers: [-5.25],
      uppers: [1e21],
      denominatorSource: 'back\\slash, tab\there',
    });
  });
});

describe('a load that is killed', () => {
  it('leaves the release before it served, and nothing of its own', async () => {
    const before = [await releases(), await rows()];
    const child = fork(fileURLToPath(import.meta.resolve('@boroughgraph/test/support/killed-load.ts')), [library.url], {
      execArgv: [],
    });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([await releases(), await rows()]).toEqual(before);
    expect(await load('Borough,Purpose,202501\nHackney,Reading,10\n', '2025-02-01')).toMatchObject({
      outcome: 'loaded',
    });
  });
});

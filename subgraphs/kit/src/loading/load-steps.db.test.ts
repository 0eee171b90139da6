import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import type { StoreDatabase } from '../store/database.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { finishRelease } from './finish-release.ts';
import type { Read, Recognised } from './load-states.ts';
import { prepareRead, publishRead, readRecognised, tryRead } from './load-steps.ts';
import type { PreparedRelease } from './prepare-release.ts';
import { recogniseFile, type RecogniseRequest } from './recognise-file.ts';
import { reportOf } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

let library: LibraryStore;
let store: StoreDatabase;

beforeAll(async () => {
  library = await createLibraryStore();
  ({ store } = library);
});
afterAll(() => library[Symbol.asyncDispose]());

const datasets = [libraryVisitsDataset];
const neighbourhood = { agency: 'library', datasets, others: new Map() };
const [january, february] = ['2024-01', '2024-02'].map((id) => ordinalOf(libraryVisits.grid, id));

/** Visits for reading in Hackney: 10 in January and, which the policy withholds, 3 in February. */
const text = 'Borough,Purpose,202401,202402\nHackney,Reading,10,3\nNowhere,Reading,1,1\n';

async function recognise(more: Partial<RecogniseRequest> = {}): Promise<Recognised> {
  const source = sourceFile('visits.csv', new TextEncoder().encode(text));
  const request = { sql: store.sql, datasets, dataset: 'library-visits', source, publishedAt: '2024-03-01', ...more };
  const recognised = await recogniseFile(request);
  if (recognised.state !== 'recognised') throw new Error(`the file is ${recognised.state}`);
  return recognised;
}
const read = async (): Promise<Read> => readRecognised(await recognise());
const storedReleases = async () => [...(await store.sql`select id from release`)];

describe('a file goes through states', () => {
  /** As the load that comes second has them: recognised before the first was written. */
  let second: Read;

  it('recognised: it has its format, its embargo and no row', async () => {
    const { state, file, matched } = await recognise({ embargoUntil: '9000-01-01T09:30:00.000Z' });
    expect({ state, ...file, format: matched.format.name, rows: [...matched.table.rows].length }).toMatchObject({
      state: 'recognised',
      dataset: { id: 'library-visits' },
      isSynthetic: false,
      embargo: { until: '9000-01-01T09:30:00.000Z', hasEnded: false },
      notices: [],
      format: 'the table of library visits',
      rows: 2,
    });
  });

  it('read: every row is accounted for, and the draft says what the file shows', async () => {
    const { draft, rows, ...rest } = await read();
    expect(Object.keys(rest)).toEqual(['state', 'file']);
    expect(rows).toMatchObject({ rowsRead: 2, rowsLoaded: 1, rejected: [{ line: 3, found: 'Nowhere' }] });
    const [series] = [...draft.series.values()];
    expect([...(series?.readings ?? [])].map(([ordinal, { value }]) => [ordinal, value])).toEqual([
      [january, 10],
      [february, 3],
    ]);
  });

  it('prepared: what the policy withholds is in nothing that goes on, and the draft is as it was', async () => {
    const before = await read();
    const { release, ...rest } = await prepareRead(store.sql, before, neighbourhood);
    expect(Object.keys(rest)).toEqual(['state', 'file', 'rows']);
    expect(release.finished.series.map(({ dimensionKey, values }) => [dimensionKey, values])).toEqual([
      ['purpose=reading', [10, null]],
      ['', [10, null]],
    ]);
    expect(release.showsLess).toBe(true);
    const drafted = [...before.draft.series.values()].map(({ readings }) => readings.get(february ?? 0)?.value);
    expect(drafted).toEqual([3, 3]);
  });

  it('tried: a dry run ends so, with the report of what would be stored', async () => {
    const report = reportOf(await tryRead(await read(), { sql: store.sql, neighbourhood }), 2);
    expect(report).toMatchObject({ outcome: 'dry-run', rowsRead: 2, rowsRejected: 1, observations: 4, seconds: 2 });
    expect(await storedReleases()).toEqual([]);
  });

  it('written: it is stored under the id that its report names', async () => {
    second = await read();
    const report = reportOf(await publishRead(await read(), { sql: store.sql, neighbourhood }), 2);
    expect(report).toMatchObject({ outcome: 'loaded', supersedes: null, rowsLoaded: 1, observations: 4 });
    expect(await storedReleases()).toEqual([{ id: report.releaseId }]);
  });

  it('known: another load of the same bytes came first, after these were read', async () => {
    const end = await publishRead(second, { sql: store.sql, neighbourhood });
    expect(reportOf(end, 2)).toMatchObject({ outcome: 'unchanged', rowsRead: 2, observations: 4, supersedes: null });
    expect(await storedReleases()).toHaveLength(1);
  });
});

describe('a draft that nobody has prepared', () => {
  it('is no release to the compiler', async () => {
    const { draft } = readRecognised(await recognise({ publishedAt: '2024-03-02' }));
    const { covered, facts } = draft;
    // @ts-expect-error the series of a draft are under no policy
    const finished = finishRelease({ covered, facts, series: [...draft.series.values()] });
    const protection = { leaks: [], withheldBesides: 0, notices: [] };
    const handMade = { finished, showsLess: false, withheldInStore: [], protection, changes: [] };
    // @ts-expect-error only prepareRelease makes a release that may be stored
    const release: PreparedRelease = handMade;
    expect(release.finished.series.map(({ values }) => values)).toEqual([
      [10, 3],
      [10, 3],
    ]);
  });
});

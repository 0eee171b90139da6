import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { type DatasetDefinition, loaded } from '../../datasets/dataset.ts';
import { loadText } from '../../loading/load-file.ts';
import { sourceFile } from '../../files/source-file.ts';
import { openStore, type StoreDatabase } from '../database.ts';
import { migrateStore } from '../migrate.ts';
import { recallRelease } from '../recall-release.ts';
import { siteFact } from '../site.ts';
import { createReadings, type StoreReading, type StoreReadings } from './reading.ts';
import { type Guard, wantedForGood } from './store-source.ts';

/** Libraries and what each is called: a dataset of facts alone. */
const libraries: DatasetDefinition = {
  ...libraryVisitsDataset,
  formats: [
    {
      name: 'the list of libraries',
      delimiter: ',',
      columns: { id: { headings: ['id'] }, name: { headings: ['name'] } },
      otherColumns: 'refused',
      open: (_file, draft) => (row) => {
        draft.state(siteFact({ id: row.text('id'), name: row.text('name'), kind: 'library', within: null }));
        draft.state({ kind: 'name', key: row.text('id'), body: row.text('name') });
        return loaded;
      },
    },
  ],
};

let database: TestDatabase;
let store: StoreDatabase;
const statements: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema library`;
  await migrateStore(database.sql, 'library');
  store = openStore({ url: database.url, schema: 'library', onStatement: (text) => statements.push(text) });
  // The newest is loaded first: the day of publication counts.
  await load('2024-01-01', false, 'a,Newest A\nc,Newest C\n');
  await load('2023-01-01', false, 'a,Older A\nb,Older B\n');
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

async function load(publishedAt: string, isSynthetic: boolean, rows: string): Promise<void> {
  const source = sourceFile(`libraries-${publishedAt}.csv`, new TextEncoder().encode(`id,name\n${rows}`));
  const report = await loadText({
    sql: store.sql,
    datasets: [libraries],
    dataset: libraries.id,
    source,
    publishedAt,
    isSynthetic,
  });
  expect(report.outcome).toBe('loaded');
}

/** The readings of a server that keeps the given datasets from everybody. */
function readingsKeeping(...restricted: readonly string[]): StoreReadings {
  const guard: Guard = (read, { signal }) => read(signal);
  return createReadings({ database: store, restrictedDatasets: new Set(restricted), guard });
}

/** A reading for a request of somebody whom the given datasets are kept from. */
function readers(...restricted: readonly string[]): StoreReading {
  return readingsKeeping(...restricted).open(anonymousViewer, wantedForGood());
}
const dataset = libraryVisits.datasetId;

it('reads the facts of the newest release, and of the newest on a day', async () => {
  expect(await readers().facts(dataset, 'name')).toEqual(['Newest A', 'Newest C']);
  expect(await readers().facts(dataset, 'name', '2023-06-30')).toEqual(['Older A', 'Older B']);
  expect(await readers().facts(dataset, 'name', '2022-06-30')).toEqual([]);
  expect(await readers().facts('other', 'name')).toEqual([]);
});

it('reads the facts of every release, each as the newest that states it has it', async () => {
  expect(await readers().allFacts(dataset, 'name')).toEqual(['Newest A', 'Older B', 'Newest C']);
  expect(await readers().allFacts('other', 'name')).toEqual([]);
});

it('reads one fact with the release that states it, several in one statement', async () => {
  const { fact } = readers();
  statements.length = 0;
  const found = await Promise.all(['b', 'a', 'z'].map((key) => fact(dataset, 'name', key)));
  expect(found.map((one) => one && [one.body, one.release.publishedAt])).toEqual([
    ['Older B', '2023-01-01'],
    ['Newest A', '2024-01-01'],
    null,
  ]);
  expect(statements.filter((text) => text.includes('"fact"'))).toHaveLength(1);
});

it('reads a list once for a request', async () => {
  const { facts, allFacts } = readers();
  statements.length = 0;
  await Promise.all([
    facts(dataset, 'name'),
    facts(dataset, 'name'),
    allFacts(dataset, 'name'),
    allFacts(dataset, 'name'),
  ]);
  expect(statements.filter((text) => text.includes('"fact"'))).toHaveLength(2);
});

it('names sites by the newest release, and by a made-up one last', async () => {
  await load('2030-01-01', true, 'a,Synthetic A\nd,Synthetic D\n');
  const { sites } = readers();
  statements.length = 0;
  const found = await Promise.all(['d', 'a', 'b', 'z'].map((id) => sites.load(id)));
  expect(found.map((site) => site?.name ?? null)).toEqual(['Synthetic D', 'Newest A', 'Older B', null]);
  expect(statements.filter((text) => text.includes('"fact"'))).toHaveLength(1);
  expect(await readers().allFacts(dataset, 'name')).toEqual(['Newest A', 'Older B', 'Newest C']);
});

it('tells nothing of a dataset that the viewer may not read: no fact, no site, no release', async () => {
  const reading = readers(dataset);
  expect(await reading.facts(dataset, 'name')).toEqual([]);
  expect(await reading.allFacts(dataset, 'name')).toEqual([]);
  expect(await reading.fact(dataset, 'name', 'a')).toBeNull();
  expect(await reading.sites.load('a')).toBeNull();
  const releases = await reading.releases();
  expect([releases.releasesOf(dataset), releases.listedReleasesOf(dataset)]).toEqual([[], []]);
});

describe('What was read for everybody', () => {
  const factsBy = (readings: StoreReadings, viewer: Viewer = anonymousViewer) => {
    statements.length = 0;
    return readings.open(viewer, wantedForGood()).allFacts(dataset, 'name');
  };
  const readsOfFacts = () => statements.filter((text) => text.includes('"fact"')).length;

  it('is read again only where a release was loaded or recalled since', async () => {
    const readings = readingsKeeping();
    expect(await factsBy(readings)).toEqual(['Newest A', 'Older B', 'Newest C']);
    expect([await factsBy(readings), readsOfFacts()]).toEqual([['Newest A', 'Older B', 'Newest C'], 0]);
    // The state of the catalogue is asked for all the same.
    expect(statements).toHaveLength(1);

    await load('2025-01-01', false, 'e,Later E\n');
    expect([await factsBy(readings), readsOfFacts()]).toEqual([['Newest A', 'Older B', 'Newest C', 'Later E'], 1]);
    const { id = '' } = (await readings.open(anonymousViewer, wantedForGood()).releases()).releasesOf(dataset)[0] ?? {};
    await recallRelease(store, id, 'a test');
    expect([await factsBy(readings), readsOfFacts()]).toEqual([['Newest A', 'Older B', 'Newest C'], 1]);
  });

  it('is neither told to whoever has a name, nor what that one reads to everybody', async () => {
    const readings = readingsKeeping();
    const named: Viewer = {
      kind: 'named',
      subject: 'a',
      organisation: 'org',
      role: 'ANALYST',
      scopes: [],
      purpose: null,
    };
    await factsBy(readings, named);
    expect([await factsBy(readings), readsOfFacts()]).toEqual([expect.anything(), 1]);
    expect([await factsBy(readings, named), readsOfFacts()]).toEqual([expect.anything(), 1]);
  });
});

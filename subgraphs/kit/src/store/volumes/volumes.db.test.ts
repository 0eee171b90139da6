import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { shownFigures } from '@boroughgraph/test/support/shown.ts';
import { countedDataset, countedIndicator } from '@boroughgraph/test/support/served-rows.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disclosurePolicies } from '../../disclosure/policy.ts';
import { sourceFile } from '../../files/source-file.ts';
import { loadText } from '../../loading/load-file.ts';
import { dimension } from '../../statistics/dimensions.ts';
import { openStore, type StoreDatabase } from '../database.ts';
import { migrateStore } from '../migrate.ts';
import { readSeries, readSeriesOfReleases, readUnknownSeries } from '../read-series.ts';
import { readUntil } from '../read-until.ts';
import { recallRelease } from '../recall-release.ts';
import { type SeriesRecord, textOfKey, withholdCells } from '../series-columns.ts';
import type { SeriesLists, SeriesRow } from '../series-rows.ts';
import { copySeries, updateSeries } from '../write-series.ts';
import { bindVolumes, releasesBound } from './bind-volumes.ts';
import { VolumeMemory } from './volume-memory.ts';

const visits = countedIndicator('visits', {
  datasetId: 'visits',
  grid: { type: 'MONTH' },
  dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth'])],
});
const dataset = countedDataset([visits], [], disclosurePolicies['none']);
const visitsInAll = { indicatorId: 'visits', place: 'E09000024', dimensionKey: '' };
const visitsToRead = { ...visitsInAll, dimensionKey: 'purpose=reading' };
const keys = [visitsInAll, visitsToRead];

let database: TestDatabase;
let store: StoreDatabase;
let reader: StoreDatabase;
let role: string;
beforeAll(async () => {
  database = await createDatabase();
  const url = new URL(database.url);
  role = `${url.pathname.slice(1)}_reading`;
  await database.sql`create role ${database.sql(role)} login password 'reader'`;
  url.username = role;
  url.password = 'reader';
  store = openStore({ url: database.url, schema: 'library' });
  reader = openStore({ url: url.href, schema: 'library' });
});
beforeEach(async () => {
  await database.sql.unsafe('drop schema if exists library cascade; create schema library');
  await migrateStore(database.sql, 'library', role);
});
afterAll(async () => {
  await reader.close();
  await database.sql`drop owned by ${database.sql(role)}`;
  await database.sql`drop role ${database.sql(role)}`;
  await store.close();
  await database[Symbol.asyncDispose]();
});

const dayIn = (month: number) => new Date(Date.UTC(2020, month, 15)).toISOString().slice(0, 10);

async function loadMonths(first: number, count: number, { embargoUntil = null as string | null } = {}): Promise<void> {
  for (let month = first; month < first + count; month += 1) {
    const period = dayIn(month).slice(0, 7);
    const text = `indicator,area,period,purpose,value\nvisits,E09000024,${period},,${month + 10}\nvisits,E09000024,${period},reading,${month + 1}\n`;
    const source = sourceFile(`${period}.csv`, new TextEncoder().encode(text));
    const report = await loadText({
      sql: store.sql,
      datasets: [dataset],
      dataset: 'visits',
      source,
      publishedAt: dayIn(month + 1),
      embargoUntil,
    });
    expect(report.outcome).toBe('loaded');
  }
}

/** What the serving role reads of all releases, by the number of the release: the values of both series. */
async function valuesRead(memory = new VolumeMemory()): Promise<readonly string[]> {
  const releases = await store.sql<{ number: number }[]>`select number from release order by number`;
  const numbers = releases.map(({ number }) => number);
  const found = await readUnknownSeries(reader, { keys, releaseNumbers: numbers }, memory);
  const texts = keys.flatMap((key) =>
    numbers.flatMap((number) => {
      const row = found.get(textOfKey(key))?.of(number);
      return row === undefined ? [] : `${number} ${key.dimensionKey} ${cellsOf(row, 'values').join(',')}`;
    }),
  );
  return texts.toSorted();
}

/** What a row has of a list. */
function cellsOf({ lists, first, length }: SeriesRow, key: keyof SeriesLists): readonly unknown[] {
  return (lists[key] ?? Array.from<null>({ length: first + length }).fill(null)).slice(first, first + length);
}

/** How many releases each volume binds, the largest first. */
async function volumes(): Promise<readonly number[]> {
  const rows = await store.sql<{ size: number }[]>`select cardinality(releases) as size from volume order by size desc`;
  return rows.map(({ size }) => size);
}

const readFrom = async (from: string, memory = new VolumeMemory()) =>
  (await valuesRead(memory)).filter((text) => text.startsWith(`${from} `));

const lists = ['values', 'statuses', 'flags', 'numerators', 'denominatorPeriodIds', 'coverages'] as const;

/** Rows of a release that are like those of no other: as long as another number says, with some lists and without others. */
function unlikeRows(number: number): readonly SeriesRecord[] {
  const length = number % 4;
  const list = <T>(at: (index: number) => T) => Array.from({ length }, (_, index) => at(index));
  const row: SeriesRecord = {
    releaseNumber: number,
    ...visitsInAll,
    values: shownFigures(list((index) => (index === 1 ? null : number + index / 8))),
    statuses: number % 2 === 0 ? list((index) => (index === 1 ? 1 : null)) : null,
    flags: number % 3 === 0 ? list((index) => index) : null,
    numerators: number % 5 === 0 ? shownFigures(list(() => -3e-7)) : null,
    denominators: null,
    lowers: null,
    uppers: null,
    denominatorPeriodIds: number % 2 === 1 ? list((index) => `CY"${index},]`) : null,
    denominatorSource: number % 4 === 1 ? `Estimates, ]"${number}` : null,
    coverages: number % 3 === 1 ? list((index) => (index === 0 ? null : [index, null])) : null,
  };
  return number % 3 === 2 ? [row, { ...row, ...visitsToRead }] : [row];
}

describe('a volume', () => {
  it('holds what its releases say, goes with whatever changes in it, and is bound anew', async () => {
    await loadMonths(0, releasesBound + 1);
    expect(await volumes()).toEqual([releasesBound]);
    const read = await valuesRead();
    expect(read).toHaveLength(2 * (releasesBound + 1));
    await store.sql`update volume_series set records = replace(records::text, '[1,2,3,', '[1,2,77,')::json`;
    // It is read in the place of the rows that it holds.
    expect(await readFrom('3')).toEqual(['3  12', '3 purpose=reading 77']);

    const row = (await readSeriesOfReleases(store.sql, [4])).find(({ dimensionKey }) => dimensionKey === '');
    if (row === undefined) throw new Error('nothing was loaded');
    await updateSeries(store.sql, [withholdCells(row, [0])]);
    expect(await volumes()).toEqual([]);
    expect(await valuesRead()).toEqual(read.map((text) => (text === '4  13' ? '4  ' : text)).toSorted());

    await store.sql`insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
        rows_kept_outside, rows_rejected, observation_count)
      select 'visits@' || n, 'visits', '2019-01-01', '', '', false, 0, 0, 0, 0, 0, 0 from generate_series(3, ${releasesBound ** 2 - releasesBound}) n`;
    await loadMonths(releasesBound + 1, 1);
    expect(await volumes()).toEqual([releasesBound ** 2]);
    expect(await readFrom('4')).toEqual(['4  ', '4 purpose=reading 4']);
    await store.sql`delete from release where number = 2`;
    expect(await volumes()).toEqual([]);
    expect(await readFrom('2')).toEqual([]);
  });

  it('holds nothing under embargo, and nobody reads it once a release is recalled, though a load binds that meanwhile', async () => {
    await loadMonths(0, 1, { embargoUntil: '2090-01-01T00:00:00Z' });
    await loadMonths(1, releasesBound);
    const [bound] = await store.sql<{ releases: string; id: string }[]>`
      select v.releases::text, r.id from volume v, release r where r.number = 3`;
    expect(bound?.releases).toMatch(/^\{2,3,.*,17\}$/);
    expect(await readFrom('1')).toEqual([]);

    await store.sql`create table library.bound as select * from volume_series`;
    await recallRelease(store, bound?.id ?? '', 'wrong');
    expect(await volumes()).toEqual([]);
    // As a load leaves it that began before the recall.
    await store.sql`insert into volume (dataset_id, releases) values ('visits', ${bound?.releases ?? ''}::text::integer[])`;
    await store.sql`insert into volume_series
      select (select max(number) from volume), indicator_id, place, dimension_key, records, held from bound`;
    expect(await reader.sql`select from volume_series`).toHaveLength(0);
    await store.sql`update release set recalled_at = now() - interval '2 minutes' where recalled_at is not null`;
    await loadMonths(releasesBound + 1, 1);
    expect(await volumes()).toEqual([releasesBound]);
    expect([...(await readFrom('1')), ...(await readFrom('3'))]).toEqual([]);
    expect(await valuesRead()).toHaveLength(2 * releasesBound);
  });

  it('holds all that rows say, whatever of it they have', async () => {
    await loadMonths(0, 1);
    await store.sql`insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
        rows_kept_outside, rows_rejected, observation_count)
      select 'visits@' || n, 'visits', '2019-01-01', '', '', false, 0, 0, 0, 0, 0, 0 from generate_series(2, ${releasesBound}) n`;
    const numbers = Array.from({ length: releasesBound - 1 }, (_, index) => index + 2);
    const rows = numbers.flatMap(unlikeRows);
    for (const number of numbers)
      await copySeries(
        store.sql,
        number,
        rows.filter(({ releaseNumber }) => releaseNumber === number),
      );
    await bindVolumes(store.sql, 'visits');
    expect(await volumes()).toEqual([releasesBound]);
    const found = await readSeries(reader, keys, [1, ...numbers]);
    expect(keys.map((key) => found.get(textOfKey(key))?.count)).toEqual([releasesBound, 1 + numbers.length / 3]);
    const read = rows.map(({ releaseNumber, ...key }) => {
      const row = found.get(textOfKey(key))?.of(releaseNumber);
      return row && [lists.map((list) => cellsOf(row, list)), row.denominatorSource];
    });
    expect(read).toEqual(
      rows.map((row) => [
        lists.map((list) => row[list] ?? Array.from<null>({ length: row.values.length }).fill(null)),
        row.denominatorSource,
      ]),
    );
  });

  it('is not written where a list is shorter than the figures that it stands beside', async () => {
    await loadMonths(0, releasesBound - 1);
    await store.sql`update series set flags = '[]' where release_number = 3`;
    await loadMonths(releasesBound - 1, 1);
    expect(await volumes()).toEqual([]);
    expect(await valuesRead()).toHaveLength(2 * releasesBound);
  });

  it('is read once for as long as it stands, and nobody is told of more for named users by what is remembered', async () => {
    await loadMonths(0, releasesBound + 1);
    const memory = new VolumeMemory();
    const read = await valuesRead(memory);
    await store.sql`update volume_series set records = replace(records::text, '[1,2,3,', '[1,2,77,')::json`;
    expect(await valuesRead(memory)).toEqual(read);
    expect(await readFrom('3')).toEqual(['3  12', '3 purpose=reading 77']);

    await store.sql`insert into restricted_part (dataset_id, indicator_id, part, dimension) values ('visits', 'visits', 1, 'purpose')`;
    expect(await readFrom('3', memory)).toEqual(['3  12']);
    await store.sql`delete from restricted_part`;
    expect(await readFrom('3', memory)).toEqual(['3  12', '3 purpose=reading 77']);

    const [row] = await readSeriesOfReleases(store.sql, [4]);
    if (row === undefined) throw new Error('nothing was loaded');
    await updateSeries(store.sql, [withholdCells(row, [0])]);
    expect(await readFrom('4', memory)).toContain(`4 ${row.dimensionKey} `);
    await loadMonths(releasesBound + 1, 1);
    expect(await volumes()).toEqual([releasesBound]);
    expect(await readFrom('4', memory)).toContain(`4 ${row.dimensionKey} `);
  });

  it('is read as far as a caller may', async () => {
    await loadMonths(0, releasesBound + 1);
    await store.sql`insert into restricted_part (dataset_id, indicator_id, part, dimension) values ('visits', 'visits', 1, 'purpose')`;
    const numbers = Array.from({ length: releasesBound + 1 }, (_, index) => index + 1);
    const { signal } = new AbortController();
    const readBy = async (access: string) =>
      [...(await readSeries(readUntil(reader, signal, access), keys, numbers)).values()].map(({ count }) => count);
    expect(await readBy('')).toEqual([numbers.length]);
    expect(await readBy('{"others":true}')).toEqual([numbers.length]);
    expect(await readBy('{"visits":true}')).toEqual([numbers.length, numbers.length]);
  });
});

import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { shownFigures } from '@boroughgraph/test/support/shown.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type StoreDatabase } from '../database.ts';
import { migrateStore } from '../migrate.ts';
import { readSeries } from '../read-series.ts';
import { seriesColumns, type SeriesKey, type SeriesRecord, textOfKey } from '../series-columns.ts';
import { bindVolumes, releasesBound } from './bind-volumes.ts';

const inAll: SeriesKey = { indicatorId: 'visits', place: 'E09000024', dimensionKey: '' };
const keys = [inAll, { ...inAll, dimensionKey: 'purpose=reading' }, { ...inAll, place: 'E09000012' }];
const releasesOfLarge = releasesBound ** 2;

let database: TestDatabase;
let store: StoreDatabase;
beforeAll(async () => {
  database = await createDatabase();
  store = openStore({ url: database.url, schema: 'library' });
});
beforeEach(async () => {
  await database.sql.unsafe('drop schema if exists library cascade; create schema library');
  await migrateStore(database.sql, 'library');
  await store.sql`insert into dataset (id, title) values ('visits', 'Visits')`;
  await store.sql`insert into indicator (id, dataset_id, name, unit) values ('visits', 'visits', 'Visits', 'visits')`;
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

/** Adds releases of some rows, and binds what a load would bind with the last of them. */
async function addReleases(numbers: readonly number[], rowsOf: (number: number) => readonly SeriesRecord[]) {
  const rows = numbers.flatMap(rowsOf);
  const named = rows.map((row) => Object.fromEntries(seriesColumns.map(({ key, name }) => [name, row[key]])));
  for (const number of numbers)
    await store.sql`insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
        rows_kept_outside, rows_rejected, observation_count)
      values (${`visits@${number}`}, 'visits', '2019-01-01', '', '', false, 0, 0, 0, 0, 0, 0)`;
  await store.sql`insert into coverage (release_number, indicator_id, first_ordinal, period_ids)
    select number, 'visits', 0, '[]' from release where number >= ${numbers[0] ?? 0}`;
  await store.sql`insert into series select * from json_populate_recordset(null::series, ${JSON.stringify(named)}::text::json)`;
  await bindVolumes(store.sql, 'visits');
}

const numbersFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

async function volumes(): Promise<readonly number[]> {
  const rows = await store.sql<{ size: number }[]>`select cardinality(releases) as size from volume order by size desc`;
  return rows.map(({ size }) => size);
}

/** A row of some cells, with lists that its number has. */
function rowOf(releaseNumber: number, key: SeriesKey, length: number): SeriesRecord {
  const has = (divisor: number) => releaseNumber % divisor === 0;
  const cells = <T>(at: (index: number) => T) => numbersFrom(0, length).map(at);
  return {
    releaseNumber,
    ...key,
    values: shownFigures(cells((index) => (index === 1 ? null : releaseNumber + index / 8))),
    statuses: has(2) ? cells((index) => (index === 1 ? 1 : null)) : null,
    flags: has(3) ? cells((index) => index) : null,
    numerators: has(40) ? shownFigures(cells(() => -3e-7)) : null,
    denominators: null,
    lowers: null,
    uppers: null,
    denominatorPeriodIds: has(5) ? cells((index) => `CY"${index},]`) : null,
    denominatorSource: has(50) ? `Estimates, ]"${releaseNumber}` : null,
    coverages: has(7) ? cells((index) => (index === 0 ? null : [index, null])) : null,
  };
}

/** One series in every release, of one cell but in the last volumes; one of which some releases, and some volumes, have none; one of the first. */
function unlikeRows(number: number): readonly SeriesRecord[] {
  const [whole, partial, first] = keys.map((key, index) =>
    rowOf(number, key, index === 0 && number < 200 ? 1 : number % 4),
  );
  return [whole, number % 3 === 0 || number > 100 ? undefined : partial, number === 1 ? first : undefined].filter(
    (row) => row !== undefined,
  );
}

const lists = ['values', 'statuses', 'flags', 'numerators', 'denominatorPeriodIds', 'coverages'] as const;

/** What is read of releases, by release and series; a list of nulls alone is none. */
async function read(numbers: readonly number[]): Promise<readonly unknown[]> {
  const found = await readSeries(store, keys, numbers);
  return numbers.flatMap((number) =>
    keys.flatMap((key) => {
      const row = found.get(textOfKey(key))?.of(number);
      if (row === undefined) return [];
      const cells = lists.map((list) => row.lists[list]?.slice(row.first, row.first + row.length) ?? null);
      const said = cells.map((list) => (list?.some((cell) => cell !== null) === true ? list : null));
      return [[number, key, row.length, said, row.denominatorSource]];
    }),
  );
}

describe('a large volume', () => {
  it('holds what the small ones held that it is made of', async () => {
    for (let first = 1; first < releasesOfLarge; first += releasesBound)
      await addReleases(numbersFrom(first, releasesBound), unlikeRows);
    expect(await volumes()).toEqual([releasesOfLarge]);
    const numbers = numbersFrom(1, releasesOfLarge);
    const joined = await read(numbers);
    await store.sql`delete from volume`;
    expect(joined).toEqual(await read(numbers));
    expect(joined).toHaveLength(releasesOfLarge + 67 + 1);
  });

  it('is made of rows where small ones do not hold one release after another', async () => {
    for (let first = 1; first < releasesOfLarge - releasesBound; first += releasesBound)
      await addReleases(numbersFrom(first, releasesBound), unlikeRows);
    await store.sql`update release set recalled_at = now(), recall_reason = 'wrong' where number = 20`;
    const last = numbersFrom(releasesOfLarge - releasesBound + 1, releasesBound + 1);
    for (const number of last) await addReleases([number], unlikeRows);
    expect(await volumes()).toEqual([releasesOfLarge]);
    const numbers = numbersFrom(1, releasesOfLarge + 1).filter((number) => number !== 20);
    const joined = await read(numbers);
    await store.sql`delete from volume`;
    expect(joined).toEqual(await read(numbers));
  });
});

/**
 * Compares ways to keep observations in PostgreSQL and prints Markdown tables: loading and size, reading, and one file.
 *
 * Run it against a database that may be written to, with the number of observations (10 million unless told); it works
 * in a schema of its own, which it drops first and last:
 *
 *     DATABASE_URL=postgres://postgres@localhost:5432/scratch node test/bench/store-layout.ts 10000000
 */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { millisecondsOf } from './elapsed.ts';
import { table } from './report-table.ts';
import { spreadOf } from './statistics.ts';
import { plainRowLayout, rowLayout, seriesLayout, type Layout } from './store-layout/layouts.ts';
import * as reads from './store-layout/reads.ts';
import { generateSeries, newestSeries, placesFor, scatteredSeries, type Series } from './store-layout/series.ts';

/** The observations of the borough crime file, 2010 to 2021: 1,300 series of 180 months. */
const fileSeries = 1300;
/** Reads, and COPY of one file, are repeated this often and their median taken; the load of the whole table is not. */
const repeats = 3;
/** COPY is fed in pieces of about this many characters; one write for each line would measure the writes. */
const pieceLength = 1 << 17;

interface Reader {
  readonly name: string;
  readonly read: reads.ReadSeries;
  readonly isView?: boolean;
}

const rows: Reader = { name: 'rows, grouped in JavaScript', read: reads.readRows };
const view: Reader = { name: 'the view, grouped in JavaScript', read: reads.readRows, isView: true };
const arrayText: Reader = { name: 'values::text, JSON.parse', read: reads.readArrayText };
const allArrayText: Reader = { name: 'all six lists::text, JSON.parse', read: reads.readAllArrayText };
const json: Reader = { name: 'json columns', read: reads.readJsonColumns };
const allJson: Reader = { name: 'all six json columns', read: reads.readAllJsonColumns };
const arrayReaders: readonly Reader[] = [
  arrayText,
  { name: 'driver’s array parser', read: reads.readDriverArrays },
  { name: 'array_to_string, JSON.parse', read: reads.readJoinedText },
  { name: 'array_to_json', read: reads.readJson },
  { name: 'json_agg, one row', read: reads.readOneJson },
  view,
];

const fileLayout = seriesLayout('B: arrays', { form: 'array', isRate: false });
const jsonFileLayout = seriesLayout('C: json', { form: 'json', isRate: false });
const inline = { isRate: true, toastTarget: 8160 } as const;

const contenders: readonly (readonly [Layout, readonly Reader[]])[] = [
  [rowLayout, [rows, { name: 'array_agg::text, JSON.parse', read: reads.readGroupedRows }]],
  [fileLayout, arrayReaders],
  [jsonFileLayout, [json, view]],
  [seriesLayout('B, rates', { form: 'array', isRate: true }), [arrayText, allArrayText]],
  [seriesLayout('B, rates, inline', { form: 'array', ...inline }), [arrayText, allArrayText]],
  [seriesLayout('C, rates', { form: 'json', isRate: true }), [json, allJson]],
  [seriesLayout('C, rates, inline', { form: 'json', ...inline }), [json, allJson]],
];

async function main(observations: number, url: string): Promise<void> {
  await using sql = Object.assign(
    postgres(url, { max: 1, onnotice: () => undefined, connection: { search_path: 'store_layout' } }),
    { [Symbol.asyncDispose]: () => sql.end() },
  );
  const places = placesFor(observations);
  const loading: string[][] = [];
  const reading: string[][] = [];
  for (const [layout, readers] of contenders) {
    console.error(`${layout.name} …`);
    await createTable(sql, layout);
    loading.push([layout.name, ...(await measureLoad(sql, layout, places))]);
    for (const reader of readers)
      reading.push([layout.name, reader.name, ...(await measureReads(sql, layout, { reader, places }))]);
  }
  const files: string[][] = [];
  for (const layout of [plainRowLayout, fileLayout, jsonFileLayout]) files.push(await measureFile(sql, layout));
  await sql`drop schema store_layout cascade`;
  console.log(`\n${table(['layout', 'load s', 'of it making the text s', 'table MB', 'index MB'], loading)}`);
  console.log(`\n${table(['layout', 'read', '1 series ms', '33 series ms', '5,000 series ms'], reading)}`);
  console.log(`\n${table(['COPY of 234,000 observations', 'ms'], files)}`);
}

async function createTable(sql: postgres.Sql, layout: Layout): Promise<void> {
  await sql.unsafe(`drop schema if exists store_layout cascade; create schema store_layout; ${layout.create}`);
  await sql`checkpoint`;
}

async function measureLoad(sql: postgres.Sql, layout: Layout, places: number): Promise<string[]> {
  const loadMs = await millisecondsOf(() => copy(sql, layout.table, pieces(layout, generateSeries(places))));
  const textMs = await millisecondsOf(() => drain(pieces(layout, generateSeries(places))));
  await sql`vacuum analyze ${sql(layout.table)}`;
  const [size] = await sql<{ heap: string; index: string }[]>`
    select pg_table_size(${layout.table}::regclass) as heap, pg_indexes_size(${layout.table}::regclass) as index`;
  const megabytes = [size?.heap, size?.index].map((bytes) => (Number(bytes) / 1e6).toFixed(0));
  return [(loadMs / 1000).toFixed(1), (textMs / 1000).toFixed(1), ...megabytes];
}

async function measureReads(
  sql: postgres.Sql,
  layout: Layout,
  { reader, places }: { reader: Reader; places: number },
): Promise<string[]> {
  const table = reader.isView === true ? `${layout.table}_observation` : layout.table;
  const single = scatteredSeries(places, 200).map((series) => [series]);
  const boroughs = newestSeries(places, 33);
  const bulk = newestSeries(places, 5000);
  const requests = [single, Array.from({ length: 20 }, () => boroughs), [bulk, bulk, bulk]];
  const medians: string[] = [];
  for (const group of requests) {
    // The first pass warms the caches and proves that the answers are right.
    for (const wanted of group) assertSame(await reader.read(sql, table, wanted), wanted);
    const times: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++)
      for (const wanted of group) times.push(await millisecondsOf(() => reader.read(sql, table, wanted)));
    medians.push(median(times).toFixed(2));
  }
  return medians;
}

/** COPY, from text that is ready, of as many observations as the borough crime file has; begin to commit. */
async function measureFile(sql: postgres.Sql, layout: Layout): Promise<string[]> {
  const series = generateSeries(placesFor(fileSeries * 180)).take(fileSeries);
  const ready = [...pieces(layout, series)];
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    await createTable(sql, layout);
    times.push(await millisecondsOf(() => copy(sql, layout.table, ready)));
  }
  return [layout.name, median(times).toFixed(0)];
}

async function copy(sql: postgres.Sql, table: string, text: Iterable<string>): Promise<void> {
  await sql.begin(async (transaction) => {
    await pipeline(Readable.from(text), await transaction`copy ${transaction(table)} from stdin`.writable());
  });
}

function* pieces(layout: Layout, all: Iterable<Series>): Generator<string> {
  let piece = '';
  for (const series of all) {
    piece += layout.copyLines(series);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Takes all pieces by way of a stream, as COPY does, and keeps none. */
async function drain(text: Iterable<string>): Promise<void> {
  await Readable.from(text).forEach(() => undefined);
}

function assertSame(found: readonly reads.SeriesRead[], wanted: readonly Series[]): void {
  const published = (series: reads.SeriesRead) => series.statuses ?? series.values.map(() => 0);
  assert.deepEqual(
    found.map((series) => [series.values, published(series)]),
    wanted.map((series) => [series.values, published(series)]),
  );
}

function median(times: readonly number[]): number {
  return spreadOf(times)?.median ?? Number.NaN;
}

const url = process.env['DATABASE_URL'];
if (url === undefined) throw new Error('Set DATABASE_URL, for example postgres://postgres@localhost:5432/scratch');
const observations = Number(process.argv[2] ?? 10_000_000);
if (!(observations > 0)) throw new Error(`"${process.argv[2] ?? ''}" is no number of observations, such as 10000000`);
await main(observations, url);

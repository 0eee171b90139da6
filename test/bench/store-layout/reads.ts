import type postgres from 'postgres';
import type { SeriesKey } from './series.ts';

type Numbers = readonly (number | null)[];

/** What a read gives for one series, oldest month first; no statuses where all are 0. */
export interface SeriesRead {
  readonly values: Numbers;
  readonly statuses: Numbers | null;
}

/** Reads series of one release in one statement; the answer has the order of `keys`. */
export type ReadSeries = (
  sql: postgres.Sql,
  table: string,
  keys: readonly SeriesKey[],
) => Promise<readonly SeriesRead[]>;

type Fragment = postgres.Fragment;

/** One row an observation, grouped here. */
export const readRows: ReadSeries = async (sql, table, keys) => {
  const rows = await sql<{ position: number; ordinal: number; value: number | null; status: number }[]>`
    select position::int, ordinal, value, status ${fromWanted(sql, table, keys)}`;
  const found = keys.map((): { values: (number | null)[]; statuses: number[] } => ({ values: [], statuses: [] }));
  for (const { position, ordinal, value, status } of rows) {
    const series = found[position - 1];
    if (series === undefined) continue;
    series.values[ordinal] = value;
    series.statuses[ordinal] = status;
  }
  return found;
};

/** One row an observation, grouped by the database. */
export const readGroupedRows: ReadSeries = (sql, table, keys) =>
  readArrays(
    keys,
    sql`
    select position::int, array_agg(value order by ordinal)::text, array_agg(status order by ordinal)::text
    ${fromWanted(sql, table, keys)} group by position`,
    parseArrayText,
  );

/**
 * Arrays as the driver parses them, character by character; it makes NaN of null.
 *
 * Source: https://github.com/porsager/postgres/issues/1049
 */
export const readDriverArrays: ReadSeries = (sql, table, keys) =>
  readArrays(keys, sql`select position::int, s.values, s.statuses ${fromWanted(sql, table, keys)}`, (array) =>
    trustParsed(array).map((value) => (Number.isNaN(value) ? null : value)),
  );

/** Arrays in PostgreSQL's own text form, turned into JSON here. */
export const readArrayText: ReadSeries = (sql, table, keys) =>
  readArrays(
    keys,
    sql`select position::int, s.values::text, s.statuses::text ${fromWanted(sql, table, keys)}`,
    parseArrayText,
  );

/** The same, with numerators, denominators and limits, which are parsed and dropped. */
export const readAllArrayText: ReadSeries = (sql, table, keys) => {
  const query = sql`
    select position::int, s.values::text, s.statuses::text, s.numerators::text, s.denominators::text, s.lowers::text,
      s.uppers::text ${fromWanted(sql, table, keys)}`;
  return readArrays(keys, query, parseArrayText);
};

/** Columns of type `json`, which the driver gives to JSON.parse. */
export const readJsonColumns: ReadSeries = (sql, table, keys) =>
  readArrays(keys, sql`select position::int, s.values, s.statuses ${fromWanted(sql, table, keys)}`, trustParsed);

/** The same, with numerators, denominators and limits, which are parsed and dropped. */
export const readAllJsonColumns: ReadSeries = (sql, table, keys) => {
  const query = sql`
    select position::int, s.values, s.statuses, s.numerators, s.denominators, s.lowers, s.uppers
    ${fromWanted(sql, table, keys)}`;
  return readArrays(keys, query, trustParsed);
};

/** Arrays joined by the database, parsed as JSON here. */
export const readJoinedText: ReadSeries = (sql, table, keys) =>
  readArrays(
    keys,
    sql`select position::int, array_to_string(s.values, ',', 'null'), array_to_string(s.statuses, ',')
      ${fromWanted(sql, table, keys)}`,
    (text) => trustParsed(JSON.parse(`[${String(text)}]`)),
  );

/** Arrays that the database turns into JSON, a value each. */
export const readJson: ReadSeries = (sql, table, keys) =>
  readArrays(
    keys,
    sql`select position::int, array_to_json(s.values), array_to_json(s.statuses) ${fromWanted(sql, table, keys)}`,
    trustParsed,
  );

/** All series as one JSON value in one row. */
export const readOneJson: ReadSeries = async (sql, table, keys) => {
  const rows = await sql<{ found: [number, Numbers, Numbers | null][] }[]>`
    select json_agg(json_build_array(position, s.values, s.statuses)) as found ${fromWanted(sql, table, keys)}`;
  return inOrder(keys, rows[0]?.found ?? [], trustParsed);
};

async function readArrays(
  keys: readonly SeriesKey[],
  query: postgres.PendingQuery<postgres.Row[]>,
  parse: (array: unknown) => Numbers,
): Promise<readonly SeriesRead[]> {
  return inOrder(keys, await query.values(), parse);
}

function inOrder(
  keys: readonly SeriesKey[],
  rows: readonly (readonly unknown[])[],
  parse: (array: unknown) => Numbers,
): readonly SeriesRead[] {
  const found = new Array<SeriesRead>(keys.length);
  for (const [position, values, statuses, ...others] of rows) {
    found[Number(position) - 1] = { values: parse(values), statuses: statuses === null ? null : parse(statuses) };
    others.forEach(parse);
  }
  return found;
}

/** The rows of `table` for each key, numbered from 1 in the order of `keys`. */
function fromWanted(sql: postgres.Sql, table: string, keys: readonly SeriesKey[]): Fragment {
  return sql`
    from unnest(${keys.map((key) => key.dimensionKey)}::text[], ${keys.map((key) => key.place)}::text[])
      with ordinality as wanted (dimension_key, place, position)
    join ${sql(table)} s using (dimension_key, place)
    where s.indicator_id = 1 and s.release_id = ${keys[0]?.release ?? 0}`;
}

function parseArrayText(text: unknown): Numbers {
  return trustParsed(JSON.parse(`[${String(text).slice(1, -1).replaceAll('NULL', 'null')}]`));
}

/** The columns are arrays of numbers by their types; whoever runs the experiment compares the first answer in full. */
function trustParsed(array: unknown): Numbers {
  return array as Numbers;
}

import type { Series } from './series.ts';

/** One way to keep series in PostgreSQL. */
export interface Layout {
  readonly name: string;
  readonly table: string;
  /** Statements that create the table, its key and what belongs to it. */
  readonly create: string;
  /** The series as lines of COPY's text format, for the table's columns in order. */
  readonly copyLines: (series: Series) => string;
}

/** How a table of one row a series is kept. */
export interface SeriesStorage {
  /** PostgreSQL's arrays (float8[], smallint[], int[]), or JSON arrays in columns of type `json`, which are kept as text. */
  readonly form: 'array' | 'json';
  /** Whether each value comes with numerator, denominator and limits: five lists of numbers in place of one. */
  readonly isRate: boolean;
  /**
   * The length in bytes that rows are made to fit, by compressing lists and then moving them out; PostgreSQL looks at
   * rows over 2032 bytes only, and its binaries from npm compress by pglz, being built without lz4.
   *
   * @default 2032
   */
  readonly toastTarget?: number;
}

/** One row an observation, under its natural key. */
export const rowLayout: Layout = {
  name: 'A: one row an observation',
  table: 'observation',
  create: `create table observation (
    release_id int, indicator_id int, place text, period_type smallint, dimension_key text, ordinal int,
    value float8, numerator float8, denominator float8, lower float8, upper float8, status smallint, flags int,
    primary key (indicator_id, dimension_key, place, release_id, period_type, ordinal))`,
  copyLines: ({ release, place, dimensionKey, values, statuses }) =>
    values
      .map(
        (value, month) =>
          `${release}\t1\t${place}\t1\t${dimensionKey}\t${month}\t${value ?? '\\N'}\t\\N\t\\N\t\\N\t\\N\t${statuses?.[month] ?? 0}\t0\n`,
      )
      .join(''),
};

/** One row an observation in six columns: the least that loading could be compared with. */
export const plainRowLayout: Layout = {
  name: 'one row each, six columns',
  table: 'plain_observation',
  create: `create table plain_observation (
    release int, indicator text, area text, period int, value float8, status smallint,
    primary key (release, indicator, area, period))`,
  copyLines: ({ release, place, dimensionKey, values, statuses }) =>
    values
      .map(
        (value, month) =>
          `${release}\t${dimensionKey}\t${place}\t${month}\t${value ?? '\\N'}\t${statuses?.[month] ?? 0}\n`,
      )
      .join(''),
};

/** One row a series with lists over the grid that `coverage` gives for its release, and a view that unnests it. */
export function seriesLayout(name: string, storage: SeriesStorage): Layout {
  return {
    name,
    table: 'series',
    create: createSeries(storage),
    copyLines: (series) => seriesLine(series, storage),
  };
}

function seriesLine(series: Series, storage: SeriesStorage): string {
  const { release, place, dimensionKey, values, statuses } = series;
  const measures = storage.isRate ? rateMeasures(series) : [null, null, null, null];
  const lists = [values, statuses, null, ...measures].map((numbers) => listText(numbers, storage.form)).join('\t');
  return `${release}\t1\t${place}\t${dimensionKey}\t${lists}\n`;
}

/** Numerators, denominators, lower and upper limits; the limits have all the digits that a computed figure has. */
function rateMeasures({ values }: Series): readonly Series['values'][] {
  const scaled = (factor: number) => values.map((value) => (value === null ? null : value * factor));
  return [values, values.map(() => 13_750), scaled(1 / 1.07), scaled(1.07)];
}

function listText(numbers: Series['values'] | null, form: SeriesStorage['form']): string {
  if (numbers === null) return '\\N';
  return form === 'json' ? JSON.stringify(numbers) : `{${numbers.map((number) => number ?? 'NULL').join()}}`;
}

function createSeries({ form, toastTarget = 2032 }: SeriesStorage): string {
  const measures = ['values', 'numerators', 'denominators', 'lowers', 'uppers'];
  const column = (name: string, type: string) => `${name} ${form === 'json' ? 'json' : `${type}[]`}`;
  const unnested = [...measures, 'statuses', 'flags'].map((name) =>
    form === 'json' ? `json_array_elements_text(s.${name})` : `unnest(s.${name})`,
  );
  return `
    create table coverage (
      release_id int, indicator_id int, period_type smallint, first_ordinal int, primary key (release_id, indicator_id));
    insert into coverage select release, 1, 1, 0 from generate_series(1, 9) release;
    create table series (
      release_id int, indicator_id int, place text, dimension_key text, ${column('values', 'float8')},
      ${column('statuses', 'smallint')}, ${column('flags', 'int')},
      ${measures
        .slice(1)
        .map((name) => column(name, 'float8'))
        .join(', ')},
      primary key (indicator_id, dimension_key, place, release_id)) with (toast_tuple_target = ${toastTarget});
    create view series_observation as
      select s.release_id, s.indicator_id, s.place, c.period_type, s.dimension_key,
        c.first_ordinal + o.position::int - 1 as ordinal, o.value::float8, o.numerator::float8,
        o.denominator::float8, o.lower::float8, o.upper::float8, coalesce(o.status::smallint, 0::smallint) as status,
        coalesce(o.flags::int, 0) as flags
      from series s join coverage c using (release_id, indicator_id) cross join lateral
        rows from (${unnested.join(', ')}) with ordinality
          as o (value, numerator, denominator, lower, upper, status, flags, position)`;
}

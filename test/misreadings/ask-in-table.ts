import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { parse } from 'csv-parse/sync';
import type { RunningSystem } from '../support/running-system.ts';
import { readParquetRows } from '../support/read-columnar.ts';
import { type Ask, type AskedSeries, questionQuery, questionVariables } from './ask.ts';

/** A row by the names of its columns, every cell as text; nothing is an empty one. */
type Row = Readonly<Record<string, string>>;

/**
 * Asks over HTTP for CSV, and reads each series out of its rows.
 *
 * @throws with the messages in place of the file, where there is none.
 */
export const askInCsv =
  ({ url }: Pick<RunningSystem, 'url'>): Ask =>
  async (question) => {
    const bytes = await takeTable(url, question, 'csv');
    // The mark that keeps a text from being a formula is no part of it.
    const rows = parse<Row>(Buffer.from(bytes), { columns: true, cast: (cell) => cell.replace(/^'/, '') });
    return seriesIn(rows, question);
  };

/** As `askInCsv`, in Parquet. */
export const askInParquet =
  ({ url }: Pick<RunningSystem, 'url'>): Ask =>
  async (question) => {
    const rows = await readParquetRows(await takeTable(url, question, 'parquet'));
    return seriesIn(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell)]))),
      question,
    );
  };

const textOf = (cell: unknown) => (cell === null ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell));

async function takeTable(url: string, question: Parameters<Ask>[0], format: string): Promise<Uint8Array> {
  const root = agencyNames.find(({ name }) => name === question.agency)?.rootField ?? question.agency;
  const response = await fetch(`${url}/graphql?format=${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: questionQuery(root), variables: questionVariables(question) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.bytes();
}

function seriesIn(rows: readonly Row[], { dimensions }: Parameters<Ask>[0]): readonly AskedSeries[] {
  const keyOf = (row: Row) =>
    ['indicator_id', 'area_code', 'periodType', 'dimensions_value'].map((name) => row[name]).join(' ');
  const found = [...Map.groupBy(rows, keyOf).values()].map(seriesOf);
  const wanted = Object.keys(dimensions ?? {}).length;
  return dimensions === undefined ? found : found.filter((one) => one.dimensions.length === wanted);
}

function seriesOf(rows: readonly Row[]): AskedSeries {
  const [first = {}] = rows;
  const text = (name: string) => first[name] ?? '';
  const columns = (...names: readonly string[]) => {
    const [lists, length] = [names.map((name) => splitCell(text(name))), splitCell(text(names[0] ?? '')).length];
    return Array.from({ length }, (_, at) => lists.map((list) => list[at] ?? ''));
  };
  return {
    indicator: {
      id: text('indicator_id'),
      name: text('indicator_name'),
      definition: text('indicator_definition'),
      unit: text('indicator_unit'),
      valueType: text('indicator_valueType'),
      multiplier: Number(text('indicator_multiplier')),
      additivity: text('indicator_additivity'),
      attributionBasis: text('indicator_attributionBasis'),
    },
    area:
      text('area_code') === '' ? null : { code: text('area_code'), name: text('area_name'), type: text('area_type') },
    dimensions: columns('dimensions_dimension', 'dimensions_value', 'dimensions_label').map(
      ([dimension = '', value = '', label = '']) => ({ dimension, value, label }),
    ),
    periodType: text('periodType'),
    breaks: columns('breaks_at', 'breaks_note').map(([at = '', note = '']) => ({ at, note })),
    caveats: columns('caveats_severity', 'caveats_text').map(([severity = '', said = '']) => ({
      severity,
      text: said,
    })),
    observations: rows.filter((row) => row['marker'] !== '[none]').map(observationOf),
  };
}

function observationOf(row: Row): AskedSeries['observations'][number] {
  const text = (name: string) => row[name] ?? '';
  const figure = (name: string) => (text(name) === '' ? null : Number(text(name)));
  const denominatorPeriod = text('denominatorPeriod_id');
  return {
    period: {
      id: text('period_id'),
      type: text('period_type'),
      start: text('period_start'),
      end: text('period_end'),
    },
    value: figure('value'),
    displayValue: text('displayValue'),
    status: text('status'),
    flags: [...splitCell(text('flags'))],
    numerator: figure('numerator'),
    denominator: figure('denominator'),
    denominatorPeriod: denominatorPeriod === '' ? null : { id: denominatorPeriod },
    lower: figure('lower'),
    upper: figure('upper'),
  };
}

/** The values that share a cell, with `|` between and a `\\` before one of their own; none where it is empty. */
function splitCell(cell: string): readonly string[] {
  if (cell === '') return [];
  const values = [''];
  for (const [part] of cell.matchAll(/\\?[^]/g))
    if (part === '|') values.push('');
    else values.push((values.pop() ?? '') + part.replace(/^\\(?=[|\\])/, ''));
  return values;
}

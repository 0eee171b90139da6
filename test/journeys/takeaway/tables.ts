import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readArrowRows, readParquetRows, readSheetRows } from '../../support/read-columnar.ts';
import type { SharedSystem } from './shared-system.ts';

/** A value of the answer as JSON, where the test has said it is. */
type Json = Readonly<Record<string, unknown>>;

const observation =
  'period { id label end } value displayValue status flags lower numerator release { id publishedAt }';
const cellsOf = (cell: Json) => {
  const { period, release, flags, ...plain } = cell as { period: Json; release: Json | null; flags: string[] } & Json;
  return {
    period_id: period['id'],
    period_label: period['label'],
    period_end: period['end'],
    ...plain,
    flags: flags.join('|') || null,
    release_id: release?.['id'] ?? null,
    release_publishedAt: release?.['publishedAt'] ?? null,
  };
};
/** What the marker of a figure that its publisher does not qualify has to be: what a table prints in its place. */
const markerOf = ({ status, displayValue }: Json) => (status === 'PUBLISHED' ? null : displayValue);

/** Operations, with what their rows have to be, worked out from the answer as JSON. */
const operations: readonly (readonly [string, string, (data: Json) => readonly Json[]])[] = [
  [
    'every borough’s children in care, of which some are withheld or missing',
    `{ boroughs { code name safeguarding { lookedAfterChildren { directlyMeasured observations { ${observation} } } } } }`,
    ({ boroughs }) =>
      (boroughs as (Json & { safeguarding: { lookedAfterChildren: Json | null } })[]).flatMap(
        ({ code, name, safeguarding: { lookedAfterChildren: series } }): readonly Json[] => {
          const around = {
            code,
            name,
            safeguarding_lookedAfterChildren_directlyMeasured: series?.['directlyMeasured'] ?? null,
          };
          const cells = (series?.['observations'] ?? []) as Json[];
          return cells.length === 0
            ? [{ ...around, marker: '[none]' }]
            : cells.map((cell) => ({ ...around, ...cellsOf(cell), marker: markerOf(cell) }));
        },
      ),
  ],
  [
    'recorded crime in columns',
    `{ policing { series(indicators: ["recorded-crime"], first: 20) { endCursor nodes { indicator { id decimals } area { code name } dimensions { dimension value } isSynthetic periodIds values statuses } } } }`,
    ({ policing }) => {
      const { series } = policing as {
        series: { endCursor: string; nodes: (Json & Record<'indicator' | 'area', Json>)[] };
      };
      return series.nodes.flatMap(({ indicator, area, ...node }) => {
        const [ids, values, statuses] = ['periodIds', 'values', 'statuses'].map((name) => node[name] as unknown[]);
        const dimensions = node['dimensions'] as Record<string, string>[];
        return (ids ?? []).map((id, at) => ({
          policing_series_endCursor: series.endCursor,
          indicator_id: indicator['id'],
          indicator_decimals: indicator['decimals'],
          area_code: area['code'],
          area_name: area['name'],
          dimensions_dimension: dimensions.map(({ dimension }) => dimension).join('|') || null,
          dimensions_value: dimensions.map(({ value }) => value).join('|') || null,
          isSynthetic: node['isSynthetic'],
          period_id: id,
          value: values?.[at],
          status: statuses?.[at],
          marker: null,
        }));
      });
    },
  ],
  [
    'what is held',
    '{ health { name datasets { id title landingPage disclosurePolicy { minimumCount zerosShown } latestRelease { rowsRead } } } }',
    ({ health }) => {
      const { name, datasets } = health as { name: string; datasets: Json[] };
      return datasets.map(({ disclosurePolicy, latestRelease, ...plain }) => ({
        health_name: name,
        ...plain,
        disclosurePolicy_minimumCount: (disclosurePolicy as Json)['minimumCount'],
        disclosurePolicy_zerosShown: (disclosurePolicy as Json)['zerosShown'],
        latestRelease_rowsRead: (latestRelease as Json | null)?.['rowsRead'] ?? null,
      }));
    },
  ],
];

/** Compares tables in every form with the same answers as JSON. */
export function testTables(shared: SharedSystem): void {
  async function takeBytes(query: string, format: string) {
    const response = await fetch(`${shared.running.url}/graphql?format=${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    return response.bytes();
  }

  /** A cell of a sheet, without the mark that keeps it from being a formula. */
  const plainCell = (cell: unknown) => (typeof cell === 'string' ? cell.replace(/^'/, '') : (cell ?? null));
  const take = async (query: string, format: string) => new TextDecoder().decode(await takeBytes(query, format));

  /** A cell as CSV has it: nothing where JSON has null. */
  const asText = (value: unknown) =>
    value === null || value === undefined ? '' : JSON.stringify(value).replace(/^"|"$/g, '');

  describe('every cell of a table', () => {
    it.each(operations)('is that of JSON: %s', async (_, query, rowsOf) => {
      const { data, errors } = await shared.running.ask(query);
      expect(errors).toBeUndefined();
      const expected = rowsOf(data ?? {});
      expect(expected.length).toBeGreaterThan(15);
      const csv = parse<Record<string, string>>(await take(query, 'csv'), { columns: true });
      const lines = (await take(query, 'ndjson')).trimEnd().split('\n');
      const ndjson = lines.map((line) => JSON.parse(line) as Json);
      const names = Object.keys(csv[0] ?? {});
      expect(names.toSorted()).toEqual([...new Set([...expected.flatMap(Object.keys), 'synthetic'])].toSorted());
      const whole = expected.map((row) => names.map((name) => row[name] ?? null));
      expect(ndjson.map((row) => names.map((name) => row[name]))).toEqual(whole);
      const binary = (format: string) => takeBytes(query, format);
      for (const rows of [await readParquetRows(await binary('parquet')), readArrowRows(await binary('arrow'))])
        expect(rows.map((row) => names.map((name) => row[name]))).toEqual(whole);
      const [header, ...sheet] = readSheetRows(await binary('xlsx'));
      expect(header).toEqual(names);
      expect(sheet.map((row) => names.map((_, at) => plainCell(row[at])))).toEqual(whole);
      const plainText = (row: Record<string, string>) => names.map((name) => (row[name] ?? '').replace(/^'/, ''));
      expect(csv.map(plainText)).toEqual(whole.map((row) => row.map(asText)));
    });

    it('says of a figure why there is none, and zero is a value', async () => {
      const [, query = ''] = operations[0] ?? [];
      const rows = parse<Record<string, string>>(await take(query, 'csv'), { columns: true });
      const figures = rows
        .filter(({ name, period_id: id }) => id !== '' && (name === 'Camden' || name === 'Hackney'))
        .map(({ name, period_id: id, value, marker }) => [name, id, value, marker].join());
      expect(figures).toEqual([
        'Camden,S2022-03-31,,[x]',
        'Camden,S2023-03-31,,[x]',
        'Hackney,S2022-03-31,0,',
        'Hackney,S2023-03-31,,[c]',
      ]);
    });

    it('is in the dictionary, with what must be shown beside the figures', async () => {
      const dictionary = JSON.parse(
        await take(
          '{ policing { series(indicators: ["police-officers"], first: 3) { nodes { area { code } periodIds values } } } }',
          'csvw',
        ),
      ) as Json;
      expect(dictionary).toMatchObject({
        'dc:source': [
          {
            'dc:identifier': 'officers-per-borough',
            'dc:license': expect.stringMatching(/./) as unknown,
            'dc:rights': expect.stringMatching(/./) as unknown,
          },
        ],
        tableSchema: {
          columns: [
            { name: 'area_code', datatype: 'string', 'dc:description': expect.stringContaining('ONS code') as unknown },
            { name: 'period_id', datatype: 'string' },
            { name: 'value', datatype: 'double' },
            { name: 'status' },
            { name: 'marker', 'dc:description': expect.stringContaining('[c] CONFIDENTIAL') as unknown },
            { name: 'synthetic' },
          ],
        },
      });
    });
  });
}

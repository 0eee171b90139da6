import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readArrowRows, readParquetRows } from '../../support/read-columnar.ts';
import type { SharedSystem } from './shared-system.ts';

type Row = Readonly<Record<string, unknown>>;

/** Takes whole datasets away, of more series than one page has. */
export function testDatasetFiles(shared: SharedSystem): void {
  const dataset = 'mps-recorded-crime-borough';
  const groups = ['burglary', 'drug-offences', 'possession-of-weapons', 'robbery', 'sexual-offences', 'theft'];

  async function take(file: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(`${shared.running.url}/data/datasets/${file}`, { headers });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** What bulk answers, page after page, as rows. */
  async function answered(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let after: string | null = null;
    do {
      const { data } = await shared.running.ask(
        `query Pages($after: String) { policing { series(indicators: ["recorded-crime"], first: 90, after: $after) { hasNextPage endCursor nodes {
          area { code } dimensions { dimension value } periodIds values statuses } } } }`,
        { after },
      );
      const { series } = (data as { policing: { series: { hasNextPage: boolean; endCursor: string; nodes: Node[] } } })
        .policing;
      for (const { area, dimensions, periodIds, values, statuses } of series.nodes)
        for (const [at, period] of periodIds.entries()) {
          const of = dimensions.map(({ dimension, value }) => `${dimension}=${value}`).join(';') || 'total';
          rows.push({ area: area.code, dimensions: of, period, value: values[at], status: statuses[at] });
        }
      after = series.hasNextPage ? series.endCursor : null;
    } while (after !== null);
    return rows;
  }
  interface Node {
    readonly area: { readonly code: string };
    readonly dimensions: readonly { readonly dimension: string; readonly value: string }[];
    readonly periodIds: readonly string[];
    readonly values: readonly (number | null)[];
    readonly statuses: readonly string[];
  }

  describe('the file of a dataset', () => {
    it('has every row of all its pages in every form, and a tag that a load ends', async () => {
      const cells = boroughs
        .slice(1)
        .flatMap(({ code }, at) => groups.map((group, of) => `recorded-crime,${code},2025-10,${group},${at * 7 + of}`));
      const of = { agency: 'policing', dataset, on: '2026-02-01' };
      await shared.publish({ ...of, lines: ['indicator,area,period,offence-group,value', ...cells] });
      const expected = await answered();
      expect(expected.length).toBeGreaterThan(200);
      const only = ({ area, dimensions, period, value, status }: Row) => ({ area, dimensions, period, value, status });
      const csv = await take(`${dataset}.csv`);
      const [ndjson, parquet, arrow] = [`.ndjson`, `.parquet`, `.arrows`].map((ending) => take(dataset + ending));
      const lines = (await ndjson)?.bytes.toString().trimEnd().split('\n') ?? [];
      expect(lines.map((line) => only(JSON.parse(line) as Row))).toEqual(expected);
      expect((await readParquetRows((await parquet)?.bytes ?? Buffer.of())).map(only)).toEqual(expected);
      expect(readArrowRows((await arrow)?.bytes ?? Buffer.of()).map(only)).toEqual(expected);
      const number = (row: Row) => ({ ...only(row), value: row['value'] === '' ? null : Number(row['value']) });
      expect(parse<Row>(csv.bytes, { columns: true }).map(number)).toEqual(expected);
      const tag = csv.headers.get('etag') ?? '';
      expect((await take(`${dataset}.csv`, { 'if-none-match': tag })).status).toBe(304);
      await shared.publish({
        ...of,
        on: '2026-02-02',
        lines: ['indicator,area,period,offence-group,value', cells[0] ?? ''],
      });
      expect((await take(`${dataset}.csv`, { 'if-none-match': tag })).status).toBe(200);
    });

    it('says at HEAD what it says at GET, and no length, which is not known before it is made', async () => {
      const head = await fetch(`${shared.running.url}/data/datasets/${dataset}.csv`, { method: 'HEAD' });
      const said = ['etag', 'content-type', 'content-length'].map((name) => head.headers.get(name));
      const { headers } = await take(`${dataset}.csv`);
      expect([head.status, ...said]).toEqual([200, headers.get('etag'), headers.get('content-type'), null]);
    });

    it('is as it was on a day, where one is named', async () => {
      const on = async (day: string) => parse<Row>((await take(`${dataset}.csv?on=${day}`)).bytes, { columns: true });
      const released = (rows: readonly Row[]) => [
        ...new Set(rows.map(({ release }) => String(release).split('@')[1]?.slice(0, 10))),
      ];
      expect(released(await on('2026-02-01'))).toContain('2026-02-01');
      expect(released(await on('2026-01-31'))).not.toContain('2026-02-01');
      expect((await take(`${dataset}.csv?on=yesterday`)).status).toBe(400);
    });

    it('has a dictionary, and comments that say what must be shown', async () => {
      const dictionary = JSON.parse((await take(`${dataset}.csv-metadata.json`)).bytes.toString()) as Row;
      expect(dictionary).toMatchObject({
        'dc:source': [{ 'dc:identifier': dataset }],
        url: `/data/datasets/${dataset}.csv`,
      });
      const [first = ''] = (await take(`${dataset}.csv?comments=true`)).bytes.toString().split('\r\n');
      expect(first).toMatch(/^# /);
    });

    it('is none of what there is not, nor a spreadsheet', async () => {
      expect([(await take('nothing.csv')).status, (await take(`${dataset}.xlsx`)).status]).toEqual([404, 404]);
    });

    it('tells nobody who is not named what is not for everybody', async () => {
      const lines = [
        'indicator,area,period,value',
        'weapon-arrests,E09000012,2025-01,40',
        'weapon-arrests,E23000001,2025-01,900',
      ];
      await shared.publish({ agency: 'policing', dataset: 'operation-sceptre', on: '2025-03-01', lines });
      const rows = parse<Row>((await take('operation-sceptre.csv')).bytes, { columns: true });
      const [hackney] = rows.filter(({ area }) => area === 'E09000012');
      expect([hackney?.['value'], hackney?.['status']]).toEqual(['', 'WITHHELD_BY_TIER']);
    });
  });
}

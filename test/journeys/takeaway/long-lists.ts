import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { type RunningGateway, startGateway } from '@boroughgraph/gateway/server.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyDoor, openAgencyDoor } from '../../support/agency-door.ts';
import { readArrowRows, readParquetRows } from '../../support/read-columnar.ts';
import type { SharedSystem } from './shared-system.ts';

type Row = Readonly<Record<string, unknown>>;

/** Takes lists away that an agency gives in pages: all of them, by any operation, as files that are sent while they are made. */
export function testLongLists(shared: SharedSystem): void {
  const path = '/data/bulk';
  const asked = '?indicators=recorded-crime';
  const groups = ['burglary', 'drug-offences', 'possession-of-weapons', 'robbery', 'sexual-offences', 'theft'];
  const dataset = 'mps-recorded-crime-borough';
  const header = 'indicator,area,period,offence-group,value';
  const cells = boroughs
    .slice(1)
    .flatMap(({ code }, at) => groups.map((group, of) => `recorded-crime,${code},2025-10,${group},${at * 9 + of + 1}`));

  let door: AgencyDoor;
  let gateway: RunningGateway;
  /** What happens before the second page of a list is asked for. */
  let between: (cut: () => void) => Promise<void>;
  let loads = 0;
  const undisturbed = () => Promise.resolve();
  const goes = (cut: () => void) => {
    cut();
    return Promise.resolve();
  };

  async function take(url: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' = 'GET') {
    // Unlike fetch, it neither asks for compression by itself nor undoes it.
    const request = get(url, { headers, method, agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of response as AsyncIterable<Buffer>) pieces.push(piece);
    const said = (name: string) => String(response.headers[name] ?? '');
    return { status: response.statusCode, said, bytes: Buffer.concat(pieces) };
  }
  const streamed = (ending: string, headers?: Readonly<Record<string, string>>, method?: 'HEAD') =>
    take(gateway.url + path + ending + asked, headers, method);

  /** The rows that pages of JSON have, asked for one after another. */
  async function answered(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const { data } = await shared.running.ask(
        `query ($after: String) { policing { series(indicators: ["recorded-crime"], first: 90, after: $after) { hasNextPage endCursor nodes {
          area { code } dimensions { value } periodIds values statuses } } } }`,
        { after },
      );
      const { series } = (data as { policing: { series: { hasNextPage: boolean; endCursor: string; nodes: Node[] } } })
        .policing;
      for (const { area, dimensions, periodIds, values, statuses } of series.nodes)
        for (const [at, period] of periodIds.entries())
          rows.push({
            area_code: area.code,
            dimensions_value: dimensions.map(({ value }) => value).join('|') || null,
            ...{ period_id: period, value: values[at] ?? null, status: statuses[at] },
          });
      [after, isLast] = [series.endCursor, !series.hasNextPage];
    }
    return rows;
  }
  interface Node {
    readonly area: { readonly code: string };
    readonly dimensions: readonly { readonly value: string }[];
    readonly periodIds: readonly string[];
    readonly values: readonly (number | null)[];
    readonly statuses: readonly string[];
  }
  const only = ({ area_code, dimensions_value, period_id, value, status }: Row) => {
    const number = value === '' || value === null ? null : Number(value);
    return {
      area_code,
      dimensions_value: dimensions_value === '' ? null : dimensions_value,
      period_id,
      value: number,
      status,
    };
  };

  describe('a list in pages', () => {
    beforeAll(async () => {
      await shared.publish({ agency: 'policing', dataset, on: '2026-02-01', lines: [header, ...cells] });
      door = await openAgencyDoor(shared.agency('policing').url, (body, response) =>
        /"\w*after\w*":"/.test(body) ? between(() => response.destroy()) : Promise.resolve(),
      );
      const urls = Object.fromEntries([...shared.running.agencies].map(([name, { url }]) => [name, `${url}/graphql`]));
      gateway = await startGateway({
        ...{ urls: { ...urls, policing: `${door.url}/graphql` }, port: 0, logLevel: 'silent' },
        // Files of more than a packet are sent while they are made.
        wholeFileBytes: 1_000,
        startPlanningThread: startKeptThread,
      });
    });
    afterAll(async () => {
      await gateway.close();
      door.close();
    });

    it('is whole in every form, sent while it is made or not, and has the cells of JSON', async () => {
      between = undisturbed;
      const expected = await answered();
      expect(
        new Set(expected.map(({ area_code, dimensions_value }) => JSON.stringify([area_code, dimensions_value]))).size,
      ).toBeGreaterThan(200);
      const [csv, whole] = [await streamed('.csv'), await take(`${shared.running.url}${path}.csv${asked}`)];
      expect(csv.bytes.toString()).toBe(whole.bytes.toString());
      const records = parse<Row>(csv.bytes, { columns: true });
      expect(records.map(only)).toEqual(expected);
      expect(Object.keys(records[0] ?? {}).filter((name) => /page|cursor/i.test(name))).toEqual([]);
      const lines = (await streamed('.ndjson')).bytes.toString().trimEnd().split('\n');
      expect(lines.map((line) => only(JSON.parse(line) as Row))).toEqual(expected);
      expect((await readParquetRows((await streamed('.parquet')).bytes)).map(only)).toEqual(expected);
      expect(readArrowRows((await streamed('.arrows')).bytes).map(only)).toEqual(expected);
      const dictionary = JSON.parse((await streamed('.csv-metadata.json')).bytes.toString()) as Row;
      expect(dictionary).toMatchObject({ 'dc:source': [{ 'dc:identifier': dataset }] });
      const sheet = await take(`${gateway.url}${path}.xlsx${asked}`);
      expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    });

    it('is whole by any operation that does not say how much it wants', async () => {
      between = undisturbed;
      const rowsOf = async (given: string) => {
        const query = `{ policing { series(indicators: ["recorded-crime"]${given}) { nodes { area { code } observations { period { id } value } } } } }`;
        const response = await fetch(`${gateway.url}/graphql?format=csv`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        return parse<Row>(await response.text(), { columns: true }).length;
      };
      const expected = await answered();
      expect(await rowsOf('')).toBe(expected.length);
      expect(await rowsOf(', first: 20')).toBeLessThan(expected.length / 2);
    });

    it('has a tag at any gateway, is compressed, and is sent whole to whoever wants a part', async () => {
      between = undisturbed;
      const [first, head] = [await streamed('.csv'), await streamed('.csv', {}, 'HEAD')];
      const tag = first.said('etag');
      expect([tag, head.said('etag'), first.said('accept-ranges')]).toEqual([
        expect.stringMatching(/^W\/"/) as unknown,
        tag,
        'none',
      ]);
      expect([head.status, head.bytes.length, head.said('content-type')]).toEqual([200, 0, first.said('content-type')]);
      const known = await streamed('.csv', { 'if-none-match': tag });
      expect([known.status, known.bytes.length, known.said('etag')]).toEqual([304, 0, tag]);
      const packed = await streamed('.csv', { 'accept-encoding': 'gzip' });
      expect([packed.said('content-encoding'), gunzipSync(packed.bytes).equals(first.bytes)]).toEqual(['gzip', true]);
      const part = await streamed('.csv', { range: 'bytes=5-' });
      expect([part.status, part.bytes.equals(first.bytes)]).toEqual([200, true]);
    });

    it.each(process.env['TAKEAWAY_ALL'] === undefined ? ['.csv'] : ['.csv', '.parquet', '.arrows', '.ndjson'])(
      '%s ends broken where a release is loaded in between',
      async (ending) => {
        loads += 1;
        between = async () => {
          between = undisturbed;
          await shared.publish({
            ...{ agency: 'policing', dataset, on: `2026-03-0${loads}` },
            lines: [header, `recorded-crime,${boroughs[3]?.code ?? ''},2025-10,theft,${loads * 1_000}`],
          });
        };
        await expect(streamed(ending)).rejects.toThrow('aborted');
        expect((await streamed(ending)).status).toBe(200);
      },
    );

    it('ends broken where its agency goes', async () => {
      between = goes;
      await expect(streamed('.csv')).rejects.toThrow('aborted');
    });

    it('is an error in place of a file where nothing of it is sent yet', async () => {
      between = goes;
      const sheet = await streamed('.xlsx');
      expect([sheet.status, JSON.parse(sheet.bytes.toString())]).toEqual([
        503,
        {
          errors: [
            expect.objectContaining({ extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE' }) as unknown }),
          ],
        },
      ]);
    });
  });
}

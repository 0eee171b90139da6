import { gunzipSync } from 'node:zlib';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { parse } from 'csv-parse/sync';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type PlainRow, readParquetRows } from '../../support/read-columnar.ts';
import type { SharedSystem } from './shared-system.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** Reads the files of releases, and asks for what nobody may have of them. */
export function testReleaseFiles(shared: SharedSystem): void {
  async function take(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
    const response = await fetch(shared.running.url + path, { method, headers, redirect: 'manual' });
    const bytes = await response.bytes();
    return { status: response.status, header: (name: string) => response.headers.get(name), bytes };
  }
  const saidAt = async (path: string) => {
    const { status, header, bytes } = await take(path);
    const text = new TextDecoder().decode(bytes);
    const { errors: [error] = [] } = JSON.parse(text) as {
      errors?: { message: string; extensions: { code: string; instead?: string } }[];
    };
    return { status, cache: header('cache-control'), code: error?.extensions.code, error, text };
  };
  /** The address of the file of today. */
  const addressOf = async (release: string, form = 'parquet') =>
    (await take(`/data/releases/${release}.${form}`)).header('location') ?? '';
  const rowsAt = async (address: string) => readParquetRows((await take(address)).bytes);

  const dataset = 'mps-recorded-crime-borough';
  const months = Array.from({ length: 24 }, (_, month) => `${2022 + Math.floor(month / 12)}-${pad((month % 12) + 1)}`);
  const groups = ['burglary', 'robbery', 'theft'];
  /** Each borough, month and offence group has another count; the total stands beside them. */
  const publishCrime = () =>
    shared.publish({
      agency: 'policing',
      dataset,
      lines: [
        'indicator,area,period,offence-group,value',
        ...boroughs
          .filter(({ code }) => code !== 'E09000001')
          .flatMap(({ code }, borough) =>
            months.flatMap((month, at) =>
              groups.map(
                (group, which) => `recorded-crime,${code},${month},${group},${borough * 300 + at * 5 + which}`,
              ),
            ),
          ),
      ],
      on: '2026-03-01',
    });

  describe('the file of a release', () => {
    let crime = '';

    it('has the figures of its release as JSON has them, sorted, in both forms', async () => {
      crime = await publishCrime();
      const redirect = await take(`/data/releases/${crime}.parquet`);
      expect([redirect.status, redirect.header('cache-control')]).toEqual([302, 'no-store']);
      const address = redirect.header('location') ?? '';
      expect(address).toMatch(new RegExp(`^/data/releases/${dataset}@2026-03-01[^~]*~[0-9a-f]{12}\\.parquet$`));
      const rows = await rowsAt(address);
      expect(rows).toHaveLength(32 * 24 * 4);
      const { data } = await shared.running.ask(
        '{ policing { series(indicators: ["recorded-crime"], first: 500) { nodes { area { code } dimensions { value } observations(during: {from: "2022-01-01", to: "2023-12-31"}) { period { id } value status release { id } } } } } }',
      );
      const { policing } = data as unknown as { policing: { series: { nodes: JsonSeries[] } } };
      const expected = policing.series.nodes.flatMap(({ area, dimensions: [only], observations }) =>
        observations
          .filter((own) => own.release?.id === crime)
          .map(({ period, value, status }) => [area.code, only?.value ?? 'total', period.id, value, status].join()),
      );
      const cells = rows.map(({ area, dimensions, period, value, status }) =>
        [area, String(dimensions).replace('offence-group=', ''), period, value, status].join(),
      );
      expect(cells.toSorted()).toEqual(expected.toSorted());
      const order = rows.map(({ area, period }) => [area, period].join());
      expect(order).toEqual(order.toSorted());
      const packed = gunzipSync((await take(await addressOf(crime, 'csv.gz'))).bytes);
      const csv = parse<Record<string, string>>(packed, { columns: true });
      const texts = (row: PlainRow) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell)]));
      expect(csv).toEqual(rows.map(texts));
    });

    it('is read for one borough in four requests at most', async () => {
      const address = await addressOf(crime);
      const head = await take(address, {}, 'HEAD');
      const read: number[] = [];
      const byteLength = Number(head.header('content-length'));
      const file = {
        byteLength,
        slice: async (from: number, to = byteLength) => {
          const { status, bytes } = await take(address, { range: `bytes=${from}-${to - 1}` });
          expect(status).toBe(206);
          read.push(bytes.length);
          return new Uint8Array(bytes).buffer;
        },
      };
      const metadata = await parquetMetadataAsync(file, { initialFetchSize: 64 * 1024 });
      const rows = await parquetReadObjects({ file, metadata, filter: { area: { $eq: 'E09000012' } } });
      expect([rows.length, read.length <= 3, read.reduce((sum, each) => sum + each, 0) <= 150_000]).toEqual([
        96,
        true,
        true,
      ]);
      const kept = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]));
      expect([kept.get('release'), kept.get('publisher')?.length]).toEqual([crime, expect.any(Number)]);
    });

    it('may be kept for five minutes, and is confirmed, never packed twice', async () => {
      const address = await addressOf(crime);
      const { header } = await take(address, { 'accept-encoding': 'gzip' });
      expect([header('cache-control'), header('content-encoding'), header('accept-ranges')]).toEqual([
        'public, max-age=300',
        null,
        'bytes',
      ]);
      expect((await take(address, { 'if-none-match': header('etag') ?? '' })).status).toBe(304);
      expect((await take(address, { range: 'bytes=999999999-' })).status).toBe(416);
    });

    it('counts against the budget by the share of it that is read, and a refusal is no file', async () => {
      const urls = Object.fromEntries([...shared.running.agencies].map(([name, { url }]) => [name, `${url}/graphql`]));
      await using gateway = await startGateway({
        urls,
        port: 0,
        logLevel: 'silent',
        costBudget: 200_000,
        startPlanningThread: startKeptThread,
      });
      const address = gateway.url + (await addressOf(crime));
      const left = async (init: RequestInit) => {
        const response = await fetch(address, init);
        await response.bytes();
        return [response.status, Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])] as const;
      };
      const [, first] = await left({ headers: { range: 'bytes=0-0' } });
      const [, second] = await left({});
      expect(first - second).toBe(32 * 24 * 4 * 15);
      expect((await left({ method: 'HEAD' }))[1]).toBeNaN();
      for (let asked = 0; asked < 5; asked += 1) await left({});
      const refused = await fetch(address);
      expect([refused.status, refused.headers.get('cache-control'), refused.headers.get('etag')]).toEqual([
        429,
        'no-store',
        null,
      ]);
      expect(await refused.text()).toContain('BUDGET_SPENT');
    });

    it('is gone at once when the release is recalled, under every address', async () => {
      const address = await addressOf(crime);
      await recallRelease(shared.agency('policing').store, crime, 'It counted twice');
      for (const path of [address, `/data/releases/${crime}.parquet`, `/data/releases/${crime}.csv.gz`])
        expect(await saidAt(path)).toMatchObject({
          status: 410,
          cache: 'no-store',
          code: 'FILE_GONE',
          error: { message: expect.stringContaining('It counted twice') as unknown },
        });
      for (const headers of [{ range: 'bytes=0-3' }, { 'if-none-match': '*' }])
        expect((await take(address, headers)).status).toBe(410);
    });

    it('has another address once a figure in it is withheld, and the one before tells nothing', async () => {
      const care = (on: string, bexley: string) =>
        shared.load({
          agency: 'local-authority',
          dataset: 'children-looked-after',
          lines: [
            'indicator,area,period,value,status',
            `looked-after-children-at-31-march,Bexley,S2020-03-31,${bexley}`,
            'looked-after-children-at-31-march,Bromley,S2020-03-31,300,',
          ],
          on,
        });
      const { releaseId: first } = await care('2022-01-01', '8765,');
      if (first === null) throw new Error('Nothing was loaded');
      const before = await addressOf(first);
      expect((await rowsAt(before)).map(({ value }) => value)).toEqual([8765, 300]);
      const kept = (await take(before)).header('etag') ?? '';
      const report = await care('2023-02-01', ',CONFIDENTIAL');
      expect(report.changedReleases).toEqual([first]);
      const gone = await saidAt(before);
      const after = await addressOf(first);
      expect([gone.status, gone.error?.extensions.instead, after === before]).toEqual([410, after, false]);
      expect(gone.text).not.toContain('8765');
      expect((await take(before, { 'if-none-match': kept })).status).toBe(410);
      for (const release of [first, report.releaseId ?? ''])
        expect((await rowsAt(await addressOf(release))).map(({ value, status }) => [value, status])).toEqual([
          [null, 'CONFIDENTIAL'],
          [300, 'PUBLISHED'],
        ]);
    });

    it('is none under embargo, of what is for named users, and of what there is not: all look alike', async () => {
      const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(embargoUntil));
      const hidden = await shared.publish({
        agency: 'policing',
        dataset: 'officers-per-borough',
        lines: ['indicator,area,period,value', 'police-officers,Hackney,CY2024,777'],
        on: today,
        more: { embargoUntil },
      });
      const [there, absent] = [await saidAt(pathOf(hidden)), await saidAt(pathOf(`${hidden}x`))];
      expect([there.status, there.text]).toEqual([404, absent.text.replace(`${hidden}x`, hidden)]);
      const { sql } = shared.agency('policing').store;
      await sql`update release set embargo_until = now() where id = ${hidden}`;
      expect((await rowsAt(await addressOf(hidden))).map(({ value }) => value)).toEqual([777]);
    });

    it.each([
      '/data/releases/',
      '/data/releases/nothing.parquet',
      '/data/releases/a@2024-01-01~000000000000.parquet',
      '/data/releases/..%2f..%2fetc%2fpasswd.parquet',
      '/data/releases/__proto__@x.parquet',
      '/data/releases/officers-per-borough.xlsx',
      `/data/releases/${'x'.repeat(1_000)}.parquet`,
    ])('is not at %s', async (path) => {
      expect((await saidAt(path)).status).toBe(404);
    });
  });
}

interface JsonSeries {
  readonly area: { readonly code: string };
  readonly dimensions: readonly { readonly value: string }[];
  readonly observations: readonly {
    readonly period: { readonly id: string };
    readonly value: number | null;
    readonly status: string;
    readonly release: { readonly id: string } | null;
  }[];
}

const pad = (month: number) => String(month).padStart(2, '0');
const pathOf = (release: string) => `/data/releases/${release}.parquet`;
const textOf = (cell: unknown) => (cell === null ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell));

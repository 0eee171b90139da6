import { renameDatasets } from '@boroughgraph/kit/store/rename-datasets.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { describe, expect, it } from 'vitest';
import type { RunningAgency } from '../../support/running-system.ts';
import type { SharedSystem } from './shared-system.ts';

/** As many addresses as are followed, and in how many boroughs: two thousand in all of them where all is asked for. */
const [wanted, boroughsUsed] = process.env['TAKEAWAY_ALL'] === undefined ? [60, 4] : [2_000, 32];

/** An address with what stands there, as the made-up years go on. */
interface Followed {
  readonly path: string;
  readonly release: string;
  readonly value: number;
  readonly cell: string;
}

/** Follows addresses of numbers through five made-up years: each gives the same number, or says the right reason and no number. */
export function testFiveYears(shared: SharedSystem): void {
  const indicator = 'children-in-need-at-31-march';
  const places = boroughs
    .filter(({ code }) => code !== 'E09000001')
    .slice(0, boroughsUsed)
    .map(({ code }) => code);
  const cellsOf = places.flatMap((code) => Array.from({ length: 13 }, (_, at) => ({ code, year: 2000 + at })));

  const publish = (year: number, cells: readonly string[], embargoUntil?: string) =>
    shared.publish({
      agency: 'local-authority',
      dataset: 'children-in-need',
      lines: ['indicator,area,period,value,status', ...cells],
      on: embargoUntil === undefined ? `${year}-11-01` : londonDay(embargoUntil),
      more: embargoUntil === undefined ? {} : { embargoUntil },
    });

  async function standsAt({ path }: Pick<Followed, 'path'>) {
    const response = await fetch(shared.running.url + path, { headers: { accept: 'application/json' } });
    const text = await response.text();
    return { status: response.status, text, facts: (JSON.parse(text) as { facts?: { value: number } }).facts };
  }

  describe('addresses through five made-up years', () => {
    const followed: Followed[] = [];
    const recalled = new Set<string>();
    const withheld = new Set<string>();

    async function edition(year: number, embargoUntil?: string): Promise<string> {
      const valueAt = (at: number) => 1_000_000 + year * 1_000 + at;
      const lines = cellsOf.map(({ code, year: of }, at) => {
        const isWithheld = withheld.has(`${code} ${of}`);
        return `${indicator},${code},S${of}-03-31,${isWithheld ? ',CONFIDENTIAL' : `${valueAt(at)},`}`;
      });
      const release = await publish(year, lines, embargoUntil);
      for (const [at, { code, year: of }] of cellsOf.entries()) {
        const cell = `${code} ${of}`;
        const path = `/n/local-authority/${indicator}/${code}/total/S${of}-03-31/${release}`;
        if (!withheld.has(cell)) followed.push({ path, release, value: valueAt(at), cell });
      }
      return release;
    }

    async function check(): Promise<void> {
      const step = Math.max(1, Math.floor((followed.length * 5) / wanted));
      for (const own of followed.filter((_, at) => at % step === 0)) {
        const { status, text, facts } = await standsAt(own);
        if (recalled.has(own.release) || withheld.has(own.cell)) {
          expect([own.path, status, facts]).toEqual([own.path, 410, undefined]);
          expect(text).not.toContain(String(own.value));
          expect(text).toMatch(withheld.has(own.cell) && !recalled.has(own.release) ? /withheld/ : /recalled|withheld/);
        } else {
          expect([own.path, status, facts?.value]).toEqual([own.path, 200, own.value]);
        }
      }
    }

    it('are all the same number, or the right reason', { timeout: 600_000 }, async () => {
      await edition(2017);
      await check();
      const second = await edition(2018);
      await check();
      await recallRelease(shared.agency('local-authority').store, second, 'It counted the wrong year');
      recalled.add(second);
      await check();
      for (const { code, year } of cellsOf.filter((_, at) => at % 23 === 5)) withheld.add(`${code} ${year}`);
      await edition(2019);
      await check();
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const before = followed.length;
      const hidden = await edition(2020, until);
      for (const own of followed.splice(before).filter((_, at) => at % 50 === 0))
        expect((await standsAt(own)).status).toBe(404);
      const { sql } = shared.agency('local-authority').store;
      await sql`update release set embargo_until = now() where id = ${hidden}`;
      await check();
      await callAsBefore(sql);
      await renameDatasets(sql, [
        { id: 'children-in-need', title: 'Children in need', formerIds: ['children-census'] },
      ]);
      await check();
    });
  });
}

/** Has the store call a dataset as it was called before. */
async function callAsBefore(sql: RunningAgency['store']['sql']): Promise<void> {
  await sql`insert into dataset (id, title) values ('children-census', 'Children in need')`;
  await sql`update release set dataset_id = 'children-census' where dataset_id = 'children-in-need'`;
  await sql`update catalogue_version set version = version + 1`;
}

const londonDay = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(instant));

import { parse } from 'csv-parse/sync';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { describe, expect, it } from 'vitest';
import type { Published, SharedSystem } from './shared-system.ts';

/** Follows numbers to their addresses through revisions, recalls and embargoes. */
export function testNumbers(shared: SharedSystem): void {
  const officers = (on: string, years: Readonly<Record<string, number>>, more: Published['more'] = {}) =>
    shared.publish({
      agency: 'policing',
      dataset: 'officers-per-borough',
      lines: [
        'indicator,area,period,value',
        ...Object.entries(years).map(([year, value]) => `police-officers,Hackney,CY${year},${value}`),
      ],
      on,
      more,
    });
  const inCare = (on: string, cells: readonly string[]) =>
    shared.publish({
      agency: 'local-authority',
      dataset: 'children-looked-after',
      lines: [
        'indicator,area,period,value,status',
        ...cells.map((cell) => `looked-after-children-at-31-march,${cell}`),
      ],
      on,
    });

  const officersAt = (year: number, release: string) =>
    `/n/policing/police-officers/E09000012/total/CY${year}/${release}`;
  const careAt = (code: string, year: number, release: string) =>
    `/n/local-authority/looked-after-children-at-31-march/${code}/total/S${year}-03-31/${release}`;

  async function take(path: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(shared.running.url + path, { headers, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  interface Said {
    readonly facts?: { readonly value: number };
    readonly current?: string | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: { readonly code: string; readonly instead?: string };
    }[];
  }

  /** What an address says: the number and what has replaced it, or the status, the reason and what stands in its place. */
  async function saidAt(path: string): Promise<readonly unknown[]> {
    const { status, text } = await take(path);
    const { facts, current = null, errors = [] } = JSON.parse(text) as Said;
    if (facts !== undefined)
      return [status, facts.value, current === null ? null : current.slice(shared.running.url.length)];
    const [error] = errors;
    return [status, error?.message, error?.extensions.instead ?? null];
  }

  describe('the address of a number', () => {
    it('gives the same number through revision, a correction of the same day, and recall', async () => {
      const first = await officers('2024-01-01', { 2021: 110, 2022: 220 });
      expect(await saidAt(officersAt(2022, first))).toEqual([200, 220, null]);

      const second = await officers('2025-01-01', { 2022: 222, 2023: 333 });
      expect(await saidAt(officersAt(2022, first))).toEqual([200, 220, officersAt(2022, second)]);
      expect(await saidAt(officersAt(2022, second))).toEqual([200, 222, null]);
      expect(await saidAt(officersAt(2021, first))).toEqual([200, 110, null]);
      expect(await saidAt(officersAt(2021, second))).toEqual([
        404,
        `The release ${second} has no such number.`,
        officersAt(2021, first),
      ]);

      // A file of the same day that was loaded later answers in the place of the one before.
      const corrected = await officers('2025-01-01', { 2022: 224, 2023: 335 });
      const replaced = `Another file of the same day answers in its place, ${corrected}.`;
      expect(await saidAt(officersAt(2022, second))).toEqual([410, replaced, officersAt(2022, corrected)]);

      await recallRelease(shared.agency('policing').store, corrected, 'It counted posts, not people');
      const recalled = expect.stringMatching(
        /was recalled on \d{4}-\d\d-\d\d: It counted posts, not people\.$/,
      ) as unknown;
      expect(await saidAt(officersAt(2022, corrected))).toEqual([410, recalled, officersAt(2022, second)]);
      expect(await saidAt(officersAt(2022, second))).toEqual([200, 222, null]);

      await recallRelease(shared.agency('policing').store, second, 'The wrong year');
      expect(await saidAt(officersAt(2023, second))).toEqual([
        410,
        expect.stringContaining('The wrong year') as unknown,
        null,
      ]);
      expect(await saidAt(officersAt(2022, second))).toEqual([410, expect.anything(), officersAt(2022, first)]);
      expect(await saidAt(officersAt(2022, first))).toEqual([200, 220, null]);
      for (const form of ['', '.html', '.csv', '.bib', '.json']) {
        const { status, text, headers } = await take(officersAt(2022, corrected) + form);
        expect([status, headers.get('cache-control'), text.includes('224')]).toEqual([410, 'no-store', false]);
      }
    });

    it('does not tell a release under embargo from one that there is not', async () => {
      const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(embargoUntil));
      const hidden = await officers(today, { 2024: 444 }, { embargoUntil });
      const none = officersAt(2024, `${hidden}x`);
      const [there, absent] = [await take(officersAt(2024, hidden)), await take(none)];
      expect([there.status, there.text]).toEqual([404, absent.text.replace(`${hidden}x`, hidden)]);
      const { sql } = shared.agency('policing').store;
      await sql`update release set embargo_until = now() where id = ${hidden}`;
      expect(await saidAt(officersAt(2024, hidden))).toEqual([200, 444, null]);
    });

    it('is 410 once a later release withholds the cell, in every release', async () => {
      const cells = ['Barnet,S2021-03-31,87,', 'Brent,S2021-03-31,300,'];
      const first = await inCare('2023-01-01', cells);
      expect(await saidAt(careAt('E09000003', 2021, first))).toEqual([200, 87, null]);
      const second = await inCare('2024-01-01', ['Barnet,S2021-03-31,,CONFIDENTIAL', 'Brent,S2021-03-31,300,']);
      for (const release of [first, second])
        expect(await saidAt(careAt('E09000003', 2021, release))).toEqual([
          410,
          'The number is withheld to protect people.',
          null,
        ]);
      expect((await take(`${careAt('E09000003', 2021, first)}.html`)).text).not.toContain('87');
      expect(await saidAt(careAt('E09000005', 2021, first))).toEqual([200, 300, careAt('E09000005', 2021, second)]);
    });

    it('leads to the number of today where it names no release', async () => {
      const path = '/n/policing/police-officers/E09000012/total/CY2022';
      const { status, headers } = await take(path);
      const address = headers.get('location') ?? '';
      expect([
        status,
        headers.get('cache-control'),
        address.startsWith(`${path}/officers-per-borough@2024-01-01.`),
      ]).toEqual([302, 'no-store', true]);
      expect(await saidAt(address)).toEqual([200, 220, null]);
    });

    it('names a court as well, and dimensions', async () => {
      const dataset = 'crown-court-open-cases';
      const lines = [
        'indicator,site,site_name,area,period,value',
        `${dataset},court:made-up,Made up,London,S2025-12-31,900`,
      ];
      const release = await shared.publish({ agency: 'criminal-justice', dataset, lines, on: '2026-01-01' });
      expect(await saidAt(`/n/criminal-justice/${dataset}/site:court:made-up/total/S2025-12-31/${release}`)).toEqual([
        200,
        900,
        null,
      ]);
      const crime = await shared.publish({
        agency: 'policing',
        dataset: 'mps-recorded-crime-borough',
        lines: [
          'indicator,area,period,offence-group,value',
          'recorded-crime,Hackney,2025-11,,300',
          'recorded-crime,Hackney,2025-11,robbery,30',
        ],
        on: '2026-01-01',
      });
      const at = (dimensions: string) => `/n/policing/recorded-crime/E09000012/${dimensions}/2025-11/${crime}`;
      expect([await saidAt(at('total')), await saidAt(at('offence-group=robbery'))]).toEqual([
        [200, 300, null],
        [200, 30, null],
      ]);
      expect((await saidAt(at('offence-group=burglary')))[0]).toBe(404);
      const withdrawn = at('total').replace('recorded-crime', 'crime-as-it-was-counted');
      expect(await saidAt(withdrawn)).toEqual([
        410,
        `The release ${crime} is known, and nothing is measured as crime-as-it-was-counted any more: it was withdrawn, or is written otherwise.`,
        null,
      ]);
      expect((await saidAt(withdrawn.replace(crime, 'mps-recorded-crime-borough@2020-01-01.00000000')))[0]).toBe(400);
    });

    it.each([
      ['/n/', 404],
      ['/n/policing/police-officers/E09000012/total/CY2022/a/b', 404],
      ['/n/nobody/police-officers/E09000012/total/CY2022/x', 404],
      ['/n/policing/police-officers/E09000012/total/2022-13/x', 404],
      ['/n/policing/police-officers/E09000012/a=b=c/CY2022/x', 404],
      ['/n/policing/nothing/E09000012/total/CY2022/x', 400],
      ['/n/policing/police-officers/%FF/total/CY2022/x', 400],
      ['/n/policing/police-officers/nowhere/total/CY2022/x', 400],
    ])('%s is none: %i', async (path, status) => {
      const { status: is, text } = await take(path);
      expect([is, (JSON.parse(text) as Said).errors?.length]).toEqual([status, 1]);
    });
  });

  describe('a number at its address', () => {
    const dataset = 'officers-per-borough';
    const path = async () =>
      (await take('/n/policing/police-officers/E09000012/total/CY2022')).headers.get('location') ?? '';

    it('says what it is, where it is from and how to cite it, in every form', async () => {
      const address = await path();
      const release = address.split('/').at(-1) ?? '';
      const json = JSON.parse((await take(address)).text) as Record<string, unknown>;
      const title = `Police officers, Hackney, 2022`;
      expect(json).toMatchObject({
        address: shared.running.url + address,
        isSynthetic: false,
        facts: { area_code: 'E09000012', period_start: '2022-01-01', value: 220, status: 'PUBLISHED', release },
        caveats: expect.any(Array) as unknown,
        statement: expect.stringContaining('Hackney') as unknown,
        provenance: { datasetId: dataset, checksum: expect.stringMatching(/./) as unknown, release },
      });
      const { provenance, citation } = json as {
        provenance: Record<string, string>;
        citation: { text: string; bibtex: string };
      };
      expect(citation.text).toBe(
        `${provenance['publisher']} (2024-01-01). ${provenance['dataset']}: ${title}. Release ${release}. ${provenance['licence']}. Through boroughgraph, ${shared.running.url}${address}`,
      );
      expect((await take(`${address}.bib`)).text).toBe(citation.bibtex);
      expect(citation.bibtex).toMatch(/^@misc\{police-officers-E09000012-CY2022,\n {2}author = \{\{.*\}\},\n/);
      const [row] = parse<Record<string, string>>((await take(`${address}.csv`)).text, { columns: true });
      expect(row).toMatchObject({ value: '220', citation: citation.text, address: shared.running.url + address });
      const page = await take(address, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      for (const part of [title, 'Where it is from', '@misc', 'This number looks wrong', release])
        expect(page.text).toContain(part);
    });

    it('is not sent again to whoever has it', async () => {
      const address = await path();
      const etag = (await take(address)).headers.get('etag') ?? '';
      expect((await take(address, { 'if-none-match': etag })).status).toBe(304);
    });
  });
}

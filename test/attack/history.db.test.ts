import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { createDatabase } from '../support/database.ts';
import { type AttackedAgency, startAttackedAgency } from './attacked-agency.ts';
import { askGraph } from './graph-answer.ts';
import { categoryAxis } from './tables/axes.ts';
import { indicatorOf } from './tables/cube.ts';
import { datasetWith } from './tables/files.ts';

/*
 * Editions of one table of enquiries by borough and year: Merton, Sutton and Barnet. Counts of 1 to 5 are withheld.
 */
const none = { first: categoryAxis('none'), second: categoryAxis('none') };
const enquiries = indicatorOf({ id: 'enquiries', datasetId: 'enquiries', grid: { type: 'FINANCIAL_YEAR' } }, none, {});
const dataset: DatasetDefinition = datasetWith('enquiries', [enquiries], disclosurePolicies['dfe-1-5']);
const restricted: DatasetDefinition = {
  ...datasetWith('hidden', [{ ...enquiries, id: 'hidden', datasetId: 'hidden' }], disclosurePolicies.none),
  accessTier: 'RESTRICTED_AGGREGATE',
};

let agency: AttackedAgency;
const releases: string[] = [];
beforeAll(async () => {
  agency = await startAttackedAgency({ like: health, datasets: [dataset, restricted] }, createDatabase);
  await publish('2023-06-01', ['Merton,FY2021-22,40', 'Sutton,FY2021-22,9', 'Barnet,FY2021-22,30']);
  // Merton is corrected, Sutton is withheld from now on, Barnet is the same; one year more.
  await publish('2024-06-01', [
    ...['Merton,FY2021-22,44', 'Sutton,FY2021-22,3', 'Barnet,FY2021-22,30'],
    ...['Merton,FY2022-23,50', 'Sutton,FY2022-23,20', 'Barnet,FY2022-23,31'],
  ]);
  // Barnet has no figure of the second year any more.
  await publish('2025-06-01', ['Barnet,FY2022-23,:']);
  await publish('2023-06-01', ['Merton,FY2021-22,77'], 'hidden');
  await publish('2024-06-01', ['Merton,FY2021-22,78'], 'hidden');
}, 60_000);
afterAll(() => agency[Symbol.asyncDispose]());

async function publish(publishedAt: string, rows: readonly string[], id = 'enquiries'): Promise<void> {
  const text = ['indicator,area,period,value', ...rows.map((row) => `${id},${row}`), ''].join('\n');
  const report = await agency.publish({ dataset: id, text, publishedAt });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  releases.push(report.releaseId ?? '');
}

async function ask(fields: string): Promise<unknown> {
  const { text } = await askGraph(agency.url, { query: `{ health { ${fields} } }` });
  const { data, errors } = JSON.parse(text) as { data: { health: unknown }; errors?: readonly { message: string }[] };
  return errors === undefined ? data.health : errors.map(({ message }) => message);
}

const merton = 'E09000024';
const [sutton, barnet] = ['E09000029', 'E09000003'];
const historyOf = (area: string, on = '') =>
  ask(
    `series(indicators: ["enquiries"], areas: ["${area}"]${on}) { nodes { observations { period { id } history { day displayValue status release { publishedAt } } } } }`,
  );
const history = (...editions: readonly (readonly [day: string, displayValue: string, status: string])[]) =>
  editions.map(([day, displayValue, status]) => ({ day, displayValue, status, release: { publishedAt: day } }));
const withHistory = (...observations: readonly (readonly [period: string, editions: unknown])[]) => ({
  series: { nodes: [{ observations: observations.map(([id, editions]) => ({ period: { id }, history: editions })) }] },
});

describe('the history of a figure', () => {
  it('is what each edition said that has it', async () => {
    expect(await historyOf(merton)).toEqual(
      withHistory(
        ['FY2021-22', history(['2023-06-01', '40', 'PUBLISHED'], ['2024-06-01', '44', 'PUBLISHED'])],
        ['FY2022-23', history(['2024-06-01', '50', 'PUBLISHED'])],
      ),
    );
    expect(await historyOf(barnet)).toMatchObject(
      withHistory(
        ['FY2021-22', history(['2023-06-01', '30', 'PUBLISHED'], ['2024-06-01', '30', 'PUBLISHED'])],
        ['FY2022-23', history(['2024-06-01', '31', 'PUBLISHED'], ['2025-06-01', '[x]', 'NOT_AVAILABLE'])],
      ),
    );
  });

  it('has nothing of what is withheld now, whatever was shown once', async () => {
    const withheld = history(['2023-06-01', '[c]', 'CONFIDENTIAL'], ['2024-06-01', '[c]', 'CONFIDENTIAL']);
    expect(await historyOf(sutton)).toMatchObject({
      series: { nodes: [{ observations: [{ history: withheld }, {}] }] },
    });
    expect(await historyOf(sutton, ', asPublishedOn: "2023-12-31"')).toEqual(
      withHistory(['FY2021-22', history(['2023-06-01', '[c]', 'CONFIDENTIAL'])]),
    );
  });

  it('of what is for named users is empty', async () => {
    expect(
      await ask(
        'series(indicators: ["hidden"], areas: ["E09000024"]) { nodes { observations { status history { day value } } } }',
      ),
    ).toEqual({ series: { nodes: [{ observations: [{ status: 'WITHHELD_BY_TIER', history: [] }] }] } });
  });
});

const changesOf = (given: string, id = 'enquiries') =>
  ask(
    `dataset(id: "${id}") { changes(${given}) { releases { publishedAt } indicators { indicator { id } new same changed gone withheld periods { period { id } new changed gone withheld } } } }`,
  );

describe('what changed of a dataset', () => {
  it('is counted by indicator and period', async () => {
    expect(await changesOf('from: "2023-12-31", to: "2024-12-31"')).toEqual({
      dataset: {
        changes: {
          releases: [{ publishedAt: '2024-06-01' }],
          indicators: [
            {
              // Merton is another; Sutton is withheld, whatever it was; three figures of the second year are new.
              indicator: { id: 'enquiries' },
              ...{ new: 3, same: 1, changed: 1, gone: 0, withheld: 1 },
              periods: [
                { period: { id: 'FY2021-22' }, new: 0, changed: 1, gone: 0, withheld: 1 },
                { period: { id: 'FY2022-23' }, new: 3, changed: 0, gone: 0, withheld: 0 },
              ],
            },
          ],
        },
      },
    });
    expect(await changesOf('from: "2024-12-31"')).toMatchObject({
      dataset: { changes: { indicators: [{ new: 0, changed: 0, gone: 1, withheld: 0 }] } },
    });
  });

  it('is nothing where no release came in between', async () => {
    expect(await changesOf('from: "2024-06-01", to: "2025-05-31"')).toEqual({
      dataset: { changes: { releases: [], indicators: [] } },
    });
  });

  it('is null of what is for named users, and refused for days or indicators that cannot be', async () => {
    expect(await changesOf('from: "2023-01-01"', 'hidden')).toEqual({ dataset: { changes: null } });
    expect(await changesOf('from: "2024-01-02", to: "2024-01-01"')).toEqual([
      'from is 2024-01-02 and to is 2024-01-01: expected a first day that is not after the last',
    ]);
    expect(await changesOf('from: "2024-01-02", indicators: ["tea"]')).toEqual([
      '"tea" is no indicator of enquiries: expected some of enquiries',
    ]);
  });
});

describe('the series that changed since a day', () => {
  const changedSince = (day: string, more = '') =>
    ask(
      `series(indicators: ["enquiries", "hidden"], changedSince: "${day}"${more}) { nodes { area { code } } hasNextPage }`,
    );
  const areas = (...codes: readonly string[]) => ({
    series: { nodes: codes.map((code) => ({ area: { code } })), hasNextPage: false },
  });

  it('are those of which a figure is new, changed, gone or withheld', async () => {
    expect(await changedSince('2023-12-31', ', asPublishedOn: "2024-12-31"')).toEqual(areas(barnet, merton, sutton));
    // Of Barnet is shown today what was shown then.
    expect(await changedSince('2023-12-31')).toEqual(areas(merton, sutton));
    expect(await changedSince('2024-12-31')).toEqual(areas(barnet));
    expect(await changedSince('2025-06-01')).toEqual(areas());
    expect(await changedSince('2023-12-31', ', asPublishedOn: "2023-12-31"')).toEqual(areas());
  });

  it('are looked for a page at a time', async () => {
    expect(await changedSince('2024-12-31', ', first: 2')).toEqual({
      series: { nodes: [{ area: { code: barnet } }], hasNextPage: true },
    });
  });

  it('are refused for a day after that of the numbers', async () => {
    expect(await changedSince('2024-02-01', ', asPublishedOn: "2024-01-01"')).toEqual([
      'changedSince is 2024-02-01, and asPublishedOn 2024-01-01: expected a day that is not after it',
    ]);
  });
});

describe('a release that is recalled', () => {
  it('is in no history and no difference', async () => {
    await agency.recall(releases[1] ?? '');
    expect(await historyOf(merton)).toMatchObject({
      series: { nodes: [{ observations: [{ history: history(['2023-06-01', '40', 'PUBLISHED']) }, { history: [] }] }] },
    });
    expect(await changesOf('from: "2023-12-31", to: "2024-12-31"')).toMatchObject({
      dataset: { changes: { releases: [], indicators: [] } },
    });
    // What was withheld with it stays withheld.
    expect(await historyOf(sutton)).toMatchObject({
      series: { nodes: [{ observations: [{ history: history(['2023-06-01', '[c]', 'CONFIDENTIAL']) }, {}] }] },
    });
  });
});

describe('a release under embargo', () => {
  it('is in no history and no difference', async () => {
    const before = [
      await historyOf(merton),
      await changesOf('from: "2023-01-01"'),
      await ask('series(indicators: ["enquiries"], changedSince: "2025-06-01") { nodes { area { code } } }'),
    ];
    const end = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const text = 'indicator,area,period,value\nenquiries,Merton,FY2021-22,49\n';
    const report = await agency.publish({
      dataset: 'enquiries',
      text,
      publishedAt: end.slice(0, 10),
      embargoUntil: end,
    });
    expect(report.outcome).toBe('loaded');
    expect([
      await historyOf(merton),
      await changesOf('from: "2023-01-01"'),
      await ask('series(indicators: ["enquiries"], changedSince: "2025-06-01") { nodes { area { code } } }'),
    ]).toEqual(before);
  });
});

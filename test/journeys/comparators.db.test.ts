import { beginNewState } from '../support/new-state.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

let system: RunningSystem;

interface Tidy {
  readonly agency: string;
  readonly dataset: string;
  readonly publishedAt?: string;
  readonly isSynthetic?: boolean;
  /** The heading, then one line a figure. */
  readonly rows: readonly string[];
}

async function load({ agency, dataset, publishedAt = '2026-01-01', isSynthetic = false, rows }: Tidy): Promise<void> {
  const running = system.agencies.get(agency);
  if (running === undefined) throw new Error(`${agency} does not run`);
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(`${rows.join('\n')}\n`));
  const { datasets } = running.subgraph;
  const report = await loadText({ sql: running.store.sql, datasets, dataset, source, publishedAt, isSynthetic });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
}

const plans = 'child-protection-plans-at-31-march-rate';
/** Plans per 10,000 children: the children are given, so that limits follow from the two. */
const planRow = (area: string, year: number, count: number, children: number) =>
  `${plans},${area},S${year}-03-31,${(count / children) * 10_000},${count},${children}`;

beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
  const planRows = (london: number) => [
    'indicator,area,period,value,numerator,denominator',
    planRow('E09000012', 2023, 150, 60_000),
    planRow('E09000012', 2024, 300, 60_000),
    planRow('E13000001', 2024, 3000, 600_000),
    planRow('E12000007', 2024, london, 2_000_000),
    planRow('E92000001', 2024, 60_000, 12_000_000),
  ];
  const children = { agency: 'local-authority', dataset: 'child-protection-plans' };
  await load({ ...children, publishedAt: '2024-11-01', rows: planRows(10_000) });
  await load({ ...children, publishedAt: '2025-11-01', rows: planRows(8_000) });
  await load({
    agency: 'health',
    dataset: 'emergency-admissions',
    rows: [
      'indicator,area,period,value,lower,upper',
      ...boroughs.map(({ code }) => `emergency-admissions,${code},FY2014-15,10000,9800,10200`),
      'emergency-admissions,E12000007,FY2014-15,9500,9490,9510',
      'emergency-admissions,E92000001,FY2014-15,9000,8999,9001',
    ],
  });
  await load({
    agency: 'health',
    dataset: 'violence-attendances',
    rows: ['indicator,area,period,value', 'violence-attendances,E09000012,2025-01,40'],
  });
  await load({
    agency: 'policing',
    dataset: 'mps-recorded-crime-borough',
    rows: [
      'indicator,area,period,value',
      'recorded-crime,E09000012,2024-11,200',
      'recorded-crime,E09000012,2025-11,300',
      'recorded-crime,E23000001,2025-11,60000',
      // Lambeth ends before the last month of the others.
      'recorded-crime,E09000022,2023-11,200',
      'recorded-crime,E09000022,2024-11,300',
      // Merton's months before are of another edition.
      'recorded-crime,E09000024,2025-07,300',
      'recorded-crime,E09000024,2025-08,300',
    ],
  });
  await load({
    agency: 'policing',
    dataset: 'mps-recorded-crime-borough',
    publishedAt: '2025-01-01',
    rows: [
      'indicator,area,period,value',
      'recorded-crime,E09000024,2024-07,200',
      'recorded-crime,E09000024,2024-08,200',
    ],
  });
  await load({
    agency: 'criminal-justice',
    dataset: 'proven-reoffending',
    rows: [
      'indicator,area,period,value,numerator,denominator',
      'proven-reoffending,E12000007,FY2018-19,26,13000,50000',
      'proven-reoffending,E12000007,FY2019-20,24,12000,50000',
    ],
  });
  await load({
    agency: 'local-authority',
    dataset: 'borough-profiles',
    rows: ['indicator,area,period,value', 'population,E09000012,S2024-06-30,10000'],
  });
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

const fields = 'kind area { code name } observation { period { id } value status } difference outcome reason';

interface Compared {
  readonly kind: string;
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly observation: { readonly period: { readonly id: string }; readonly value: number | null } | null;
  readonly difference: number | null;
  readonly outcome: string;
  readonly reason: string | null;
}

/** The comparators of an indicator in an area, each as one line: kind, area, value compared with, outcome and difference. */
async function compare(agency: string, indicator: string, area: string, given = ''): Promise<readonly Compared[]> {
  const [kinds, on] = given.split('@');
  const asPublishedOn = on === undefined ? '' : `, asPublishedOn: "${on}"`;
  const asked = kinds === '' || kinds === undefined ? '' : `(kinds: [${kinds}])`;
  const { data, errors } = await system.ask(
    `{ ${agency} { indicator(id: "${indicator}") { series(area: "${area}"${asPublishedOn}) { comparators${asked} { ${fields} } } } } }`,
  );
  expect(errors).toBeUndefined();
  const answer = data as unknown as Readonly<Record<string, { indicator: { series: { comparators: Compared[] } } }>>;
  return answer[agency]?.indicator.series.comparators ?? [];
}

const lines = (compared: readonly Compared[]) =>
  compared.map(({ kind, area, observation, outcome, difference }) =>
    [kind, area?.name, observation?.value, outcome, difference].map((part) => String(part ?? 'none')).join(' | '),
  );

describe('the comparators of a rate', () => {
  it('are every kind that it has, by confidence intervals', async () => {
    // 300 plans have Byar's limits 267.0 and 335.9, so that 50 per 10,000 lies between 44.5 and 56.0.
    // 150 plans a year before: 127.0 to 176.0, so 25 lies between 21.2 and 29.3.
    expect(lines(await compare('localAuthority', plans, 'E09000012'))).toEqual([
      'LONDON | London | 40 | HIGHER | 10',
      'INNER_OR_OUTER | Inner London | 50 | SIMILAR | 0',
      'ENGLAND | England | 50 | SIMILAR | 0',
      'PREVIOUS_YEAR | Hackney | 25 | HIGHER | 25',
    ]);
  });

  it('are those asked for, in that order and each once', async () => {
    expect(lines(await compare('localAuthority', plans, 'E09000012', 'PREVIOUS_YEAR LONDON PREVIOUS_YEAR'))).toEqual([
      'PREVIOUS_YEAR | Hackney | 25 | HIGHER | 25',
      'LONDON | London | 40 | HIGHER | 10',
    ]);
    expect(await compare('localAuthority', plans, 'E09000012', 'BASELINE')).toEqual([
      {
        kind: 'BASELINE',
        area: null,
        observation: null,
        difference: null,
        outcome: 'NOT_COMPARED',
        reason: 'No framework names a baseline for it in its own unit.',
      },
    ]);
  });

  it('are of the same day as the series', async () => {
    expect(lines(await compare('localAuthority', plans, 'E09000012', 'LONDON@2024-12-31'))).toEqual([
      'LONDON | London | 50 | SIMILAR | 0',
    ]);
  });

  it('say of an area without a figure that there is none', async () => {
    expect(await compare('localAuthority', plans, 'E09000030', 'LONDON')).toMatchObject([
      {
        outcome: 'NOT_COMPARED',
        observation: { value: 40 },
        reason: expect.stringContaining('is not available') as unknown,
      },
    ]);
  });
});

describe('two figures are not compared', () => {
  it('where an indirectly standardised rate would stand beside another area than England', async () => {
    const [london, england] = await compare('health', 'emergency-admissions', 'E09000012', 'LONDON ENGLAND');
    expect(london).toMatchObject({
      observation: { value: 9500 },
      difference: null,
      outcome: 'NOT_COMPARED',
      reason: 'An indirectly standardised rate may be compared with that of England, not with that of another area.',
    });
    expect(england).toMatchObject({ difference: 1000, outcome: 'WORSE', reason: null });
  });

  it('where the number of a borough would stand beside that of the area of the Met', async () => {
    expect(await compare('policing', 'recorded-crime', 'E09000012')).toMatchObject([
      {
        kind: 'LONDON',
        area: { code: 'E23000001' },
        observation: { value: 60_000 },
        outcome: 'NOT_COMPARED',
        reason: 'The number of one area is not compared with that of another: it grows with the size of the area.',
      },
      // 300 and 200 have the limits 267.0 to 335.9 and 173.2 to 229.7; what is reported is not judged.
      { kind: 'PREVIOUS_YEAR', difference: 100, outcome: 'HIGHER', observation: { period: { id: '2024-11' } } },
    ]);
  });

  it('across a break', async () => {
    const [before] = await compare('policing', 'recorded-crime', 'E09000022', 'PREVIOUS_YEAR');
    expect(before).toMatchObject({
      observation: { period: { id: '2023-11' }, value: 200 },
      difference: null,
      outcome: 'NOT_COMPARED',
      reason: 'Figures before and after 28 February 2024 are not comparable.',
    });
  });

  it('across the join of two editions of a table that each of them restates', async () => {
    const [before] = await compare('policing', 'recorded-crime', 'E09000024', 'PREVIOUS_YEAR');
    expect(before).toMatchObject({
      observation: { period: { id: '2024-08' }, value: 200 },
      difference: null,
      outcome: 'NOT_COMPARED',
      reason: 'Figures before and after 1 July 2025 are not comparable.',
    });
  });

  it('where a baseline is of another method than the figure', async () => {
    const { data } = await system.ask(
      '{ criminalJustice { indicator(id: "proven-reoffending") { series(area: "E12000007") { comparators { kind outcome difference reason baseline { value framework measure } } } } } }',
    );
    expect(data).toMatchObject({
      criminalJustice: {
        indicator: {
          series: {
            comparators: [
              // 12,000 and 13,000 of 50,000 each: 24.0 ± 0.4 and 26.0 ± 0.4.
              { kind: 'PREVIOUS_YEAR', outcome: 'BETTER', difference: -2, reason: null, baseline: null },
              {
                kind: 'BASELINE',
                outcome: 'NOT_COMPARED',
                difference: null,
                reason: expect.stringContaining('October 2017') as unknown,
                baseline: {
                  value: 24,
                  framework: 'police-and-crime-plan-2017-21',
                  measure: 'f17-cohort-offending',
                },
              },
            ],
          },
        },
      },
    });
  });

  it('where only named users may see them, which says no more', async () => {
    expect(await compare('health', 'violence-attendances', 'E09000012')).toEqual([
      {
        kind: 'PREVIOUS_YEAR',
        area: { code: 'E09000012', name: 'Hackney' },
        observation: null,
        difference: null,
        outcome: 'NOT_COMPARED',
        reason: 'The figure, for January 2025, is for named users only.',
      },
    ]);
  });
});

describe('a rate that is worked out from two agencies', () => {
  it('is compared with itself a year before, and with no area whose residents the request does not bring', async () => {
    const { data, errors } = await system.ask(
      `{ borough(code: "E09000012") { crimeRate { all: comparators { kind outcome difference } london: comparators(kinds: [LONDON]) { outcome reason } } } }`,
    );
    expect(errors).toBeUndefined();
    // 300 and 200 offences among 10,000 residents.
    expect(data).toEqual({
      borough: {
        crimeRate: {
          all: [{ kind: 'PREVIOUS_YEAR', outcome: 'HIGHER', difference: 10 }],
          london: [
            { outcome: 'NOT_COMPARED', reason: 'It is not measured for a London of which this place is a part.' },
          ],
        },
      },
    });
  });
});

describe('comparators of 33 boroughs', () => {
  it('cost as many statements as those of one', async () => {
    const statementsFor = async (query: string) => {
      for (const { store, statements } of system.agencies.values()) {
        await beginNewState(store);
        statements.length = 0;
      }
      const { errors } = await system.ask(query);
      expect(errors).toBeUndefined();
      return system.agencies.get('health')?.statements.length;
    };
    const admissions = `health { emergencyAdmissions { comparators { outcome area { code } observation { value } } } }`;
    await statementsFor(`{ boroughs { ${admissions} } }`);
    const one = await statementsFor(`{ borough(code: "E09000012") { ${admissions} } }`);
    expect(await statementsFor(`{ boroughs { ${admissions} } }`)).toBe(one);
    const without = admissions.replace(
      'comparators { outcome area { code } observation { value } }',
      'latest { value }',
    );
    // What is compared with is read in the batch of the series themselves.
    expect(await statementsFor(`{ boroughs { ${without} } }`)).toBe(one);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

const dataset = 'mps-recorded-crime-borough';
let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

/** Publishes robberies in Hackney, one figure a month from January 2024; a hyphen is a month that the table lacks. */
async function publish(
  publishedAt: string,
  months: Readonly<Record<string, number>>,
  more: { isSynthetic?: boolean } = {},
): Promise<void> {
  const agency = system.agencies.get('policing');
  if (agency === undefined) throw new Error('policing does not run');
  const header = ['MajorText', 'MinorText', 'BoroughName', ...Object.keys(months)].join(',');
  const row = ['ROBBERY', 'ROBBERY OF PERSONAL PROPERTY', 'Hackney', ...Object.values(months)].join(',');
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(`${header}\n${row}\n`));
  const report = await loadText({
    sql: agency.store.sql,
    datasets: agency.subgraph.datasets,
    dataset,
    source,
    publishedAt,
    ...more,
  });
  expect(report.outcome).toBe('loaded');
}

/** The months of Hackney's recorded crime as `month=value@day of publication`. */
async function months(asPublishedOn: string | null = null): Promise<readonly string[] | null> {
  const { data, errors } = await system.ask(
    'query($on: Date) { borough(code: "E09000012") { crime { recorded(asPublishedOn: $on) { observations { period { id } value status release { publishedAt } } } } } }',
    { on: asPublishedOn },
  );
  expect(errors).toBeUndefined();
  const { recorded } = (data as unknown as Answer).borough.crime;
  return recorded === null
    ? null
    : recorded.observations.map(
        ({ period, value, status, release }) =>
          `${period.id}=${String(value ?? status)}@${release?.publishedAt ?? 'none'}`,
      );
}

/** The months of Hackney's recorded crime that are marked, each with its marks. */
async function flags(asPublishedOn: string | null = null): Promise<readonly string[]> {
  const { data, errors } = await system.ask(
    'query($on: Date) { borough(code: "E09000012") { crime { recorded(asPublishedOn: $on) { observations { period { id } flags } } } } }',
    { on: asPublishedOn },
  );
  expect(errors).toBeUndefined();
  const { observations } = (data as unknown as FlagsAnswer).borough.crime.recorded;
  return observations
    .filter((cell) => cell.flags.length > 0)
    .map((cell) => `${cell.period.id}: ${cell.flags.join(' ')}`);
}

interface FlagsAnswer {
  readonly borough: { readonly crime: { readonly recorded: { readonly observations: readonly FlaggedCell[] } } };
}
interface FlaggedCell {
  readonly period: { readonly id: string };
  readonly flags: readonly string[];
}

interface Answer {
  readonly borough: { readonly crime: { readonly recorded: { readonly observations: readonly Cell[] } | null } };
}
interface Cell {
  readonly period: { readonly id: string };
  readonly value: number | null;
  readonly status: string;
  readonly release: { readonly publishedAt: string } | null;
}

describe('releases', () => {
  it('answer null before anything is loaded', async () => {
    expect(await months()).toBeNull();
  });

  it('serve the sample while there is nothing else, marked', async () => {
    await publish('2030-01-01', { '202401': 1, '202402': 2 }, { isSynthetic: true });
    const { data } = await system.ask(
      '{ borough(code: "E09000012") { crime { recorded { isSynthetic latest { value flags } caveats { severity } dataset { designation publisher attribution } statement } } } }',
    );
    expect(data).toMatchObject({
      borough: {
        crime: {
          recorded: {
            isSynthetic: true,
            latest: { value: 2, flags: ['SYNTHETIC'] },
            caveats: ['DO_NOT_COMPARE', 'CAUTION', 'CAUTION', 'INFO'].map((severity) => ({ severity })),
            dataset: {
              designation: 'SYNTHETIC',
              publisher: 'SYNTHETIC sample, not published by the Metropolitan Police Service',
              attribution: 'SYNTHETIC: made-up figures, not of the Metropolitan Police Service.',
            },
            statement: expect.stringContaining('SYNTHETIC') as unknown,
          },
        },
      },
    });
  });

  it('serve a real release from the next request on, and nothing of the sample beside it', async () => {
    await publish('2024-04-01', { '202401': 10, '202402': 20, '202403': 30 });
    expect(await months()).toEqual(['2024-01=10@2024-04-01', '2024-02=20@2024-04-01', '2024-03=30@2024-04-01']);
  });

  it('answer period by period from the newest that covers it, with a typed gap where none does', async () => {
    await publish('2024-07-01', { '202402': 21, '202403': 31, '202405': 50 });
    expect(await months()).toEqual([
      '2024-01=10@2024-04-01',
      '2024-02=21@2024-07-01',
      '2024-03=31@2024-07-01',
      '2024-04=NOT_AVAILABLE@none',
      '2024-05=50@2024-07-01',
    ]);
  });

  it('answer as published on a date, also when an older one is loaded late', async () => {
    await publish('2024-05-01', { '202403': 29, '202404': 40 });
    expect(await months('2024-04-30')).toEqual([
      '2024-01=10@2024-04-01',
      '2024-02=20@2024-04-01',
      '2024-03=30@2024-04-01',
    ]);
    expect((await months('2024-06-01'))?.at(-1)).toBe('2024-04=40@2024-05-01');
    expect(await months()).toContain('2024-03=31@2024-07-01');
    expect(await months('2020-01-01')).toBeNull();
  });

  it('mark what differs from the release before, and the first value after a break, as of any day', async () => {
    // The Met changed its recording system on 28 February 2024, so that March is the first month after it.
    // Of two editions that have fewer than six months in common nothing tells whether they count alike.
    expect(await flags()).toEqual([
      '2024-02: REVISED BREAK_BEFORE',
      '2024-03: REVISED BREAK_BEFORE',
      '2024-04: BREAK_BEFORE',
      '2024-05: BREAK_BEFORE',
    ]);
    // On 1 June, March was 29, which had been 30; February had one figure alone.
    expect(await flags('2024-06-01')).toEqual(['2024-03: REVISED BREAK_BEFORE']);
    expect(await flags('2024-04-30')).toEqual(['2024-03: BREAK_BEFORE']);
  });

  it('tell which indicators of a dataset are in none, while others are', async () => {
    const agency = system.agencies.get('policing');
    if (agency === undefined) throw new Error('policing does not run');
    const description = async () => {
      const { data } = await system.ask('{ policing { dataset(id: "met-weapon-crime") { description } } }');
      return (data as { policing: { dataset: { description: string } } }).policing.dataset.description;
    };
    const before = await description();
    const text = 'indicator,area,period,value\nknife-crime,Hackney,2024-01,40\n';
    const report = await loadText({
      sql: agency.store.sql,
      datasets: agency.subgraph.datasets,
      dataset: 'met-weapon-crime',
      source: sourceFile('knife-crime.csv', new TextEncoder().encode(text)),
      publishedAt: '2024-03-01',
      isSynthetic: false,
    });
    expect([report.outcome, before]).toEqual(['loaded', 'Offences with knives and guns, by borough and month.']);
    expect(await description()).toMatch(
      /^Offences with knives and guns, by borough and month\. No file that is loaded has: Gun crime; .*\.$/u,
    );
  });

  it('refuse a day that is none in a sentence', async () => {
    const { errors } = await system.ask(
      'query($on: Date) { borough(code: "E09000012") { crime { recorded(asPublishedOn: $on) { latest { value } } } } }',
      { on: 'yesterday' },
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('expected a day such as 2025-03-31') as unknown,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

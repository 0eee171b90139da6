import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';

const operation = (name: string) =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

/** Tidy or other text of one dataset, for one agency. */
async function load(agency: RunningAgency | undefined, dataset: string, ...lines: readonly string[]): Promise<void> {
  if (agency === undefined) throw new Error(`no agency for ${dataset}`);
  const source = sourceFile(`${dataset}.csv`, new TextEncoder().encode([...lines, ''].join('\n')));
  const { datasets } = agency.subgraph;
  const report = await loadText({ sql: agency.store.sql, datasets, dataset, source, publishedAt: '2018-06-01' });
  expect(report).toMatchObject({ outcome: 'loaded' });
}

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(async (agencies) => {
    await load(
      agencies.get('policing'),
      'met-hate-crime',
      'indicator,area,period,value',
      'hate-crime,Hackney,2018-03,40',
      'hate-crime,Hackney,2018-04,50',
    );
    await load(
      agencies.get('policing'),
      'mps-recorded-crime-borough',
      'indicator,area,period,value,offence-group,offence',
      'recorded-crime,Hackney,2018-04,1546,,',
      'recorded-crime,Hackney,2018-04,61,robbery,',
      'recorded-crime,Hackney,2018-04,33,vehicle-offences,theft-from-a-vehicle',
    );
    await load(
      agencies.get('criminal-justice'),
      'proven-reoffending',
      'indicator,area,period,value,numerator,denominator',
      'proven-reoffending,London,FY2016-17,30,300,1000',
    );
    await load(
      agencies.get('local-authority'),
      'local-priorities',
      'borough,title,offence,valid_from,source',
      'Hackney,Robbery,robbery,2017-04-01,Minutes',
      'Hackney,Common assault,,2017-04-01,Minutes',
    );
  });
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

interface Measure {
  readonly id: string;
  readonly collection: string;
  readonly measuredBy: readonly {
    readonly id: string;
    readonly series: { readonly directlyMeasured: boolean; readonly latest: object | null } | null;
  }[];
}

describe('the whole framework of 2017 for one borough, in one request', () => {
  it('says of each measure what is held, what waits for figures, and what nobody collects', async () => {
    const { data, errors } = await system.ask(operation('framework'), {
      id: 'police-and-crime-plan-2017-21',
      area: 'E09000012',
    });
    expect(errors).toBeUndefined();
    const { measures } = data?.['framework'] as { readonly measures: readonly Measure[] };
    expect(measures).toHaveLength(30);
    const held = measures.flatMap(({ id, measuredBy }) =>
      measuredBy.flatMap(({ id: indicator, series }) => (series === null ? [] : [{ id, indicator, ...series }])),
    );
    expect(held).toMatchObject([
      {
        id: 'f17-cohort-offending',
        indicator: 'proven-reoffending',
        directlyMeasured: false,
        latest: { displayValue: '30.0' },
      },
      // Of sexual offences, to which it is narrowed, there is no figure, though there is one of all crime.
      { id: 'f17-sv-reporting', indicator: 'recorded-crime', latest: null },
      { id: 'f17-hate-reporting', indicator: 'hate-crime', directlyMeasured: true, latest: { displayValue: '50' } },
      // Nor of any of the five strands that the measure leads to beside it.
      ...Array.from({ length: 5 }, () => ({ id: 'f17-hate-reporting', indicator: 'hate-crime', latest: null })),
      { id: 'f17-high-harm-volume', indicator: 'recorded-crime', latest: null },
      { id: 'f17-high-harm-volume', indicator: 'hate-crime', directlyMeasured: true },
      { id: 'f17-all-recorded-crime', indicator: 'recorded-crime', latest: { displayValue: '1,546' } },
    ]);
    expect(measures.filter(({ collection }) => collection === 'NOT_COLLECTED').map(({ id }) => id)).toEqual([
      'f17-court-satisfaction',
      'f17-hate-satisfaction-cjs',
    ]);
    expect(measures.filter(({ measuredBy }) => measuredBy.length === 0).map(({ id }) => id)).toEqual([
      'f17-local-priority',
    ]);
  });
});

describe('a measure that asks for a part of an indicator', () => {
  it('leads to that part, which its link names and its series has', async () => {
    const { data, errors } = await system.ask(`{
      framework(id: "police-and-crime-plan-2013-16") { measures { id measuredBy { ... on Indicator {
        id
        narrowedTo { value label }
        series(area: "E09000012") { dimensions { value } latest { value } }
        whole: series(area: "E09000012", dimensions: []) { dimensions { value } }
      } } } }
    }`);
    expect(errors).toBeUndefined();
    const { measures } = data?.['framework'] as { readonly measures: readonly Measure[] };
    const found = (wanted: string) => measures.find(({ id }) => id === wanted)?.measuredBy;
    expect(found('f13-robbery')).toEqual([
      {
        id: 'recorded-crime',
        narrowedTo: [{ value: 'robbery', label: 'Robbery' }],
        series: { dimensions: [{ value: 'robbery' }], latest: { value: 61 } },
        whole: { dimensions: [{ value: 'robbery' }] },
      },
    ]);
    expect(found('f13-theft-from-mv')).toMatchObject([
      {
        narrowedTo: [{ label: 'Vehicle offences' }, { label: 'Theft from a vehicle' }],
        series: { latest: { value: 33 } },
      },
    ]);
  });
});

describe('the local priorities of a borough, in one request', () => {
  it('are those that stood on the day, each with what measures it and its newest figure', async () => {
    const { data, errors } = await system.ask(operation('local-priorities'), { code: 'E09000012', on: '2018-01-01' });
    expect(errors).toBeUndefined();
    const { localPriorities } = data?.['borough'] as {
      readonly localPriorities: readonly {
        readonly title: string;
        readonly measuredBy: readonly Measure['measuredBy'][number][];
      }[];
    };
    // Of all 1,546 recorded offences, those that were chosen.
    expect(localPriorities[0]?.measuredBy[0]?.series?.latest).toMatchObject({ displayValue: '61' });
    const lines = localPriorities.map(
      ({ title, measuredBy }) => `${title}: ${measuredBy.map(({ id }) => id).join(', ') || 'nothing'}`,
    );
    expect(lines).toEqual([
      'Robbery: recorded-crime',
      'Common assault: nothing',
      'Antisocial behaviour: antisocial-behaviour-incidents',
      'Sexual violence: sexual-offences',
      'Domestic abuse: domestic-abuse-offences',
      'Child sexual exploitation: child-sexual-exploitation-offences',
      'Weapon-based crime: weapon-based-crime',
      'Hate crime: hate-crime',
    ]);
    expect(localPriorities.at(-1)?.measuredBy[0]?.series?.latest).toEqual({
      period: { label: 'April 2018' },
      displayValue: '50',
    });
  });
});

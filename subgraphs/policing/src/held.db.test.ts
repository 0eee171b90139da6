import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let policing: RunningSubgraph;
beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
});
afterAll(() => policing[Symbol.asyncDispose]());

const header = 'indicator,area,period,subset,value,status';
const knives = [
  'knife-crime,Hackney,2024-01,,,NOT_AVAILABLE',
  'knife-crime,Hackney,2024-02,,5,',
  'knife-crime,Hackney,2024-03,,6,',
  'knife-crime,Camden,2024-02,,7,',
  'knife-crime,Hackney,2024-03,with-injury,2,',
  'knife-crime,Barnet,2024-02,,,NOT_AVAILABLE',
  'knife-crime,Hackney,FY2022-23,,60,',
];

async function load(dataset: string, rows: readonly string[], publishedAt = '2024-05-31'): Promise<string> {
  const report = await policing.load({ dataset, name: 'a.csv', text: [...rows, ''].join('\n'), publishedAt });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  return report.releaseId ?? '';
}

async function indicator(id: string, fields: string): Promise<unknown> {
  const { data, errors } = await policing.ask(`{ policing { indicator(id: "${id}") { ${fields} } } }`);
  expect(errors).toBeUndefined();
  return (data?.['policing'] as { readonly indicator: unknown }).indicator;
}

const periods = 'firstPeriod { id } lastPeriod { id }';
const held = `held { isHeld ${periods} periods { periodType ${periods} } areas { areaType count } sites isSynthetic nextDue absence { reason text } }`;
const absenceIn = (code: string, more = '') => `seriesAbsence(area: "${code}"${more}) { reason text }`;

const nothing = {
  isHeld: false,
  firstPeriod: null,
  lastPeriod: null,
  periods: [],
  areas: [],
  sites: 0,
  isSynthetic: false,
  nextDue: null,
};
const awaited = {
  reason: 'AWAITED',
  text: 'No file that is loaded has it. It is awaited from the Metropolitan Police Service, in "Knife and gun crime".',
};

describe('of what nothing is held', () => {
  it('an indicator says from whom it is awaited, and why it has no series', async () => {
    expect(await indicator('knife-crime', `${held} ${absenceIn('E09000012')}`)).toEqual({
      held: { ...nothing, absence: awaited },
      seriesAbsence: awaited,
    });
  });

  it('one for named users says who may read it, and nothing of what is loaded', async () => {
    const ask = () => indicator('mental-health-incidents', `${held} ${absenceIn('E09000012')}`);
    const before = await ask();
    await load('mental-health-incidents', [
      'indicator,area,period,value',
      'mental-health-incidents,Hackney,2024-01,47',
    ]);
    const { held: after } = (await ask()) as { readonly held: object };
    expect(before).toMatchObject({ held: after, seriesAbsence: { reason: 'RESTRICTED' } });
    expect(after).toEqual({
      ...nothing,
      absence: { reason: 'RESTRICTED', text: expect.stringContaining('policing:restricted') as unknown },
    });
  });

  it('one that is worked out says by which field', async () => {
    expect(await indicator('recorded-crime-rate', absenceIn('E09000012'))).toEqual({
      seriesAbsence: { reason: 'WORKED_OUT', text: expect.stringContaining('ask for Area.crimeRate') as unknown },
    });
  });
});

describe('of what is held', () => {
  let release = '';
  beforeAll(async () => {
    release = await load('met-weapon-crime', [header, ...knives]);
  });

  it('an indicator says from when to when, where, and when the next edition is due', async () => {
    const months = { firstPeriod: { id: '2024-02' }, lastPeriod: { id: '2024-03' } };
    const year = { firstPeriod: { id: 'FY2022-23' }, lastPeriod: { id: 'FY2022-23' } };
    expect(await indicator('knife-crime', held)).toEqual({
      held: {
        isHeld: true,
        ...months,
        periods: [
          { periodType: 'MONTH', ...months },
          { periodType: 'FINANCIAL_YEAR', ...year },
        ],
        // Barnet has a gap alone.
        areas: [{ areaType: 'BOROUGH', count: 2 }],
        sites: 0,
        isSynthetic: false,
        nextDue: '2024-06-30',
        absence: null,
      },
    });
  });

  it('values of dimensions and series say their first and last period', async () => {
    const fields = `dimensions { values { value ${periods} } } series(area: "E09000012", dimensions: [{ dimension: "subset", value: "with-injury" }]) { ${periods} dimensions { ${periods} } }`;
    const march = { firstPeriod: { id: '2024-03' }, lastPeriod: { id: '2024-03' } };
    expect(await indicator('knife-crime', fields)).toMatchObject({
      dimensions: [
        {
          values: expect.arrayContaining([
            { value: 'with-injury', ...march },
            { value: 'gang-related', firstPeriod: null, lastPeriod: null },
          ]) as unknown,
        },
      ],
      series: { ...march, dimensions: [march] },
    });
    expect(await indicator('knife-crime', `series(area: "E09000003") { ${periods} }`)).toEqual({
      series: { firstPeriod: null, lastPeriod: null },
    });
  });

  it('the series that there are not have their reasons', async () => {
    const asked = {
      here: absenceIn('E09000012'),
      ward: absenceIn('E05009374'),
      unknown: absenceIn('E09000099'),
      early: absenceIn('E09000012', ', asPublishedOn: "2024-05-30"'),
      byQuarter: absenceIn('E09000012', ', periodType: QUARTER'),
    };
    const fields = Object.entries(asked).map(([name, field]) => `${name}: ${field}`);
    expect(await indicator('knife-crime', fields.join(' '))).toEqual({
      here: null,
      ward: { reason: 'NOT_MEASURED_HERE', text: expect.stringContaining('not measured for a ward') as unknown },
      unknown: { reason: 'NOT_MEASURED_HERE', text: expect.stringContaining('"E09000099"') as unknown },
      early: { reason: 'NOT_YET_PUBLISHED', text: expect.stringContaining('30 May 2024') as unknown },
      byQuarter: { reason: 'OTHER_PERIOD_TYPE', text: '"Knife crime" is held by MONTH and FINANCIAL_YEAR alone.' },
    });
  });

  it('a catalogue lists it alone, or all but it', async () => {
    const ask = async (isHeld: boolean) => {
      const { data } = await policing.ask(`{ policing { indicators(held: ${isHeld}) { id } } }`);
      return (data?.['policing'] as { readonly indicators: readonly unknown[] }).indicators;
    };
    expect(await ask(true)).toEqual([{ id: 'knife-crime' }]);
    expect(await ask(false)).toHaveLength(subgraph.indicators.length - 1);
  });

  it('it is looked for once, however often it is asked', async () => {
    await indicator('knife-crime', held);
    policing.statements.length = 0;
    await indicator('knife-crime', `${held} dimensions { values { ${periods} } }`);
    // Whether the store has changed, and nothing else.
    expect(policing.statements).toHaveLength(1);
  });

  it('a recall takes it out of the next answer, and says why', async () => {
    await recallRelease(policing.store, release, 'Sent too early.');
    const recalled = {
      reason: 'RECALLED',
      text: expect.stringMatching(/^The edition of 2024-05-31 was recalled on .*: Sent too early\.$/) as unknown,
    };
    expect(await indicator('knife-crime', `${held} ${absenceIn('E09000012')}`)).toEqual({
      held: { ...nothing, absence: recalled },
      seriesAbsence: recalled,
    });
  });

  it('what is made up says so, and is due at no time', async () => {
    const made = ['indicator,area,period,value,flags', 'business-crime,Hackney,2024-02,5,SYNTHETIC'];
    await load('met-business-crime', made);
    expect(await indicator('business-crime', held)).toMatchObject({
      held: { isHeld: true, isSynthetic: true, nextDue: null },
    });
  });
});

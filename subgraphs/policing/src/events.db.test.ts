import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let policing: RunningSubgraph;
beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
});
afterAll(() => policing[Symbol.asyncDispose]());

async function load(dataset: string, rows: readonly string[]): Promise<void> {
  const file = { dataset, name: 'a.csv', text: [...rows, ''].join('\n'), publishedAt: '2024-05-31' };
  expect(await policing.load(file)).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
}

async function indicator(id: string, fields: string): Promise<unknown> {
  const { data, errors } = await policing.ask(`{ policing { indicator(id: "${id}") { ${fields} } } }`);
  expect(errors).toBeUndefined();
  return (data?.['policing'] as { readonly indicator: unknown }).indicator;
}

describe('an event in the midst of a series', () => {
  /** Two and three offences in turn, in the ten months before the campaign of February 2016 and the six from it on. */
  const months = Array.from({ length: 16 }, (_, index) =>
    new Date(Date.UTC(2015, 3 + index)).toISOString().slice(0, 7),
  );

  it('stands beside its breaks, and parts neither chart nor trend', async () => {
    const rows = months.map((month, index) => `hate-crime,Hackney,${month},disability,${2 + (index % 2)}`);
    await load('met-hate-crime', ['indicator,area,period,strand,value', ...rows]);
    const { series } = (await indicator(
      'hate-crime',
      `series(area: "E09000012", dimensions: [{ dimension: "strand", value: "disability" }]) {
        events { name kind from to time isPlanned source }
        breaks { at }
        controlChart { pointsUsed firstPeriod { id } reason }
        trend { firstPeriod { id } direction }
      }`,
    )) as { readonly series: { readonly events: readonly { readonly name: string }[] } };
    expect(series.events.map(({ name }) => name)).toEqual(['Disability Hate Crime Matters', 'Online Hate Crime Hub']);
    expect(series).toMatchObject({
      events: [
        {
          kind: 'CAMPAIGN',
          from: '2016-02-01',
          to: null,
          time: 'From February 2016',
          isPlanned: false,
          source: 'Business Plan 2017-18 (Metropolitan Police Service), line 446 of the text extract',
        },
        { kind: 'SERVICE' },
      ],
      breaks: [{ at: '2024-03-01' }],
      controlChart: { pointsUsed: 16, firstPeriod: { id: '2015-04' }, reason: null },
      trend: { direction: 'NO_SIGNIFICANT_CHANGE' },
    });
  });
});

describe('what is held by the nine protected characteristics', () => {
  const states = async (id: string) => {
    const { characteristics } = (await indicator(id, 'characteristics { characteristic state values { value } }')) as {
      readonly characteristics: readonly { readonly characteristic: string; readonly state: string }[];
    };
    return Object.fromEntries(characteristics.map(({ characteristic, state }) => [characteristic, state]));
  };
  const uncollected = {
    AGE: 'NOT_COLLECTED',
    DISABILITY: 'NOT_COLLECTED',
    GENDER_REASSIGNMENT: 'NOT_COLLECTED',
    MARRIAGE_AND_CIVIL_PARTNERSHIP: 'NOT_COLLECTED',
    PREGNANCY_AND_MATERNITY: 'NOT_COLLECTED',
    RACE: 'NOT_COLLECTED',
    RELIGION_OR_BELIEF: 'NOT_COLLECTED',
    SEX: 'NOT_COLLECTED',
    SEXUAL_ORIENTATION: 'NOT_COLLECTED',
  };
  const answers = (...rows: readonly string[]) =>
    load('mopac-user-satisfaction-survey', ['indicator,area,period,group,value,denominator', ...rows]);

  it('is not collected where nothing breaks an indicator down by it, the strands of hate crime among that', async () => {
    expect(await states('hate-crime')).toEqual(uncollected);
  });

  it('is not held where no file has it, though it would be broken down by it', async () => {
    expect(await states('victim-satisfaction')).toEqual({ ...uncollected, RACE: 'NOT_HELD', SEX: 'NOT_HELD' });
  });

  it('is of too few where each figure rests on too few, and held once one does not', async () => {
    await answers(
      'victim-satisfaction,Hackney,R12-2023-12,,66,300',
      'victim-satisfaction,Hackney,R12-2023-12,black,64,40',
    );
    expect(await states('victim-satisfaction')).toEqual({ ...uncollected, RACE: 'TOO_FEW', SEX: 'NOT_HELD' });
    await answers(
      'victim-satisfaction,Hackney,R12-2024-03,,66,400',
      'victim-satisfaction,Hackney,R12-2024-03,white,64,210',
    );
    expect(await states('victim-satisfaction')).toEqual({ ...uncollected, RACE: 'HELD', SEX: 'NOT_HELD' });
  });
});

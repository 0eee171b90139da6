import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

let policing: RunningSubgraph;

const months = Array.from({ length: 11 }, (_, index) => `2024${String(index + 1).padStart(2, '0')}`);
/** January to November: two months before the recording system was replaced, then 25 and 30 in turn, and at last 60. */
const thefts = [300, 310, 25, 30, 25, 30, 25, 30, 25, 30, 60];

beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
  const text = `MajorText,MinorText,BoroughName,${months.join(',')}\nTheft,Shoplifting,Hackney,${thefts.join(',')}\n`;
  const report = await policing.load({ dataset: 'mps-recorded-crime-borough', name: 'borough.csv', text });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
});
afterAll(() => policing[Symbol.asyncDispose]());

const residents = [
  {
    __typename: 'PopulationEstimate',
    year: 2024,
    ageBand: 'ALL_AGES',
    persons: 10_000,
    source: 'Example',
    releaseId: 'example@1',
    isSynthetic: false,
  },
];

async function askHackney(fields: string): Promise<unknown> {
  const key = { code: 'E09000012', populationEstimates: residents };
  const { entities, errors } = await policing.askEntities('Area', [key], fields);
  expect(errors).toBeUndefined();
  return entities[0];
}

describe('a series asked for with', () => {
  it.each([
    ['last: -1', 'last is -1: expected a number from 0'],
    [
      'during: { from: "2024-10-01", to: "2024-09-30" }',
      'during is from 2024-10-01 to 2024-09-30: expected a first day that is not after the last',
    ],
    ['during: { from: "2024-13-01" }', 'Date "2024-13-01" is not valid: expected a day such as 2025-03-31'],
  ])('%s is refused with a sentence', async (given, message) => {
    const fields = `crime { recorded { observations(${given}) { value } } }`;
    const { errors } = await policing.askEntities('Area', [{ code: 'E09000012' }], fields);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('last: 0 has no observation', async () => {
    expect(await askHackney('crime { recorded { observations(last: 0) { value } } }')).toEqual({
      crime: { recorded: { observations: [] } },
    });
  });
});

describe('what recorded crime says about itself', () => {
  it('is a trend since the break, which nobody judges', async () => {
    // July to November: 25, 30, 25, 30, 60, with standard errors of 5.3 to 8. The slope is 5.2, of variance 3.9: chi-square 6.9.
    expect(await askHackney('crime { recorded { trend { direction judgement pointsUsed reason } } }')).toEqual({
      crime: {
        recorded: {
          trend: { direction: 'NO_SIGNIFICANT_CHANGE', judgement: 'NONE', pointsUsed: 5, reason: null },
        },
      },
    });
  });

  it('has no control chart of the nine months since the break', async () => {
    const answer = await askHackney(
      'crime { recorded { controlChart { ruleSet centre lower upper isProvisional reason points { rules } caveats { text } } } }',
    );
    expect(answer).toEqual({
      crime: {
        recorded: {
          controlChart: {
            ruleSet: 'NHS_MDC_XMR_v1',
            centre: null,
            lower: null,
            upper: null,
            isProvisional: true,
            reason:
              'A control chart needs ten comparable points in a row, and there are 9: figures before and after 28 February 2024 are not comparable.',
            points: [],
            caveats: [],
          },
        },
      },
    });
  });

  it('has no limits of its own, and its rate has Byar’s', async () => {
    // 25 offences among 10,000 residents: 16.174 and 36.906 in 10,000.
    const fields = 'observations(during: { from: "2024-09-01", to: "2024-09-30" }) { value lower upper }';
    expect(await askHackney(`crime { recorded { ${fields} } } crimeRate { ${fields} }`)).toEqual({
      crime: { recorded: { observations: [{ value: 25, lower: null, upper: null }] } },
      crimeRate: {
        observations: [
          {
            value: 2.5,
            lower: expect.closeTo(1.6174, 4) as unknown,
            upper: expect.closeTo(3.6906, 4) as unknown,
          },
        ],
      },
    });
  });

  it('is a statement for a resident', async () => {
    const answer = await askHackney('crime { recorded { statement } }');
    expect(answer).toEqual({
      crime: {
        recorded: {
          statement: expect.stringMatching(
            /^Recorded crime: Hackney\. .* The latest figure is 60 offences, for November 2024; the first is for January 2024\. .* it neither rose nor fell steadily by more than chance explains, but the five figures differ from each other by more than chance explains\. Do not compare figures from before and after 28 February 2024\. /,
          ) as unknown,
        },
      },
    });
  });
});

describe('what rests on figures of which not all reported', () => {
  const inCamden = { code: 'E09000007', populationEstimates: residents };
  const ofForce = { code: 'E23000001' };
  const short = 'it would rest on 3 of 4 boroughs of the force, and all are needed';

  beforeAll(async () => {
    const rows = [
      ['2024-09', 20, 4],
      ['2024-10', 15, 3],
      ['2024-11', 25, 4],
    ].map(([month, count, reporting]) => `recorded-crime,E09000007,${month},${count},${reporting},4`);
    const text = ['indicator,area,period,value,reporting,expected', ...rows, ''].join('\n');
    const report = await policing.load({ dataset: 'mps-recorded-crime-borough', name: 'camden.csv', text });
    expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  });

  it('is no rate, and says how many reported; the count stays, marked', async () => {
    const fields = 'values statuses latest { coverage { reporting expected unit } }';
    const during = 'observations(during: { from: "2024-10-01", to: "2024-10-31" })';
    const rest = `${during} { value status displayValue numerator denominator denominatorSource flags coverage { reporting expected unit } }`;
    const { entities, errors } = await policing.askEntities(
      'Area',
      [inCamden],
      `crime { recorded { ${during} { value flags } } } crimeRate { ${fields} ${rest} trend { reason } caveats { text } statement }`,
    );
    expect(errors).toBeUndefined();
    const of = (reporting: number) => ({ reporting, expected: 4, unit: 'boroughs of the force' });
    const months = Array.from({ length: 8 }, () => null);
    expect(entities[0]).toMatchObject({
      crime: { recorded: { observations: [{ value: 15, flags: ['PARTIAL_COVERAGE'] }] } },
      crimeRate: {
        // 20 and 25 of 10,000.
        values: [...months, 2, null, 2.5],
        latest: { coverage: of(4) },
        observations: [
          {
            value: null,
            status: 'NOT_AVAILABLE',
            displayValue: '[x]',
            numerator: null,
            denominator: null,
            denominatorSource: null,
            flags: [],
            coverage: of(3),
          },
        ],
        trend: {
          reason: expect.stringContaining(`the figure for October 2024 is not worked out: ${short}.`) as unknown,
        },
        caveats: expect.arrayContaining([
          { text: `The figure for October 2024 is not worked out: ${short}.` },
        ]) as unknown,
      },
    });
  });

  it('is no sum of boroughs, no trend and no comparison of one, and each says why', async () => {
    const fields = `observations(last: 1) { status coverage { reporting expected unit } } trend { direction }
      controlChart { centre } comparators(kinds: [PREVIOUS_YEAR]) { outcome reason coverage { reporting } } statement`;
    const { entities, errors } = await policing.askEntities('Area', [ofForce], `crime { recorded { ${fields} } }`);
    expect(errors).toBeUndefined();
    const none = 'is not worked out: it would rest on 1 of 32 boroughs of the force, and all are needed.';
    expect(entities[0]).toMatchObject({
      crime: {
        recorded: {
          observations: [
            { status: 'NOT_AVAILABLE', coverage: { reporting: 1, expected: 32, unit: 'boroughs of the force' } },
          ],
          trend: { direction: 'CANNOT_CALCULATE' },
          controlChart: { centre: null },
          comparators: [
            {
              outcome: 'NOT_COMPARED',
              reason: `The figure, for November 2024, ${none}`,
              coverage: { reporting: 1 },
            },
          ],
          statement: expect.stringContaining(`There is no figure: the newest, for November 2024, ${none}`) as unknown,
        },
      },
    });
  });
});

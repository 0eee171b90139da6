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

  it('is a control chart since the break, neutral', async () => {
    // March to November: mean (4·25 + 4·30 + 60) / 9 = 31.1111; mean range (7·5 + 30) / 8 = 8.125, so the limits lie 21.6125 from it.
    // The last month lies outside them, and draws the mean above the eight months before it.
    const answer = await askHackney(
      'crime { recorded { controlChart { ruleSet centre lower upper isProvisional reason points { period { id } variation rules } caveats { severity text } } } }',
    );
    const point = (month: string, rule: string) => ({
      period: { id: `2024-${month}` },
      variation: 'SPECIAL_CAUSE_NEUTRAL',
      rules: [rule],
    });
    expect(answer).toEqual({
      crime: {
        recorded: {
          controlChart: {
            ruleSet: 'NHS_MDC_XMR_v1',
            centre: expect.closeTo(31.1111, 4) as unknown,
            lower: expect.closeTo(9.4986, 4) as unknown,
            upper: expect.closeTo(52.7236, 4) as unknown,
            isProvisional: true,
            reason: null,
            points: [
              ...['03', '04', '05', '06', '07', '08', '09', '10'].map((month) => point(month, 'SHIFT_7')),
              point('11', 'OUTSIDE_LIMITS'),
            ],
            caveats: [
              { severity: 'CAUTION', text: expect.stringMatching(/^9 of 9 points are special causes: /) as unknown },
            ],
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
            /^Recorded crime: Hackney\. .* The latest figure is 60 offences, for November 2024; the first is for January 2024\. .* it did not change by more than chance explains\. Do not compare figures from before and after 28 February 2024\. /,
          ) as unknown,
        },
      },
    });
  });
});

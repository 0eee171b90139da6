import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

const atMarch = 'Children looked after at 31 March each year';
const files = [
  {
    dataset: 'children-in-need',
    name: 'b1.csv',
    text: educationText(
      'category,At31_episodes,At31_episodes_rate',
      educationRow('Hackney', 2023, 'Children in Need', 'x', 'x'),
      educationRow('Hackney', 2024, 'Children in Need', 2000, 360.4),
      educationRow('City of London', 2024, 'Children in Need', 3, 46.7),
      educationRow('London', 2024, 'Children in Need', 70_000, 368.2),
    ),
  },
  {
    dataset: 'child-protection-plans',
    name: 'd1.csv',
    text: educationText(
      'category,CPP_At31,CPP_At31_rate',
      educationRow('Hackney', 2024, 'Child Protection Plans', 200, 36.8),
      educationRow('City of London', 2023, 'Child Protection Plans', 0, 0),
      educationRow('City of London', 2024, 'Child Protection Plans', 'c', 'c'),
    ),
  },
  {
    dataset: 'referrals-by-source',
    name: 'c5.csv',
    text: educationText(
      'category,Referrals,Police,Health_Services',
      educationRow('Hackney', 2024, 'Source of referral', 100, 70, 30),
    ),
  },
  {
    dataset: 'assessment-factors',
    name: 'c3.csv',
    text: educationText(
      'category,Episodes_with_assessment_factor,Domestic_Abuse_parent',
      educationRow('Hackney', 2024, 'Factors identified at the end of assessment', 100, 40),
    ),
  },
  {
    dataset: 'children-looked-after',
    name: 'cla.csv',
    text: educationText(
      'population_count,population_estimate,number,rate_per_10000',
      educationRow('Hackney', 2023, atMarch, 50_000, 400, 80),
    ),
  },
];

let agency: RunningSubgraph;
beforeAll(async () => {
  agency = await startRunningSubgraph(subgraph);
  for (const file of files) expect(await agency.load(file)).toMatchObject({ outcome: 'loaded' });
});
afterAll(() => agency[Symbol.asyncDispose]());

async function safeguarding(code: string, fields: string): Promise<unknown> {
  const { entities, errors } = await agency.askEntities('Area', [{ code }], `safeguarding { ${fields} }`);
  expect(errors).toBeUndefined();
  return (entities[0] as { safeguarding: unknown }).safeguarding;
}

describe('Area.safeguarding', () => {
  it('answers counts, and rates as they were published', async () => {
    const latest = 'latest { period { id } value numerator denominator denominatorPeriod { id } denominatorSource }';
    expect(
      await safeguarding(
        'E09000012',
        `count: childrenInNeed { ${latest} } rate: childrenInNeed(measure: RATE) { ${latest} }
         lookedAfterChildren(measure: RATE) { ${latest} }`,
      ),
    ).toEqual({
      count: {
        latest: {
          period: { id: 'S2024-03-31' },
          value: 2000,
          numerator: null,
          denominator: null,
          denominatorPeriod: null,
          denominatorSource: null,
        },
      },
      rate: {
        latest: {
          period: { id: 'S2024-03-31' },
          value: 360.4,
          numerator: 2000,
          denominator: null,
          denominatorPeriod: { id: 'S2023-06-30' },
          denominatorSource: 'Office for National Statistics, mid-year estimates of children aged 0 to 17',
        },
      },
      lookedAfterChildren: {
        latest: {
          period: { id: 'S2023-03-31' },
          value: 80,
          numerator: 400,
          denominator: 50_000,
          denominatorPeriod: { id: 'S2022-06-30' },
          denominatorSource: 'Office for National Statistics, mid-year estimates of children aged 0 to 17',
        },
      },
    });
  });

  it('tells withheld, none and not available apart', async () => {
    const observations = 'observations { period { id } displayValue status }';
    expect(await safeguarding('E09000001', `childProtectionPlans { ${observations} }`)).toEqual({
      childProtectionPlans: {
        observations: [
          { period: { id: 'S2023-03-31' }, displayValue: '0', status: 'PUBLISHED' },
          { period: { id: 'S2024-03-31' }, displayValue: '[c]', status: 'CONFIDENTIAL' },
        ],
      },
    });
    expect(await safeguarding('E09000012', `childrenInNeed { ${observations} }`)).toEqual({
      childrenInNeed: {
        observations: [
          { period: { id: 'S2023-03-31' }, displayValue: '[x]', status: 'NOT_AVAILABLE' },
          { period: { id: 'S2024-03-31' }, displayValue: '2,000', status: 'PUBLISHED' },
        ],
      },
    });
  });

  it('withholds a small count that a file prints, and the rate that tells it', async () => {
    const fields = 'latest { value } observations(last: 1) { displayValue numerator }';
    expect(
      await safeguarding(
        'E09000001',
        `count: childrenInNeed { ${fields} } rate: childrenInNeed(measure: RATE) { ${fields} }`,
      ),
    ).toEqual({
      count: { latest: null, observations: [{ displayValue: '[c]', numerator: null }] },
      rate: { latest: null, observations: [{ displayValue: '[c]', numerator: null }] },
    });
  });

  it('narrows by source and by factor', async () => {
    expect(
      await safeguarding(
        'E09000012',
        `all: referrals { latest { value } } police: referrals(source: "police") { dimensions { value label } latest { value } }
         assessmentFactor(factor: "domestic-abuse-parent") { latest { value } }`,
      ),
    ).toEqual({
      all: { latest: { value: 100 } },
      police: { dimensions: [{ value: 'police', label: 'Police' }], latest: { value: 70 } },
      assessmentFactor: { latest: { value: 40 } },
    });
  });

  it('refuses a source or factor that nobody knows, and lists those that there are', async () => {
    const { errors } = await agency.ask(
      '{ borough(code: "E09000012") { safeguarding { referrals(source: "aliens") { latest { value } } assessmentFactor(factor: "Gangs") { latest { value } } } } }',
    );
    expect(errors?.map(({ message, extensions }) => [extensions?.['code'], message])).toEqual([
      ['BAD_USER_INPUT', expect.stringMatching(/^"aliens" is no value of source: expected one of individual, schools/)],
      ['BAD_USER_INPUT', expect.stringMatching(/^"Gangs" is no value of factor: expected one of alcohol-misuse-child/)],
    ]);
  });

  it('is of boroughs, parts of London, London and England; null for areas on which it is not measured', async () => {
    expect(await safeguarding('E12000007', 'childrenInNeed { latest { value flags } area { name } }')).toEqual({
      childrenInNeed: { latest: { value: 70_000, flags: ['ROUNDED'] }, area: { name: 'London' } },
    });
    const codes = ['E23000001', 'composite:city-of-london-and-hackney', 'police-neighbourhood:hackney/homerton'];
    expect(await Promise.all(codes.map((code) => safeguarding(code, '__typename')))).toEqual([null, null, null]);
  });

  it('costs as many statements for 33 boroughs as for one', async () => {
    const fields = `safeguarding { childrenInNeed { latest { value } } childProtectionPlans(measure: RATE) { latest { value } }
      lookedAfterChildren { latest { value } } referrals(source: "police") { latest { value } } }
      populationEstimates { persons } deprivation { latest { value } } boundary { asOf } wards { name }`;
    const statementsFor = async (query: string) => {
      await beginNewState(agency.store);
      agency.statements.length = 0;
      expect((await agency.ask(query)).errors).toBeUndefined();
      return agency.statements.length;
    };
    // Which narrowings a release has is asked once.
    await statementsFor(`{ boroughs { ${fields} } }`);
    const one = await statementsFor(`{ boroughs(codes: ["E09000012"]) { ${fields} } }`);
    expect(await statementsFor(`{ boroughs { ${fields} } }`)).toBe(one);
  });
});

describe('without anything loaded', () => {
  it('each field is null, and no list is empty by accident', async () => {
    await using empty = await startRunningSubgraph(subgraph);
    const { data, errors } = await empty.ask(`{ borough(code: "E09000012") { populationEstimates { year } wards { name }
      deprivation { latest { value } } boundary { asOf } safeguarding { childrenInNeed { latest { value } } referrals { latest { value } } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      borough: {
        populationEstimates: null,
        wards: null,
        deprivation: null,
        boundary: null,
        safeguarding: { childrenInNeed: null, referrals: null },
      },
    });
  });
});

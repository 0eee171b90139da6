import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from '../subgraph.ts';

let running: RunningSubgraph;
beforeAll(async () => {
  running = await startRunningSubgraph(subgraph);
});
afterAll(() => running[Symbol.asyncDispose]());

const inPlan = (selection: string) => `{ framework(id: "police-and-crime-plan-2017-21") { ${selection} } }`;

describe('frameworks', () => {
  it('are all there, oldest first', async () => {
    const { data } = await running.ask('{ frameworks { id hasNumericTargets } }');
    expect(data).toEqual({
      frameworks: [
        { id: 'police-and-crime-plan-2013-16', hasNumericTargets: true },
        { id: 'committee-recommendations-2017', hasNumericTargets: false },
        { id: 'police-and-crime-plan-2017-21', hasNumericTargets: false },
        { id: 'commitments-2017-21', hasNumericTargets: false },
        { id: 'met-business-plan-2017-18', hasNumericTargets: false },
        { id: 'committee-recommendations-2022', hasNumericTargets: false },
        { id: 'police-and-crime-plan-2022-25', hasNumericTargets: false },
      ],
    });
  });

  it('are null where there is none of an id', async () => {
    expect(await running.ask('{ framework(id: "police-and-crime-plan-2030") { id } }')).toEqual({
      data: { framework: null },
    });
  });

  it('show the measures of one theme, with references to what measures them', async () => {
    const { data, errors } = await running.ask(
      inPlan(`measures(theme: "criminal justice") {
        id kind polarity due lead collection targets { text }
        measuredBy { __typename ... on JusticeIndicator { id } }
      }`),
    );
    const same = { kind: 'MEASURE', due: null, lead: null, targets: [] };
    expect({ data, errors }).toEqual({
      data: {
        framework: {
          measures: [
            {
              ...same,
              id: 'f17-cohort-offending',
              polarity: 'LOW_IS_GOOD',
              collection: 'COLLECTED',
              measuredBy: [
                { __typename: 'JusticeIndicator', id: 'proven-reoffending' },
                { __typename: 'JusticeIndicator', id: 'reoffences-per-reoffender' },
              ],
            },
            {
              ...same,
              id: 'f17-victims-code',
              polarity: 'HIGH_IS_GOOD',
              collection: 'UNKNOWN',
              measuredBy: [{ __typename: 'JusticeIndicator', id: 'victims-code-compliance' }],
            },
            {
              ...same,
              id: 'f17-court-satisfaction',
              polarity: 'HIGH_IS_GOOD',
              collection: 'NOT_COLLECTED',
              measuredBy: [{ __typename: 'JusticeIndicator', id: 'court-victim-satisfaction' }],
            },
          ],
        },
      },
      errors: undefined,
    });
  });

  it('show the measures of every theme when none is named', async () => {
    const { data } = await running.ask(inPlan('measures { id }'));
    expect(data).toMatchObject({ framework: { measures: { length: 30 } } });
  });

  it('refuse a theme that they do not have, and list those that they have', async () => {
    const { errors } = await running.ask(inPlan('measures(theme: "weather") { id }'));
    expect(errors).toMatchObject([
      {
        message:
          'theme is "weather": expected one of police service; criminal justice; children and young people; VAWG; hatred and intolerance; local policing; monitoring',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('ask nothing of the database', async () => {
    running.statements.length = 0;
    await running.ask('{ frameworks { measures { wording baselines { text source } measuredBy { __typename } } } }');
    expect(running.statements).toEqual([]);
  });
});

describe('facts of plans', () => {
  const facts = async (given: string, selection = 'id') => {
    const { data, errors } = await running.ask(`{ planFacts${given} { ${selection} } }`);
    return errors ?? data?.['planFacts'];
  };

  it('stand side by side where they contradict each other', async () => {
    const both = await facts(
      '(indicators: ["Modern-Slavery-Referrals"])',
      'id value printed precision period { id } area { code } contradictedBy',
    );
    const of = (year: string) => ({ period: { id: `CY${year}` }, area: { code: 'E23000001' } });
    expect(both).toEqual([
      {
        id: 'slavery-2015-plan',
        value: 278,
        printed: '278',
        precision: 'EXACT',
        ...of('2015'),
        contradictedBy: ['slavery-2015-met'],
      },
      {
        id: 'slavery-2016-plan',
        value: 1000,
        printed: '1,000',
        precision: 'MORE_THAN',
        ...of('2016'),
        contradictedBy: [],
      },
      {
        id: 'slavery-2015-met',
        value: 270,
        printed: '270',
        precision: 'EXACT',
        ...of('2015'),
        contradictedBy: ['slavery-2015-plan'],
      },
      { id: 'slavery-2016-met', value: 1013, printed: '1,013', precision: 'EXACT', ...of('2016'), contradictedBy: [] },
    ]);
  });

  it('say what they are about, and what they say of the world', async () => {
    expect(
      await facts(
        '(areas: ["E09000022"], nature: PLANNED)',
        'value nature time text source indicator { __typename ... on LocalAuthorityIndicator { id } }',
      ),
    ).toEqual([
      {
        value: 418_724,
        nature: 'PLANNED',
        time: 'The two years from 2017-18',
        text: 'a further £418,724 over the next two years',
        source: 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), line 1429 of the text extract',
        indicator: { __typename: 'LocalAuthorityIndicator', id: 'crime-prevention-fund-awards' },
      },
    ]);
  });

  it('belong to the measures whose indicators they are about, as far as these are narrowed', async () => {
    const { data } = await running.ask('{ framework(id: "commitments-2017-21") { measures { id facts { id } } } }');
    const { measures } = data?.['framework'] as {
      measures: readonly { id: string; facts: readonly { id: string }[] }[];
    };
    const of = (measure: string) => measures.find(({ id }) => id === measure)?.facts.map(({ id }) => id);
    expect(of('c-stop-search-fairness')).toEqual(['stops-fair-black', 'stops-fair-white']);
    expect(of('c-s136-cells')).toEqual(['cells-2016']);
  });

  it('refuse an indicator that there is not, and a place that is none', async () => {
    const refused = (message: string) => [
      { message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ];
    expect(await facts('(indicators: ["knife-crimes"])')).toMatchObject(
      refused('"knife-crimes" is the id of no indicator'),
    );
    expect(await facts('(areas: ["Hackney"])')).toMatchObject(refused('"Hackney" is not an area code'));
  });
});

describe('progress', () => {
  const ofWards = async (given = '') => {
    const { data, errors } = await running.ask(
      `{ framework(id: "met-business-plan-2017-18") { measures { id progress${given} { on state by partners note source } } } }`,
    );
    if (errors !== undefined) return errors;
    const { measures } = data?.['framework'] as { measures: readonly { id: string; progress: readonly unknown[] }[] };
    return {
      wards: measures.find(({ id }) => id === 'ms-26')?.progress,
      reported: measures.filter(({ progress }) => progress.length > 0).length,
    };
  };

  it('is empty where nobody has reported any', async () => {
    expect(await ofWards()).toEqual({ wards: [], reported: 0 });
  });

  it('is what partners reported, oldest first, as it stood on a day, with one statement for all measures', async () => {
    const text = `measure,on,progress,reported_by,partners,note,source
ms-26,2017-12-31,DONE,Oversight Board,,,Made up for a test
ms-26,2017-09-30,BEHIND,Oversight Board,Boroughs; MPS,Recruitment is slow,Made up for a test
`;
    await running.load({ dataset: 'commitment-progress', name: 'progress.csv', text, publishedAt: '2018-01-15' });
    const behind = {
      on: '2017-09-30',
      state: 'BEHIND',
      by: 'Oversight Board',
      partners: ['Boroughs', 'MPS'],
      note: 'Recruitment is slow',
      source: 'Made up for a test',
    };
    const done = { ...behind, on: '2017-12-31', state: 'DONE', partners: [], note: null };
    running.statements.length = 0;
    expect(await ofWards()).toEqual({ wards: [behind, done], reported: 1 });
    expect(running.statements.filter((text) => text.includes('fact')).length).toBeLessThanOrEqual(1);
    expect(await ofWards('(on: "2017-10-01")')).toEqual({ wards: [behind], reported: 1 });
  });
});

describe('explanations of changes', () => {
  it('are what documents say, and UNKNOWN where none does', async () => {
    const { data } = await running.ask(
      '{ changeExplanations(indicators: ["recorded-crime", "hate-crime"]) { cause time source indicator { ... on PolicingIndicator { id } } } }',
    );
    expect(data).toEqual({
      changeExplanations: [
        {
          cause: 'BOTH',
          time: '2016-17',
          source: 'Business Plan 2017-18 (Metropolitan Police Service), line 1489 of the text extract',
          indicator: { id: 'recorded-crime' },
        },
        { cause: 'UNKNOWN', time: null, source: null, indicator: { id: 'hate-crime' } },
      ],
    });
  });
});

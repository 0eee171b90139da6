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

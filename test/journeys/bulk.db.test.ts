import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { readOperation } from '../conformance/anonymous-caller.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures);
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

const query = `query($indicators: [ID!]!, $areas: [ID!], $sites: [ID!], $type: AreaType, $dimensions: [DimensionInput!], $first: Int!, $after: String) {
  policing { series(indicators: $indicators, areas: $areas, sites: $sites, areaType: $type, dimensions: $dimensions, first: $first, after: $after) {
    nodes { indicator { id } area { code } dimensions { value } periodIds values statuses } hasNextPage endCursor } }
}`;
const ask = (variables: Readonly<Record<string, unknown>>) =>
  system.ask(query, { first: 500, indicators: ['recorded-crime'], ...variables });

interface Page {
  readonly policing: {
    readonly series: {
      readonly nodes: readonly {
        readonly area: { readonly code: string };
        readonly dimensions: readonly { readonly value: string }[];
      }[];
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
}
const pageOf = ({ data }: Answer) => (data as unknown as Page).policing.series;
const namesOf = (answer: Answer) =>
  pageOf(answer).nodes.map(({ area, dimensions }) => [area.code, ...dimensions.map(({ value }) => value)].join(' '));

describe('bulk reading', () => {
  it('pages through every series once, in order', async () => {
    const all = namesOf(await ask({}));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const answer = await ask({ first: 7, after });
      paged.push(...namesOf(answer));
      after = pageOf(answer).hasNextPage ? pageOf(answer).endCursor : null;
    } while (after !== null);
    // 32 boroughs, each with all recorded offences and with robbery.
    expect(all).toHaveLength(64);
    expect(paged).toEqual(all);
    expect(all).toEqual(all.toSorted());
  });

  it('narrows by area, kind of area and dimension', async () => {
    expect(
      namesOf(
        await ask({
          areas: ['E09000012', 'E09000033'],
          dimensions: [{ dimension: 'offence-group', value: 'robbery' }],
        }),
      ),
    ).toEqual(['E09000012 robbery', 'E09000033 robbery']);
    expect(namesOf(await ask({ type: 'WARD' }))).toEqual([]);
    expect(namesOf(await ask({ type: 'BOROUGH' }))).toHaveLength(64);
    expect(namesOf(await ask({ areas: [] }))).toEqual([]);
  });

  it('says of which places nothing is measured, and finds codes in lower case', async () => {
    const { data } = await system.ask(
      '{ policing { series(indicators: ["recorded-crime"], areas: ["e09000012", "E05009374"], dimensions: [], first: 1) { nodes { area { code } } unanswered } } }',
    );
    expect(data).toMatchObject({
      policing: {
        series: {
          nodes: [{ area: { code: 'E09000012' } }],
          unanswered: [
            expect.stringMatching(/^recorded-crime is not measured for E05009374, which is a ward: it is for /),
          ],
        },
      },
    });
  });

  it('shows a right range in place of a year', async () => {
    const { errors } = await system.ask(
      '{ policing { series(indicators: ["recorded-crime"]) { nodes { values(during: "2024") } } } }',
    );
    expect(errors?.[0]?.message).toBe(
      'Expected value of type "PeriodRange", found "2024". Did you mean { from: "2024-01-01", to: "2024-12-31" }?',
    );
  });

  it('gives columns of one length', async () => {
    const { data } = await ask({ areas: ['E09000012'], first: 1 });
    expect(data).toMatchObject({
      policing: { series: { nodes: [{ periodIds: ['2025-11'], values: [300], statuses: ['PUBLISHED'] }] } },
    });
  });

  it.each([
    ['an unknown indicator', { indicators: ['tea'] }, '"tea" is not an indicator of this agency: expected some of '],
    [
      'an indicator that is computed',
      { indicators: ['recorded-crime-rate'] },
      '"recorded-crime-rate" is worked out for one area at a time',
    ],
    [
      'a malformed area',
      { areas: ['hackney'] },
      '"hackney" is not an area code: expected one like E09000012 or composite:merton-and-sutton; the code of Hackney is E09000012',
    ],
    [
      'a misspelt dimension',
      { dimensions: [{ dimension: 'offense', value: 'burglary' }] },
      '"offense" is no dimension of recorded-crime: expected offence-group',
    ],
    [
      'a misspelt value of a dimension',
      { dimensions: [{ dimension: 'offence-group', value: 'burglry' }] },
      '"burglry" is no value of offence-group: expected one of arson-and-criminal-damage, burglary, ',
    ],
    ['too large a page', { first: 2001 }, 'first is 2001: expected a number from 1 to 2000'],
    ['no page', { first: 0 }, 'first is 0: expected a number from 1 to 2000'],
    ['a cursor of nobody', { after: 'abc' }, '"abc" is not a cursor: expected the endCursor of an earlier page'],
  ])('refuses %s in a sentence', async (_what, variables, sentence) => {
    const { data, errors } = await ask(variables);
    // The page may not be null, and says nothing without the error beside it.
    expect(data).toMatchObject({ policing: { series: { nodes: [] } } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(sentence) as unknown, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('rates', () => {
  it('of all boroughs come in columns, marked as worked out, each beside what it is of', async () => {
    const { data, errors } = await system.ask(readOperation('rates.graphql'), {
      during: { from: '2025-11-01', to: '2025-11-30' },
    });
    expect(errors).toBeUndefined();
    const rates = new Map(
      (data?.['boroughs'] as readonly { readonly code: string; readonly crimeRate: Rates | null }[]).map(
        ({ code, crimeRate }) => [code, crimeRate],
      ),
    );
    const { lowers = [], uppers = [], releaseIds = [], ...hackney } = rates.get('E09000012') ?? {};
    // 300 offences, 250,000 residents: 300 / 250,000 × 1,000 = 1.2.
    expect(hackney).toEqual({
      level: 'TOTAL',
      isWorkedOut: true,
      isSynthetic: false,
      periodIds: ['2025-11'],
      values: [1.2],
      statuses: ['PUBLISHED'],
      flags: [[]],
      numerators: [300],
      denominators: [250_000],
    });
    expect([lowers.length, uppers.length, releaseIds.length]).toEqual([1, 1, 1]);
    // Another force polices the City: its series is there, without a cell.
    expect([...rates.values()].filter((rate) => rate !== null)).toHaveLength(33);
    expect(rates.get('E09000001')).toMatchObject({ values: [], statuses: [] });
  });
});

interface Rates {
  readonly lowers: readonly (number | null)[];
  readonly uppers: readonly (number | null)[];
  readonly releaseIds: readonly (string | null)[];
}

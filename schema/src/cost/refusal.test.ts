import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { CostLimit } from './cost-limit.ts';

const supergraph = buildSchema(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
  assumeValidSDL: true,
});

/** The error of an operation at a limit; null where it is taken. */
function refusalOf(query: string, limit: number, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  try {
    new CostLimit(supergraph, limit).require({ document, operation, variables });
    return null;
  } catch (error) {
    return error;
  }
}

const page = (first: string, fields: string) =>
  `query ($i: [ID!]!, $f: Int! = 500) { policing { series(indicators: $i${first}) { nodes { ${fields} } } } }`;

it.each([
  [
    page('', 'observations { value period { id } status }'),
    // 500 + 2,000 + the agency, the page and the list 4 + 4 + 2, 500 × (4 + 80 + 216 × (4 + 2 + 4 + 2 + 2)).
    `The operation costs 1,556,510 by its estimate, and at most 1,000,000 may be asked for at once. Most of it is "policing.series(first: 500).nodes.observations", 500 × 216 = 108,000 of them. Ask for less of it: \`first: 200\`, or fewer periods with \`during\` or \`last\`, or columns (\`periodIds\`, \`values\`, \`statuses\`) as bulk.graphql does.`,
  ],
  [
    page(', first: $f', 'values'),
    // As before, 2,000 × (4 + 60 + 216).
    `The operation costs 562,510 by its estimate, and at most 500,000 may be asked for at once. Most of it is "policing.series(first: 2000).nodes.values", 2,000 × 216 = 432,000 of them. Ask for less of it: \`first: 1000\`, or fewer periods with \`during\`.`,
  ],
  [
    '{ boroughs { wards { crime { recorded { latest { value } } } } } }',
    // Two questions, 33 boroughs of 30 wards: 500 + 2 × 2,000 + 2 + 33 × (4 + 2 + 30 × (4 + 6 + 4 + 4 + 60 + 2)).
    `The operation costs 83,900 by its estimate, and at most 50,000 may be asked for at once. Most of it is "boroughs.wards.crime.recorded.latest", 33 × 30 = 990 of them. Ask for less of it: name fewer things or more narrowly with \`codes\`.`,
  ],
])('%s is refused with what it costs, where, and what to ask for', (query, message) => {
  const limit = Number(/at most ([\d,]+)/.exec(message)?.[1]?.replaceAll(',', ''));
  const error = refusalOf(query, limit, { i: ['recorded-crime'], f: 2000 });
  expect(error).toMatchObject({ message, extensions: { code: 'OPERATION_TOO_LARGE' } });
  expect(refusalOf(query, 3 * limit, { i: ['recorded-crime'], f: 2000 })).toBeNull();
});

it('What a refusal says of a path is bounded', () => {
  const alias = 'a'.repeat(5_000);
  expect(String(refusalOf(`{ ${alias}: boroughs { name } }`, 10)).length).toBeLessThan(600);
});

it('An estimate holds for other values that do not change it, and for no others', () => {
  const query =
    'query ($code: ID!, $days: PeriodRange) { borough(code: $code) { crime { recorded { values(during: $days) } } } }';
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  const limit = new CostLimit(supergraph, 1_000_000);
  const costOf = (variables: Readonly<Record<string, unknown>>) =>
    limit.estimate({ document, operation, variables }) ?? NaN;
  const whole = costOf({ code: 'E09000012' });
  expect(costOf({ code: 'E09000001' })).toBe(whole);
  expect(costOf({ code: 'E09000012', days: { from: '2024-01-01', to: '2024-12-31' } })).toBe(whole - 216 + 12);
});

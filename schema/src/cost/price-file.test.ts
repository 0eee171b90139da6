import { expect, it } from 'vitest';
import { PricingError, describePrice } from './price-file.ts';

const describeQuery = (text: string, variables = {}, operationName: string | null = null) =>
  describePrice({ path: 'some.graphql', text, variables, operationName });

it('A price is its estimate beside the limit, and each place with its part', () => {
  const query =
    'query ($n: Int!) { policing { name series(indicators: ["a"], areas: ["b"], first: $n) { nodes { values } } } }';
  // A request, a question, the agency and its name: 500 + 2,000 + 4 + 2, and the page: 4 + 2 + 100 × (4 + 60 + 216), but one
  // indicator has 90 series in one area.
  expect(describeQuery(query, { n: 100 })).toBe(
    [
      'some.graphql: at most 27,712, which is 1.1 % of the 2,500,000 that an operation may cost',
      '',
      '        cost     how many  where',
      '      25,212            1  policing',
      '      25,206            1  policing.series',
      '      25,202           90  policing.series.nodes',
      '      24,840       19,440  policing.series.nodes.values',
    ].join('\n'),
  );
});

it('What would be refused says what to ask for instead', () => {
  const query =
    '{ policing { series(indicators: ["a"]) { nodes { observations { period { id start end label type } release { id checksum } value } } } } }';
  expect(describeQuery(query)).toMatch(/\n\nThe operation costs .* Ask for less of it: `first: \d+`/);
});

it.each([
  ['{ nothing }', {}, null, 'Cannot query field "nothing"'],
  ['{ boroughs', {}, null, 'Syntax Error: Expected Name'],
  [
    'query ($n: Int!) { policing { series(indicators: [], first: $n) { hasNextPage } } }',
    { n: 'x' },
    null,
    'Int cannot represent',
  ],
  ['query A { __typename } query B { __typename }', {}, null, 'name one with --operation'],
  ['query A { __typename }', {}, 'C', 'name one with --operation'],
  ['{ boroughs { wards { borough { wards { borough { wards { code } } } } } } }', {}, null, 'is one list too many'],
])('%s with %j is no operation that has a price', (query, variables, name, message) => {
  expect(() => describeQuery(query, variables, name)).toThrow(PricingError);
  expect(() => describeQuery(query, variables, name)).toThrow(message);
});

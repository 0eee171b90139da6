import { buildSchema, getOperationAST, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { actualCost } from './actual.ts';
import { estimateCost } from './estimate.ts';
import { entryWeight, fetchWeight, leafWeight, objectWeight, representationWeight, requestWeight } from './weights.ts';

const directives = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  directive @byPeriod(range: String, last: String) on FIELD_DEFINITION
  directive @members(most: Int!) on ENUM_VALUE
  directive @periods(most: Int!, aYear: Int! = 12) on FIELD_DEFINITION
  directive @sizedBy(lists: [String!]!, each: Int! = 1) on FIELD_DEFINITION
  directive @join__field(graph: String) on FIELD_DEFINITION
  directive @join__type(graph: String) repeatable on OBJECT | INTERFACE`;

const schema = buildSchema(`${directives}
  type Query {
    towns(codes: [ID!], kind: Kind): [Town!] @listSize(assumedSize: 33) @sizedBy(lists: ["codes kind"])
    town: Town
    place: Place
    page(names: [ID!]!, codes: [ID!], first: Int! = 500): Page
      @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) @sizedBy(lists: ["names", "codes"], each: 10)
    unsaid: [Town!]
  }
  enum Kind { VILLAGE @members(most: 700) CITY @members(most: 2) }
  interface Place { name: String }
  type Town implements Place {
    name: String
    crime: Series @periods(most: 200)
    plans: Series @periods(most: 12, aYear: 1)
    map: String @cost(weight: 1000)
    aliases: [String!] @listSize(assumedSize: 3)
  }
  type Street implements Place { name: String houses: [House!] @listSize(assumedSize: 50) }
  type House { number: Int }
  type Page { nodes: [Series!]! }
  input Range { from: String to: String }
  type Series {
    values(during: Range): [Float]! @byPeriod(range: "during")
    points(during: Range, last: Int): [Point!]! @byPeriod(range: "during", last: "last")
  }
  type Point { value: Float }`);

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly by?: GraphQLSchema;
}

function priced({ query, variables = {}, by = schema }: Asked) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  expect(validate(by, document)).toEqual([]);
  return { schema: by, document, operation, variables };
}

/** What it costs beside what every request does. */
const estimate = (asked: Asked) => estimateCost(priced(asked), '2026-11-28').total - requestWeight;

/** A list of so many objects of one field each. */
const towns = (count: number) => leafWeight + count * (objectWeight + leafWeight);

describe('the estimate', () => {
  it.each([
    ['{ town { name } }', objectWeight + leafWeight],
    ['{ towns { name } }', towns(33)],
    ['{ towns(codes: ["a", "b"]) { name } }', towns(2)],
    ['{ towns(codes: []) { name } }', towns(0)],
    ['{ towns(kind: CITY) { name } }', towns(2)],
    // 700 villages, and no list of towns is longer than 33.
    ['{ towns(kind: VILLAGE) { name } }', towns(33)],
    ['{ towns(kind: CITY, codes: ["a"]) { name } }', towns(3)],
    ['{ unsaid { name } }', towns(100)],
    ['{ town { map } }', objectWeight + 1000],
    ['{ town { aliases } }', objectWeight + leafWeight + 3 * entryWeight],
    ['{ a: town { name } b: town { name } }', 2 * (objectWeight + leafWeight)],
    ['{ __typename }', leafWeight],
  ])('counts %s', (query, cost) => {
    expect(estimate({ query })).toBe(cost);
  });

  it.each([
    ['values', 200],
    ['values(during: {})', 200],
    // March 2024 to February 2026: 24 months.
    ['values(during: { from: "2024-03-01", to: "2026-02-28" })', 24],
    // June to November 2026, which is now.
    ['values(during: { from: "2026-06-01" })', 6],
    ['values(during: { to: "2026-06-01" })', 200],
    ['values(during: { from: "2026-06-01", to: "2026-01-01" })', 0],
    ['values(during: { from: "no day" })', 200],
  ])('counts the periods of %s', (field, periods) => {
    const query = `{ town { crime { ${field} } } }`;
    expect(estimate({ query })).toBe(2 * objectWeight + leafWeight + periods * entryWeight);
  });

  it.each([
    ['{ town { plans { points { value } } } }', 12],
    ['{ town { plans { points(last: 5) { value } } } }', 5],
    ['{ town { plans { points(last: -5) { value } } } }', 0],
    // 25 months have at most three years' ends in them.
    ['{ town { plans { points(during: { from: "2024-01-01", to: "2026-01-31" }) { value } } } }', 3],
  ])('counts %s by the periods that the field around it says', (query, periods) => {
    expect(estimate({ query })).toBe(2 * objectWeight + towns(periods));
  });

  it('counts a page by its length, and by what it is narrowed to where that is less', () => {
    const page = (count: number) => objectWeight + leafWeight + count * (objectWeight + leafWeight);
    const values = '{ nodes { values(during: { from: "2026-11-01" }) } }';
    const cost = (count: number) => page(count) + count * entryWeight;
    expect(estimate({ query: `{ page(names: ["n"]) ${values} }` })).toBe(cost(500));
    expect(estimate({ query: `{ page(names: ["n"], first: 2000) ${values} }` })).toBe(cost(2000));
    expect(estimate({ query: `{ page(names: ["n", "m"], codes: ["a", "b"]) ${values} }` })).toBe(cost(40));
  });

  it('reads variables, and the defaults where they are left out', () => {
    const query =
      'query ($codes: [ID!], $with: Boolean!) { towns(codes: $codes) { name @include(if: $with) map @skip(if: $with) } }';
    expect(estimate({ query, variables: { with: true } })).toBe(towns(33));
    expect(estimate({ query, variables: { with: true, codes: ['a'] } })).toBe(towns(1));
    expect(estimate({ query, variables: { with: false, codes: ['a'] } })).toBe(leafWeight + objectWeight + 1000);
  });

  it('counts what is selected twice under one name once, and a fragment wherever it is spread', () => {
    const query = '{ town { ...F } a: town { ...F ...F name ... on Town { name } } } fragment F on Place { name }';
    expect(estimate({ query })).toBe(2 * (objectWeight + leafWeight));
  });

  it('counts of kinds that a thing may be the dearest alone', () => {
    const query = '{ place { name ... on Town { map } ... on Street { houses { number } } } }';
    expect(estimate({ query })).toBe(objectWeight + leafWeight + 1000);
  });

  it('counts a name of the client that is longer than people give, as often as it stands in the answer', () => {
    const long = 'x'.repeat(440);
    const query = (alias: string): string => `{ towns { ${alias}: name ${alias}y: __typename } }`;
    // 440 characters beside the 40 that are free are 50 entries of a column, and one more is another.
    expect(estimate({ query: query(long) }) - estimate({ query: query('short') })).toBe(33 * (50 + 51));
    const towns = [{ [long]: 'A', [`${long}y`]: 'Town' }];
    const short = [{ short: 'A', shorty: 'Town' }];
    const actual = (alias: string, data: unknown): number =>
      actualCost(priced({ query: query(alias) }), { towns: data });
    expect(actual(long, towns) - actual('short', short)).toBe(50 + 51);
  });

  it('comes to an end where each of many fragments picks kinds', () => {
    const level = (at: number) =>
      `fragment F${at} on Node { ... on A { n { ...F${at + 1} } } ... on B { n { ...F${at + 1} } } }`;
    const by = buildSchema(
      'type Query { n: Node } interface Node { n: Node } type A implements Node { n: Node } type B implements Node { n: Node }',
    );
    const query = `{ n { ...F0 } } ${Array.from({ length: 40 }, (_, at) => level(at)).join(' ')} fragment F40 on Node { __typename }`;
    expect(estimate({ query, by })).toBe(41 * objectWeight + leafWeight);
  });
});

describe('asking agencies', () => {
  const by = buildSchema(`${directives}
    type Query @join__type(graph: "A") @join__type(graph: "B") {
      towns: [Town!] @join__field(graph: "A") @listSize(assumedSize: 33)
      other: Town @join__field(graph: "B")
    }
    type Town @join__type(graph: "A") @join__type(graph: "B") {
      code: ID
      name: String @join__field(graph: "A")
      crime: Int @join__field(graph: "B")
      officers: Int @join__field(graph: "B")
    }`);

  it.each([
    ['{ towns { name code } }', fetchWeight + leafWeight + 33 * (objectWeight + 2 * leafWeight)],
    [
      '{ towns { crime officers } }',
      2 * fetchWeight + leafWeight + 33 * (objectWeight + 2 * leafWeight + representationWeight),
    ],
    ['{ towns { code } other { crime } }', 2 * fetchWeight + towns(33) + objectWeight + leafWeight],
  ])('counts each question once, and each thing that it is about: %s', (query, cost) => {
    expect(estimate({ query, by })).toBe(cost);
  });

  it('counts what an agency is asked about by its keys', () => {
    const agency = buildSchema(`
      scalar _Any
      union _Entity = Town
      type Query { _entities(representations: [_Any!]!): [_Entity]! }
      type Town { crime: Int }`);
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Town { crime } } }';
    expect(estimate({ query, by: agency, variables: { r: [{}, {}, {}] } })).toBe(towns(3));
  });
});

describe('the actual cost', () => {
  it('is the estimate where everything is there, and less where it is not', () => {
    const asked = { query: '{ towns(codes: ["a", "b"]) { name crime { points { value } } aliases } }' };
    const point = { value: 1 };
    const whole = { name: 'A', crime: { points: Array.from({ length: 200 }, () => point) }, aliases: ['x', 'y', 'z'] };
    expect(actualCost(priced(asked), { towns: [whole, whole] })).toBe(estimate(asked) + requestWeight);
    const sparse = { name: null, crime: null, aliases: null };
    const cost = leafWeight + objectWeight + leafWeight + objectWeight + leafWeight;
    expect(actualCost(priced(asked), { towns: [sparse] })).toBe(requestWeight + cost + 0);
  });

  it('is that of a request where there is no answer', () => {
    expect(actualCost(priced({ query: '{ town { name } }' }), null)).toBe(requestWeight);
  });
});

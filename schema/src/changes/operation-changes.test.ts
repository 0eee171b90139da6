import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from './compare-schemas.ts';
import { findInvalid, findTouched } from './operation-changes.ts';

const before = `
  type Query { borough(code: ID!, on: String): Borough places(kinds: [Form], sort: Form! = WARD): [Place!] }
  type Borough { code: ID! name: String! crime(filter: Filter, from: Int): [Int!]! rate(kind: Kind): Float }
  type Ward implements Area { code: ID! }
  type Hospital { code: ID! }
  interface Area { code: ID! }
  union Place = Ward | Hospital
  enum Form { WARD HOSPITAL }
  enum Kind { CRUDE ADJUSTED }
  input Filter { offence: String month: String }`;

/** The operations that dashboards ask. */
const operations = Object.entries({
  names: '{ borough(code: "1") { name } }',
  dated: 'query ($on: String) { borough(code: "1", on: $on) { code } }',
  crimes:
    '{ borough(code: "1") { ...Crimes } } fragment Crimes on Borough { crime(filter: { offence: "theft" }, from: 2) }',
  variable: 'query ($filter: Filter) { borough(code: "1", on: "2024") { crime(filter: $filter) } }',
  rates: '{ borough(code: "1", on: "2024") { rate(kind: ADJUSTED) } }',
  wards: '{ places(kinds: [WARD]) { ... on Ward { code } ... on Area { code } } }',
  hospitals:
    'query ($kinds: [Form!], $sort: Form = WARD) { places(kinds: $kinds, sort: $sort) { ... on Hospital { code } } }',
  kinds: 'query ($kinds: [Form]) { places(kinds: $kinds, sort: WARD) { __typename } }',
}).map(([name, text]) => ({ name, document: parse(text) }));

/** The first change that `from` written as `to` makes, with whom it breaks, whom it touches, and whom validation finds. */
function judge(from: string, to: string) {
  const after = before.replace(from, to);
  const pair = { before: buildSchema(before), after: buildSchema(after) };
  const invalid = findInvalid(operations, pair);
  const [first] = findTouched(compareSchemas(parse(before), parse(after)), operations, { ...pair, invalid });
  const { change, broken, touched } = first ?? {};
  return { change: change?.coordinate, broken, touched, invalid: [...invalid.keys()] };
}

describe('A breaking change', () => {
  it.each([
    ['that takes a field away', ' name: String!', '', 'Borough.name', ['names'], [], ['names']],
    // Validation does not know what whoever asks makes of the answer.
    ['that gives a field another type', 'name: String!', 'name: Int!', 'Borough.name', ['names'], [], []],
    ['that makes a field nullable', 'name: String!', 'name: String', 'Borough.name', ['names'], [], []],
    [
      'that makes an argument non-null',
      'on: String',
      'on: String!',
      'Query.borough(on:)',
      ['names', 'dated', 'crimes'],
      ['variable', 'rates'],
      ['names', 'dated', 'crimes'],
    ],
    [
      'that gives an argument another type',
      'from: Int',
      'from: String',
      'Borough.crime(from:)',
      ['crimes'],
      ['variable'],
      ['crimes'],
    ],
    ['that takes an argument away', ', from: Int', '', 'Borough.crime(from:)', ['crimes'], ['variable'], ['crimes']],
    ['that takes a value of an enum away', ' ADJUSTED', '', 'Kind.ADJUSTED', ['rates'], [], ['rates']],
    [
      'that takes a type out of a union',
      '= Ward | Hospital',
      '= Ward',
      'Place',
      ['hospitals'],
      ['wards', 'kinds'],
      ['hospitals'],
    ],
    ['that takes an interface from a type', 'Ward implements Area', 'Ward', 'Ward', ['wards'], [], ['wards']],
    [
      'that makes what a list holds non-null',
      'kinds: [Form]',
      'kinds: [Form!]',
      'Query.places(kinds:)',
      ['kinds'],
      ['wards', 'hospitals'],
      ['kinds'],
    ],
    [
      'that takes the default of an argument away',
      'sort: Form! = WARD',
      'sort: Form!',
      'Query.places(sort:)',
      ['wards'],
      ['hospitals', 'kinds'],
      ['wards'],
    ],
    [
      'that makes what a list of an answer holds nullable',
      '[Place!]',
      '[Place]',
      'Query.places',
      ['wards', 'hospitals', 'kinds'],
      [],
      [],
    ],
    [
      'that asks for a new argument',
      'from: Int',
      'from: Int, to: Int!',
      'Borough.crime(to:)',
      ['crimes', 'variable'],
      [],
      ['crimes', 'variable'],
    ],
    [
      // Nobody knows what a variable holds: who has one may break, though it is valid.
      'that asks for another part of an input',
      'month: String',
      'month: String!',
      'Filter.month',
      ['crimes', 'variable'],
      [],
      ['crimes'],
    ],
  ])('%s breaks who uses it, and nobody else', (_, from, to, change, broken, touched, invalid) => {
    expect(judge(from, to)).toEqual({ change, broken, touched, invalid });
  });
});

describe('A change that breaks nobody', () => {
  it.each([
    ['a field that nobody asks for is gone', ' rate(kind: Kind): Float', '', ['rates']],
    ['an argument with a default is non-null', 'on: String', 'on: String! = "2024"', []],
    ['a value more of an enum', 'CRUDE', 'CRUDE SMOOTHED', []],
  ])('%s', (_, from, to, broken) => {
    const without = operations.filter(({ name }) => name !== 'rates');
    const after = before.replace(from, to);
    const pair = { before: buildSchema(before), after: buildSchema(after) };
    const changes = compareSchemas(parse(before), parse(after));
    const invalid = findInvalid(without, pair);
    expect(findTouched(changes, without, { ...pair, invalid }).flatMap((each) => each.broken)).toEqual([]);
    expect([...findInvalid(operations, pair).keys()]).toEqual(broken);
  });
});

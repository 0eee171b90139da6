import { readFileSync } from 'node:fs';
import { buildASTSchema, type DocumentNode, findBreakingChanges, Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareAccess } from './access-changes.ts';
import { compareSchemas } from './compare-schemas.ts';

const before = `
  type Query { borough(code: ID!, on: String): Borough areas(type: Kind = WARD): [Area!]! found(kinds: [Kind] = []): [Found] grid: [[Int!]!]! }
  interface Area { code: ID! }
  type Borough implements Area { code: ID! name: String! crime(filter: Filter, from: Int): [Int!]! old: Int }
  type Ward implements Area { code: ID! }
  union Found = Borough | Ward
  enum Kind { BOROUGH WARD }
  input Filter { offence: String }`;

/** The changes as lines, from `before` with `from` in it written as `to`. */
function changesBy(from: string, to: string): readonly string[] {
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return compareSchemas(parse(before), parse(after)).map(
    ({ weight, coordinate, message }) => `${weight}: ${coordinate} ${message}`,
  );
}

describe('What differs between two schemas', () => {
  it.each([
    [' old: Int', '', 'breaking: Borough.old is gone'],
    ['name: String!', 'name: Int!', 'breaking: Borough.name is of another type: String! is Int! now'],
    ['name: String!', 'name: String', 'breaking: Borough.name may be null now: String! is String now'],
    ['[Area!]!', '[Area]!', 'breaking: Query.areas may be null now: [Area!]! is [Area]! now'],
    ['on: String', 'on: String!', 'breaking: Query.borough(on:) may not be null now: String is String! now'],
    ['on: String', 'on: Int', 'breaking: Query.borough(on:) is of another type: String is Int now'],
    ['type: Kind = WARD', 'type: Kind!', 'breaking: Query.areas(type:) has to be given now, and was WARD without'],
    ['[Kind] = []', '[Kind!] = []', 'breaking: Query.found(kinds:) may not hold null now: [Kind] is [Kind!] now'],
    ['kinds: [Kind]', 'kinds: [[Kind]]', 'breaking: Query.found(kinds:) is of another type: [Kind] is [[Kind]] now'],
    ['[[Int!]!]!', '[[Int]!]!', 'breaking: Query.grid may be null now: [[Int!]!]! is [[Int]!]! now'],
    ['[[Int!]!]!', '[Int!]!', 'breaking: Query.grid is of another type: [[Int!]!]! is [Int!]! now'],
    [
      'found(kinds: [Kind] = []): [Found]',
      'found(kinds: [Kind] = []): Found',
      'breaking: Query.found is of another type: [Found] is Found now',
    ],
    [', on: String', '', 'breaking: Query.borough(on:) is gone'],
    ['on: String', 'on: String, year: Int!', 'breaking: Query.borough(year:) is new, and has to be given: Int!'],
    ['BOROUGH WARD', 'WARD', 'breaking: Kind.BOROUGH is gone'],
    ['= Borough | Ward', '= Borough', 'breaking: Found holds no more Ward'],
    ['Ward implements Area', 'Ward', 'breaking: Ward implements no more Area'],
    ['enum Kind { BOROUGH WARD }', 'scalar Kind', 'breaking: Kind is of another kind'],
    ['offence: String', 'offence: String!', 'breaking: Filter.offence may not be null now: String is String! now'],
    [
      'BOROUGH WARD',
      'BOROUGH WARD SITE',
      'dangerous: Kind.SITE is new: who reads the values of its enum meets one more',
    ],
    ['Kind = WARD', 'Kind = BOROUGH', 'dangerous: Query.areas(type:) is BOROUGH where it is left out, and was WARD'],
    ['Kind = WARD', 'Kind! = WARD', 'dangerous: Query.areas(type:) may not be given as null now: Kind is Kind! now'],
    ['old: Int', 'old: Int!', 'safe: Borough.old may be null less often: Int is Int! now'],
    ['code: ID!, on', 'code: ID, on', 'safe: Query.borough(code:) takes more: ID! is ID now'],
    ['old: Int', 'old: Int new: Int', 'safe: Borough.new is new'],
    ['on: String', 'on: String, year: Int', 'safe: Query.borough(year:) is new'],
    ['old: Int', 'old: Int @deprecated', 'safe: Borough.old is deprecated'],
    ['old: Int', '"Old." old: Int', 'safe: Borough.old is described in other words'],
  ])('"%s" as "%s"', (from, to, change) => {
    expect(changesBy(from, to).slice(0, 1)).toEqual([change]);
  });

  it('is listed once for what is gone with all that it holds', () => {
    expect(changesBy('crime(filter: Filter, from: Int): [Int!]! ', '')).toEqual(['breaking: Borough.crime is gone']);
  });

  it('is nothing for the same schema', () => {
    expect(compareSchemas(parse(before), parse(before))).toEqual([]);
  });
});

describe('Beside what graphql-js calls breaking', () => {
  const api = parse(readFileSync(new URL('../../api.graphql', import.meta.url), 'utf8'), { noLocation: true });
  const old = buildASTSchema(api, { assumeValid: true });
  const coordinates = (after: DocumentNode) =>
    new Set(
      compareSchemas(api, after).flatMap(({ weight, coordinate }) => (weight === 'breaking' ? [coordinate] : [])),
    );

  it.each([
    ['every fortieth field away', Kind.FIELD_DEFINITION],
    ['every fortieth argument away', Kind.INPUT_VALUE_DEFINITION],
    ['every fortieth value of an enum away', Kind.ENUM_VALUE_DEFINITION],
  ])('nothing is missed with %s', (_, kind) => {
    let count = 0;
    const after = visit<DocumentNode>(api, {
      [kind]: () => {
        count += 1;
        return count % 40 === 0 ? null : undefined;
      },
    });
    const theirs = findBreakingChanges(old, buildASTSchema(after, { assumeValid: true }));
    expect(theirs.length).toBeGreaterThan(0);
    expect(coordinates(after).size).toBe(theirs.length);
  });
});

describe('Who may see what', () => {
  const changes = (from: string, to: string) =>
    compareAccess(parse(`type Area { code: ID ${from} }`), parse(`type Area { code: ID ${to} }`)).map(
      ({ weight, coordinate, message }) => `${weight}: ${coordinate} ${message}`,
    );

  it('breaks those who ask without a name where a field is kept from them', () => {
    expect(changes('', '@authenticated')).toEqual([
      'breaking: Area.code is not for everybody any more: @authenticated',
    ]);
  });

  it('is to be looked at where more may see it', () => {
    expect(changes('@policy(policies: [["a"]])', '')).toEqual([
      'dangerous: Area.code is for everybody now, and was for few: @policy(policies: [["a"]])',
    ]);
  });
});

import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { findErasing } from './erasing-fields.ts';
import type { ComposedSchema } from './federation-fields.ts';
import { findHazards } from './hazards.ts';
import { readByOwnNames } from './own-names.ts';
import { findRemovedKeys } from './removed-keys.ts';

const schema = (name: string, sdl: string): ComposedSchema => ({ name, typeDefs: readByOwnNames(parse(sdl)) });

/** Owns boroughs, and wards of which nothing is certain. */
const councils = schema(
  'councils',
  `type Query { borough: Borough place: Place }
  type Borough @key(fields: "code") @key(fields: "name district { id }") { code: ID! name: String! district: District people(year: Int): Int }
  type District { id: ID! }
  type Ward @key(fields: "id") { id: ID! mood: String }
  interface Place @key(fields: "id") { id: ID! mayor: String! }
  type Month { start: String! }`,
);

/** The sentences, each up to its reason. */
const firstWords = (sentences: readonly string[]) =>
  sentences.map((each) => /^\[\w+\] ([^,:]+?)(?:[,:]| has )/.exec(each)?.[1]);

describe('A field that would erase what others know', () => {
  const added = (after: string, before: string | null = null) =>
    firstWords(
      findErasing(before === null ? null : schema('transport', before), schema('transport', after), [councils]),
    );

  it.each([
    ['by a new agency', 'type Borough @key(fields: "code") { code: ID! stops: Int! }', 'Borough.stops is Int!'],
    ['that is a list', 'type Borough @key(fields: "code") { code: ID! stops: [Int!]! }', 'Borough.stops is [Int!]!'],
    [
      'to a thing of which the owner is certain of nothing',
      'type Ward @key(fields: "id") { id: ID! stops: Int! }',
      'Ward.stops is Int!',
    ],
    [
      'that is named as a part of a part of the key',
      'type Borough @key(fields: "name district { id }") { name: String! @external district: District @external id: Int! }',
      'Borough.id is Int!',
    ],
    [
      'to an interface',
      'type Place @key(fields: "id") @interfaceObject { id: ID! stops: Int! }',
      'Place.stops is Int!',
    ],
    [
      'that is taken over',
      'type Borough @key(fields: "code") { code: ID! name: String! @override(from: "councils") }',
      'Borough.name is String!',
    ],
    [
      'under another name of the key',
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@primary" }])
      type Borough @primary(fields: "code") { code: ID! stops: Int! }`,
      'Borough.stops is Int!',
    ],
    [
      'under the whole name of the key',
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed")
      type Borough @fed__key(fields: "code") { code: ID! stops: Int! }`,
      'Borough.stops is Int!',
    ],
    [
      'that leads to the thing of another agency',
      'type Line @key(fields: "id") { id: ID! borough: Borough! } type Borough @key(fields: "code", resolvable: false) { code: ID! }',
      'Line.borough is Borough!',
    ],
  ])('is found %s', (_, after, sentence) => {
    expect(added(after)).toEqual([sentence]);
  });

  it('is found where one that might be null no longer may', () => {
    const before = 'type Borough @key(fields: "code") { code: ID! stops: Int }';
    expect(added(before.replace('Int', 'Int!'), before)).toEqual(['Borough.stops is Int!']);
  });

  it.each([
    ['may be null', 'type Borough @key(fields: "code") { code: ID! stops: [Int!] boroughs: [Borough!] }'],
    ['is the key', 'type Borough @key(fields: "code") { code: ID! }'],
    ['is only named', 'type Borough @key(fields: "code") { code: ID! name: String! @external }'],
    ['the owner answers for, too', 'type Borough @key(fields: "code") { code: ID! name: String! @shareable }'],
    ['is of a thing of its own', 'type Line @key(fields: "id") { id: ID! name: String! }'],
    ['is of no thing', 'type Month { start: String! end: String! }'],
  ])('is not one that %s', (_, after) => {
    expect(added(after)).toEqual([]);
  });

  it('is not one that the owner adds, of whatever it is certain', () => {
    const adds = (from: string, to: string, other: string) => {
      const [before, after] = [from, to].map((sdl) => schema('councils', sdl));
      return before && after && findErasing(before, after, [schema('transport', other)]);
    };
    const ward = 'type Query { ward: Ward } type Ward @key(fields: "id") { id: ID! mood: String }';
    expect(
      adds(ward, ward.replace('String', 'String!'), 'type Ward @key(fields: "id") { id: ID! stops: Int }'),
    ).toEqual([]);
    expect(adds(ward, ward.replace('String', 'String!'), 'type Ward @key(fields: "id") { id: ID! }')).toEqual([]);
  });
});

describe('A field that is shared in one place only', () => {
  const found = (own: string, other = councils) => firstWords(findHazards(schema('transport', own), [other]));

  it.each([
    ['by its own mark', 'type Line { id: ID! @shareable name: String }', ['Line.id is @shareable']],
    [
      'by that of its type',
      'type Line @shareable { id: ID! name: String }',
      ['Line.id is @shareable', 'Line.name is @shareable'],
    ],
    ['from the root', 'type Query { lines: Int @shareable }', ['Query.lines is @shareable']],
    [
      'where the other is taken from',
      'type Month { start: String! @shareable @override(from: "councils") }',
      ['Month.start is @shareable'],
    ],
    [
      'under its whole name',
      'type Line { id: ID! @federation__shareable } extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")',
      ['Line.id is @shareable'],
    ],
  ])('is found %s', (_, own, sentences) => {
    expect(found(own)).toEqual(sentences);
  });

  it('is found where the other only names it, and not where it provides it', () => {
    const own = 'type Line @key(fields: "id") { id: ID! name: String @shareable }';
    const line = 'type Line @key(fields: "id") { id: ID! name: String @external }';
    expect(found(own, schema('councils', line))).toEqual(['Line.name is @shareable']);
    expect(found(own, schema('councils', `type Query { line: Line @provides(fields: "name") } ${line}`))).toEqual([]);
  });

  it('is not one that another has', () => {
    expect(found('type Month @shareable { start: String! }')).toEqual([]);
  });
});

describe('A key that is removed', () => {
  const removed = (own: string) => findRemovedKeys(councils, schema('councils', own));
  const rest = 'type Ward @key(fields: "id") { id: ID! } interface Place @key(fields: "id") { id: ID! }';
  const gone = (key: string) =>
    `[councils] @key(fields: "${key}") of Borough is gone: other agencies ask about it by that key. Keep it beside a new one.`;

  it.each([
    ['one of two', 'type Borough @key(fields: "code") { code: ID! }', [gone('name district { id }')]],
    ['all', 'type Borough { code: ID! }', [gone('code'), gone('name district { id }')]],
    [
      'one that takes another part',
      'type Borough @key(fields: "code year") @key(fields: "name district { id }") { code: ID! }',
      [gone('code')],
    ],
    [
      'one that only points',
      'type Borough @key(fields: "code", resolvable: false) @key(fields: "name district { id }") { code: ID! }',
      [
        '[councils] @key(fields: "code") of Borough is not resolvable any more: other agencies ask about it by that key. Leave it as it was.',
      ],
    ],
  ])('is found: %s', (_, own, sentences) => {
    expect(removed(`${own} ${rest}`)).toEqual(sentences);
  });

  it('is found of an interface', () => {
    const own =
      'type Borough @key(fields: "code") @key(fields: "name district { id }") { code: ID! } interface Place { id: ID! }';
    expect(firstWords(removed(own))).toEqual(['@key(fields']);
  });

  it.each([
    [
      'the parts stand in another order',
      'type Borough @key(fields: "code") @key(fields: "district { id }   name") { code: ID! }',
    ],
    [
      'a key is new',
      'type Borough @key(fields: "code") @key(fields: "name district { id }") @key(fields: "id") { code: ID! }',
    ],
    ['the thing is given up whole', ''],
  ])('is none where %s', (_, own) => {
    expect(removed(`${own} ${rest}`)).toEqual([]);
  });

  it('is none of a key that only pointed', () => {
    const stub = schema('transport', 'type Borough @key(fields: "code", resolvable: false) { code: ID! }');
    expect(findRemovedKeys(stub, schema('transport', 'type Borough { code: ID! }'))).toEqual([]);
  });
});

describe('Arguments inside @requires', () => {
  const found = (fields: string, name = 'requires') =>
    firstWords(
      findHazards(
        schema(
          'transport',
          `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@requires", as: "@needs" }])
          type Borough { density: Float @${name}(fields: ${fields}) }`,
        ),
        [],
      ),
    );

  it.each([
    ['of a field', '"people(year: 2024)"'],
    ['of the second', '"code people(year: 2024)"'],
    ['of a part', '"district { people(year: 2024) }"'],
    ['of one kind', '"district { ... on District { people(year: 2024) } }"'],
    ['in lines', '"""\npeople(\n  year: 2024)\n"""'],
  ])('are found: %s', (_, fields) => {
    expect(found(fields)).toEqual(['Borough.density']);
  });

  it('are found under other names', () => {
    expect(['needs', 'federation__requires'].map((name) => found('"people(year: 2024)"', name))).toEqual([
      ['Borough.density'],
      ['Borough.density'],
    ]);
  });

  it.each(['"people"', '"district { people }"', '"is not one ("'])('are not in %s', (fields) => {
    expect(found(fields)).toEqual([]);
  });
});

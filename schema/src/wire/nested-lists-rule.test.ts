import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nestedListsRule } from './nested-lists-rule.ts';

const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const api = buildSchema(readText('../../api.graphql'));
const operations = readdirSync(new URL('../../operations/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
}).filter((file) => file.endsWith('.graphql'));

/** The messages of the rule. */
function refusals(query: string, schema = api): readonly string[] {
  return validate(schema, parse(query), [nestedListsRule]).map(({ message }) => message);
}

const wardsOfWards = `"boroughs.wards.borough.wards" is one list too many: on one path 4 lists of the kind Area lie within each other, and at most 2 may. Ask for what lies deeper in an operation of its own, by the codes or ids that the outer lists give.`;

describe('an operation in which lists lie within each other', () => {
  it('again and again is refused, with the path to the first that is too many', () => {
    const query = '{ boroughs { wards { borough { wards { borough { wards { borough { code } } } } } } } }';
    expect(refusals(query)).toEqual([wardsOfWards]);
    const [error] = validate(api, parse(query), [nestedListsRule]);
    expect(error?.extensions).toEqual({ code: 'OPERATION_TOO_LARGE' });
    expect(error?.locations).toEqual([{ line: 1, column: 32 }]);
  });

  it.each([
    [
      'under other names',
      '{ a: boroughs { b: wards { c: borough { d: wards { e: borough { f: wards { code } } } } } } }',
    ],
    [
      'in fragments',
      `{ boroughs { ...W } } fragment W on Borough { wards { borough { wards { ...V } } } }
      fragment V on Ward { borough { wards { code } } }`,
    ],
    [
      'in fragments on the interface',
      `{ boroughs { ... on Area { ... on Borough { wards { borough { ... { wards {
      ... on Area { ... on Ward { borough { wards { code } } } } } } } } } } } }`,
    ],
    [
      'beside something harmless',
      `query A { boroughs { name wards { name borough { name wards { name borough { name wards { name } } } } } } }`,
    ],
  ])('%s is refused alike', (_, query) => {
    expect(refusals(query)).toEqual([wardsOfWards]);
  });

  it.each([
    ['{ boroughs { links { area { links { kind } } } } }', 'boroughs.links.area.links'],
    [
      '{ area(code: "E12000007") { links { area { links { area { links { area { code } } } } } } } }',
      'area.links.area.links.area.links',
    ],
    ['{ courts { region { links { area { links { area { code } } } } } } }', 'courts.region.links.area.links'],
    ['{ boroughs { wards { borough { links { area { code } } } } } }', 'boroughs.wards.borough.links'],
    [
      `{ boroughs { youthJustice { inspections { areas { youthJustice { inspections { areas { code } } } } } } } }`,
      'boroughs.youthJustice.inspections.areas.youthJustice.inspections.areas',
    ],
    [
      `{ boroughs { crime { byOffenceGroup { area { crime { byOffenceGroup { area { crime { byOffenceGroup { unit: __typename } } } } } } } } } }`,
      'boroughs.crime.byOffenceGroup.area.crime.byOffenceGroup.area.crime.byOffenceGroup',
    ],
    [
      `{ policing { series(indicators: ["recorded-crime"]) { nodes { comparators { area { wards: links { area {
        publicPerception { comparators { kind } } } } } } } } } }`,
      'policing.series.nodes.comparators.area.links.area.publicPerception.comparators',
    ],
  ])('%s is refused', (query, path) => {
    expect(refusals(query)).toEqual([expect.stringContaining(`"${path}" is one list too many`)]);
  });

  it('is measured by its dearest operation alone, and each operation of a document by itself', () => {
    const document = `query Small { boroughs { name } } query Large { boroughs { wards { borough { wards { code } } } } }`;
    expect(refusals(document)).toHaveLength(1);
  });

  it.each(operations)('as often as %s asks is taken', (file) => {
    expect(refusals(readText(`../../operations/${file}`))).toEqual([]);
  });

  it.each([
    '{ boroughs { wards { borough { name } } } }',
    '{ boroughs { wards { name crime { recorded { area { name } comparators { kind area { name } } } } } } }',
    '{ boroughs { wards { crime { byOffenceGroup { comparators { area { name } } } } } } }',
    '{ boroughs { youthJustice { inspections { areas { name } } } publicPerception { area { name } } } }',
    '{ borough(code: "E09000012") { links { area { name links { area { name } } } } } }',
    '{ boroughs { localPriorities { measuredBy { ... on Indicator { series(area: "E12000007") { comparators { kind } } } } } } }',
    '{ courts { catchments { area { ... on Borough { wards { name } } } } } }',
    '{ frameworks { measures { measuredBy { ... on Indicator { dimensions { values { value } } } } } } }',
    '{ a: boroughs { wards { code } } b: boroughs { wards { code } } c: boroughs { links { area { code } } } }',
  ])('but comes to an end, as in %s, is taken', (query) => {
    expect(refusals(query)).toEqual([]);
  });
});

describe('fragments', () => {
  it('that spread each other twice, thirty deep, are looked at once each', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `fragment F${at} on Borough { ...F${at + 1} ... { ...F${at + 1} } }`,
    );
    const query = `{ boroughs { ...F0 } } ${bomb.join(' ')} fragment F30 on Borough { wards { borough { wards { code } } } }`;
    expect(refusals(query)).toEqual([expect.stringContaining('"boroughs.wards.borough.wards"')]);
  });

  it('that spread themselves, or that nobody has written, do no harm', () => {
    expect(refusals('{ boroughs { ...A ...Missing } } fragment A on Borough { wards { borough { ...A } } }')).toEqual(
      [],
    );
  });
});

describe('a schema of one agency', () => {
  const agency = buildSchema(`
    type Query { _entities(representations: [String!]!): [_Entity]! }
    union _Entity = Area
    type Area { code: ID! sites: [Site!]! series: [Series!]! }
    type Site { area: Area! }
    type Series { area: Area notes: [Note!]! series: [Series!]! }
    type Note { text: String }`);
  const entities = (fields: string): string => `{ _entities(representations: []) { ... on Area { ${fields} } } }`;

  it('counts what it is asked about as a list, and what is nothing without an area as the area', () => {
    expect(refusals(entities('sites { area { code } }'), agency)).toEqual([]);
    expect(refusals(entities('sites { area { sites { area { code } } } }'), agency)).toEqual([
      expect.stringContaining(
        '"_entities.sites.area.sites" is one list too many: on one path 3 lists of the kind Area',
      ),
    ]);
  });

  it('finds a list of what holds itself', () => {
    expect(refusals(entities('series { series { notes { text } } }'), agency)).toEqual([]);
    expect(refusals(entities('series { series { series { notes { text } } } }'), agency)).toEqual([
      expect.stringContaining('on one path 3 lists of the kind Series'),
    ]);
  });
});

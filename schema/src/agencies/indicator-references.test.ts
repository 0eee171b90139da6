import { type DefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  hasIndicatorReferences,
  printIndicatorTypes,
  withIndicatorReferences,
  type Measuring,
} from './indicator-references.ts';
import { readAgencies } from './agencies.ts';

const [any] = readAgencies();

/** An agency with one type of indicators. */
function measuring(name: string, type: string, port: number): Measuring {
  if (any === undefined) throw new Error('there is no agency');
  const own = parse(
    `"What ${name} measures." type ${type} implements Indicator @key(fields: "id") @key(fields: "link") {
      "An id." id: ID! "A link." link: ID! @inaccessible }
    "A dataset of ${name}." type ${type}Dataset implements AnyDataset @key(fields: "id") { id: ID! }
    "The catalogue of ${name}." type ${type}Catalogue implements AgencyCatalogue @key(fields: "id") { id: ID! }`,
  );
  return { agency: { ...any, name, port }, own };
}

const places = measuring('places', 'PlaceIndicator', 4001);
const fire = measuring('fire', 'FireIndicator', 4003);
const water = measuring('water', 'WaterIndicator', 4002);

const markers = [
  '# begin: references to the indicators of all agencies, written by `npm run compose`',
  '# end: references to the indicators of all agencies',
] as const;
const schema = ['type Before { id: ID! }', markers[0], 'anything', markers[1], 'type After { id: ID! }', ''].join('\n');

const nameOf = (node: DefinitionNode) => ('name' in node ? node.name.value : null);

describe('withIndicatorReferences', () => {
  it('writes a reference for each other agency, and the union of all, in the order of their ports', () => {
    const written = withIndicatorReferences('places', schema, [fire, places, water]);
    expect(written.startsWith(`type Before { id: ID! }\n${markers[0]}\n`)).toBe(true);
    const types = parse(written).definitions.map(nameOf);
    expect(types).toEqual([
      'Before',
      'AnyIndicator',
      ...['WaterIndicator', 'WaterIndicatorDataset', 'WaterIndicatorCatalogue'],
      ...['FireIndicator', 'FireIndicatorDataset', 'FireIndicatorCatalogue'],
      'MeasuredBy',
      'After',
    ]);
    expect(written).toContain('union MeasuredBy = PlaceIndicator | WaterIndicator | FireIndicator\n');
  });

  it('takes the words of a reference from its owner, and its fields from the interface, which the owner answers for', () => {
    const written = withIndicatorReferences('places', schema, [places, water]);
    expect(written).toContain(
      '"What water measures."\ntype WaterIndicator implements AnyIndicator\n  @key(fields: "id", resolvable: false)\n  @key(fields: "link", resolvable: false) {\n  "A link."\n  link: ID! @inaccessible\n',
    );
    expect(written).toContain(
      '"The catalogue of water."\ntype WaterIndicatorCatalogue implements AgencyCatalogue @key(fields: "id", resolvable: false) {\n  "Id of the agency, in kebab-case: criminal-justice."\n  id: ID!\n  "What the agency measures and holds. Null where it is down."\n  agency: Agency @external\n}\n',
    );
  });

  it('breaks a union that is too long for a line, as Prettier does', () => {
    const long = measuring('long', `${'Very'.repeat(25)}LongIndicator`, 4004);
    expect(withIndicatorReferences('places', schema, [places, long])).toContain(
      `union MeasuredBy =\n  | PlaceIndicator\n  | ${'Very'.repeat(25)}LongIndicator\n`,
    );
  });

  it('leaves a schema alone that does not ask for it', () => {
    expect(hasIndicatorReferences('type Query { id: ID! }')).toBe(false);
    expect(withIndicatorReferences('fire', 'type Query { id: ID! }', [fire, places])).toBe('type Query { id: ID! }');
  });

  it('refuses an agency that measures nothing, or in two types', () => {
    const nothing = { ...fire, own: parse('type Fire { id: ID! }') };
    expect(() => withIndicatorReferences('places', schema, [places, nothing])).toThrow(
      'subgraphs/fire/schema.graphql: expected one type that implements Indicator, but there are 0',
    );
  });
});

describe('printIndicatorTypes', () => {
  it('says which type stands for which agency', () => {
    expect(printIndicatorTypes([fire, places])).toContain(
      "  'places': 'PlaceIndicator',\n  'fire': 'FireIndicator',\n",
    );
  });
});

import { parse } from 'graphql';
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
      "An id." id: ID! "A link." link: ID! @inaccessible }`,
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

describe('withIndicatorReferences', () => {
  it('writes a reference for each other agency, and the union of all, in the order of their ports', () => {
    expect(withIndicatorReferences('places', schema, [fire, places, water])).toBe(`type Before { id: ID! }
${markers[0]}
"What water measures."
type WaterIndicator @key(fields: "id", resolvable: false) @key(fields: "link", resolvable: false) {
  "An id."
  id: ID! @external
  "A link."
  link: ID! @inaccessible
}

"What fire measures."
type FireIndicator @key(fields: "id", resolvable: false) @key(fields: "link", resolvable: false) {
  "An id."
  id: ID! @external
  "A link."
  link: ID! @inaccessible
}

"An indicator of any agency that measures what a framework or a priority names."
union MeasuredBy = PlaceIndicator | WaterIndicator | FireIndicator
${markers[1]}
type After { id: ID! }
`);
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

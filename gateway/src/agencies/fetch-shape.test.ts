import { buildASTSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { supergraphSdl } from '../../testing/fixture-agencies.ts';
import { describeFetch, type FieldShape } from './fetch-shape.ts';

const schema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });
const leaf: FieldShape = {
  listDepth: 0,
  isNonNull: [false],
  fields: null,
  isTypename: false,
  possible: null,
  isUnconditional: true,
};

const typename = (...possible: readonly string[]): FieldShape => ({
  ...leaf,
  isTypename: true,
  possible: new Set(possible),
  isUnconditional: false,
});

describe('describeFetch', () => {
  it('knows lists, objects and leaves of a root fetch', () => {
    expect(describeFetch(schema, '{ one: boroughs { name crime { months } } policing { __typename } }')).toEqual({
      isEntityFetch: false,
      keys: ['one', 'policing'],
      root: new Map([
        [
          'one',
          {
            listDepth: 1,
            isNonNull: [false, false],
            isTypename: false,
            possible: null,
            isUnconditional: true,
            fields: new Map([
              ['name', { ...leaf, isNonNull: [true] }],
              [
                'crime',
                { ...leaf, fields: new Map([['months', { ...leaf, listDepth: 1, isNonNull: [false, true] }]]) },
              ],
            ]),
          },
        ],
        ['policing', { ...leaf, fields: new Map([['__typename', typename('Policing')]]) }],
      ]),
    });
  });

  it('puts the type conditions of an entity fetch together', () => {
    const shape = describeFetch(
      schema,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Borough { __typename name } ... on Area { ...Adding } } }
      fragment Adding on Area { health { rates } }`,
    );
    expect(shape).toMatchObject({ isEntityFetch: true, keys: ['name', 'health'] });
    expect(shape.root.get('_entities')).toMatchObject({ listDepth: 1 });
  });

  it('is not misled by a client that calls a field _entities', () => {
    expect(describeFetch(schema, '{ _entities: boroughs { name } }')).toMatchObject({
      isEntityFetch: false,
      keys: ['_entities'],
    });
  });

  it('does not expect what a condition may leave out', () => {
    const { root } = describeFetch(schema, 'query ($if: Boolean!) { policing @include(if: $if) { __typename } }');
    expect(root.get('policing')).toMatchObject({ isUnconditional: false });
  });

  it('does not expect what stands in a fragment that a condition may leave out', () => {
    const { root } = describeFetch(
      schema,
      `query ($if: Boolean!) { ... on Query @skip(if: $if) { ... { policing { __typename } } boroughs { name } } ... { boroughs { code } } }`,
    );
    expect(root.get('policing')).toMatchObject({ isUnconditional: false });
    expect(root.get('boroughs')).toMatchObject({ isUnconditional: true });
  });
});

import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { compileRewrites } from './rewrites.ts';

const schema = buildSchema(`
  type Query { area: Area }
  interface Area { code: ID! }
  type Ward implements Area { code: ID! }
  type Borough implements Area { code: ID! }`);

it.each([0, '', false, null, 'text', [1]])('A value that came under another name gets its own: %j', (value) => {
  const data = {
    areas: [
      { __typename: 'Ward', value__alias_0: value },
      { __typename: 'Borough', value__alias_0: 1 },
    ],
  };
  const path = ['areas', '... on Ward', 'value__alias_0'];
  compileRewrites(schema, [{ kind: 'KeyRenamer', path, renameKeyTo: 'value' }])?.(data);
  expect(data.areas).toEqual([
    { __typename: 'Ward', value, value__alias_0: undefined },
    { __typename: 'Borough', value__alias_0: 1 },
  ]);
});

it('A representation is of the kind that the agency knows', () => {
  const representation = { __typename: 'Ward', code: 'W1' };
  const path = ['... on Area', '__typename'];
  compileRewrites(schema, [{ kind: 'ValueSetter', path, setValueTo: 'Area' }])?.(representation);
  expect(representation).toEqual({ __typename: 'Area', code: 'W1' });
});

it('Nothing is to be done where there is nothing to change', () => {
  expect(compileRewrites(schema, [])).toBeNull();
});

import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { findDeniedNulls } from './denied-nulls.ts';
import { describeFetch } from './fetch-shape.ts';

const schema = buildSchema(`
  type Query { area: Area areas: [Area!]! }
  type Area { code: ID! note: String parts: [Area!] tags: [[String!]]! }`);
const find = (query: string, data: Readonly<Record<string, unknown>>): ReturnType<typeof findDeniedNulls> =>
  findDeniedNulls(data, describeFetch(schema, query).root);

it('A null where the schema allows none is found, in objects, lists and lists of lists', () => {
  const data = {
    area: { code: null, note: null, parts: [null, { code: null }], tags: [null, ['a', null]] },
    areas: null,
  };
  expect(find('{ area { code note parts { code } tags } areas { code } }', data)).toEqual([
    ['area', 'code'],
    ['area', 'parts', 0],
    ['area', 'parts', 1, 'code'],
    ['area', 'tags', 1, 1],
    ['areas'],
  ]);
});

it('A null that is allowed is none, nor is a value that is not there', () => {
  expect(find('{ area { code note parts { code } } }', { area: { note: null, parts: null } })).toEqual([]);
  expect(find('{ area { code } }', { area: null })).toEqual([]);
});

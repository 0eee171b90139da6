import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lookUpReferencesApart } from './separate-references.ts';

const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  interface Item @key(fields: "id") { id: ID! }
  type Book implements Item @key(fields: "id") @key(fields: "shelf place") { id: ID! title: String place: ID shelf: ID }
  type Author @key(fields: "name") { name: ID! born: Int! }
  type Shop @key(fields: "id", resolvable: false) { id: ID! name: String! }
  type Query { books: [Book] shop: Shop }`);

interface Book {
  readonly id?: string;
  readonly shelf?: string;
}

const schema = lookUpReferencesApart(
  buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Item: { __resolveReference: ({ id }: Book) => ({ id }), __resolveType: () => 'Book' },
      Book: {
        __resolveReference: ({ id, shelf }: Book) => {
          if (id === 'burnt') throw new TypeError('ashes');
          if (id === 'lost') return Promise.reject(new RangeError('nowhere'));
          return id === 'none' ? null : { id: id ?? shelf, title: 'A title' };
        },
      },
      Author: { born: () => null },
    },
  }),
);

async function ask(...representations: readonly unknown[]) {
  const document = parse(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { title } ... on Author { born } } }',
  );
  const { data, errors = [] } = await execute({ schema, document, variableValues: { of: representations } });
  return { entities: data?.['_entities'], errors: errors.map(({ path, message }) => [path, message]) };
}

const whole = { __typename: 'Book', id: 'a' };
const answer = { title: 'A title' };

describe('references that are looked up apart', () => {
  it('are null where they fail, at once or later, and the others are answered', async () => {
    const [burnt, lost] = ['burnt', 'lost'].map((id) => ({ __typename: 'Book', id }));
    expect(await ask(whole, burnt, whole, lost, { __typename: 'Book', id: 'none' }, whole)).toEqual({
      entities: [answer, null, answer, null, null, answer],
      errors: [
        [['_entities', 1], 'ashes'],
        [['_entities', 3], 'nowhere'],
      ],
    });
  });

  it('are null where a value in them may not be', async () => {
    expect(await ask({ __typename: 'Author', name: 'Ann' }, whole)).toEqual({
      entities: [null, answer],
      errors: [[['_entities', 0, 'born'], 'Cannot return null for non-nullable field Author.born.']],
    });
  });

  it.each([
    ['of no kind', { id: 'a' }, '__typename of reference 1 is not there: expected one of Author, Book, Item'],
    [
      'of an unknown kind',
      { __typename: 'Café' },
      '__typename of reference 1 is "Café": expected one of Author, Book, Item',
    ],
    [
      'of a kind that is no entity',
      { __typename: 'Query' },
      '__typename of reference 1 is "Query": expected one of Author, Book, Item',
    ],
    [
      'of a kind that is a list',
      { __typename: ['Book'] },
      '__typename of reference 1 is ["Book"]: expected one of Author, Book, Item',
    ],
    [
      'of a kind that is looked up elsewhere',
      { __typename: 'Shop', id: 'a' },
      '__typename of reference 1 is "Shop": expected one of Author, Book, Item',
    ],
    ['that are a word', 'Book', '__typename of reference 1 is not there: expected one of Author, Book, Item'],
    [
      'without a key',
      { __typename: 'Author' },
      'reference 1 is of kind Author and lacks its key: expected "name" as text',
    ],
    [
      'with half a key',
      { __typename: 'Book', shelf: 'b' },
      'reference 1 is of kind Book and lacks its key: expected "id" or "shelf", "place" as text',
    ],
    [
      'with an object for a key',
      { __typename: 'Book', id: {} },
      'reference 1 is of kind Book and lacks its key: expected "id" or "shelf", "place" as text',
    ],
  ])('are refused by their place %s', async (_what, reference, message) => {
    expect(await ask(whole, reference, whole)).toEqual({
      entities: [answer, null, answer],
      errors: [[['_entities', 1], message]],
    });
  });

  it('are known by each of their keys, and by an interface that has one', async () => {
    const byPlace = { __typename: 'Book', shelf: 'b', place: '1' };
    expect(await ask(byPlace, { __typename: 'Item', id: 'a' })).toEqual({
      entities: [answer, { title: null }],
      errors: [],
    });
  });

  it('are quoted in part where they are long', async () => {
    const { errors } = await ask({ __typename: 'x'.repeat(1_000_000) });
    expect(JSON.stringify(errors).length).toBeLessThan(300);
  });
});

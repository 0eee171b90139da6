import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/** A kilobyte that asks for 2 to the power of 28 fields. */
const doubling = Array.from({ length: 28 }, (_, level) => {
  const inside = level < 27 ? `...F${level + 1} ...F${level + 1}` : '__typename';
  return `fragment F${level} on Query { ${inside} }`;
}).join(' ');

const repeat = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');
const chain = repeat(2_000, (at) => `fragment F${at} on Query { ...F${at + 1} }`);
const nested = `{ ${'a { '.repeat(2_400)}`;

const attacks = [
  ['fragments that double', { query: `{ ...F0 } ${doubling}` }, 400, 'OPERATION_TOO_LARGE', 'at most 30000 may be'],
  ['many tokens', { query: `{ ${'__typename '.repeat(60_000)} }` }, 400, 'GRAPHQL_PARSE_FAILED', '20000 tokens'],
  ['nested fields', { query: nested }, 400, 'OPERATION_TOO_LARGE', 'deeper than 150'],
  [
    'nested lists of a type',
    { query: `query ($a: ${'['.repeat(9_000)}` },
    400,
    'OPERATION_TOO_LARGE',
    'deeper than 150',
  ],
  ['nested values', { query: `{ a(b: ${'[{c:'.repeat(5_000)}` }, 400, 'OPERATION_TOO_LARGE', 'deeper than 150'],
  ['a chain of fragments', { query: `{ ...F0 } ${chain}` }, 400, 'OPERATION_TOO_LARGE', 'deeper than 150'],
  ['aliases', { query: `{ ${repeat(101, (at) => `a${at}: __typename`)} }` }, 400, 'OPERATION_TOO_LARGE', '101 times'],
  ['one field again and again', { query: `{ ${'__typename '.repeat(500)} }` }, 400, 'OPERATION_TOO_LARGE', '500 times'],
  ['directives', { query: `{ __typename ${'@aa'.repeat(10)} }` }, 400, 'OPERATION_TOO_LARGE', '10 directives'],
  ['an alias of all objects', { query: '{ __proto__: __typename }' }, 400, 'GRAPHQL_VALIDATION_FAILED', '__proto__'],
  [
    'entities under several names',
    {
      query:
        'query ($representations: [_Any!]!) { a: _entities(representations: $representations) { __typename } ...B } fragment B on Query { b: _entities(representations: [{}]) { __typename } }',
      variables: { representations: Array.from({ length: 5_000 }, () => ({})) },
    },
    400,
    'OPERATION_TOO_LARGE',
    'about 5001 entities',
  ],
  ['nothing', { query: '' }, 400, 'BAD_REQUEST', 'non-empty'],
  [
    'a persisted query',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    200,
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'PersistedQueryNotSupported',
  ],
] as const;

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))('%s by itself', (_, subgraph) => {
  it('refuses what is too large, and answers what comes afterwards', async () => {
    // Nothing is read: what is refused never comes to a resolver.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    const send = async (payload: object) => {
      const response = await server.inject({ method: 'POST', url: '/graphql', payload });
      return [response.statusCode, response.json<unknown>()];
    };
    for (const [name, payload, status, code, message] of attacks) {
      const error = { message: expect.stringContaining(message) as unknown, extensions: { code } };
      expect([name, ...(await send(payload))]).toMatchObject([name, status, { errors: [error] }]);
      expect(await send({ query: '{ __typename }' })).toEqual([200, { data: { __typename: 'Query' } }]);
    }
    await server.close();
    await store.close();
  });

  it('takes a null for an argument that may not be null as a mistake of whoever asks, and of that field alone', async () => {
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    const root = subgraph.name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
    // The variable may be null, since the argument has a default.
    const query = `query ($first: Int) { ${root} { series(indicators: [], first: $first) { hasNextPage } } }`;
    const payload = { query, variables: { first: null } };
    const response = await server.inject({ method: 'POST', url: '/graphql', payload });
    const message = 'Argument "first" of non-null type "Int!" must not be null.';
    expect(response.json<unknown>()).toMatchObject({
      data: { [root]: { series: { hasNextPage: false } } },
      errors: [{ message, path: [root, 'series'], extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }],
    });
    await server.close();
    await store.close();
  });
});

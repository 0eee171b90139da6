import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (_, subgraph) => {
  it('answers whoever is anonymous, and refuses a viewer whom it does not know', async () => {
    // Nothing is read from it.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    const ask = async (headers: Record<string, string>) => {
      const payload = { query: '{ __typename }' };
      const response = await server.inject({ method: 'POST', url: '/graphql', headers, payload });
      return [response.statusCode, response.json<unknown>()];
    };
    const answered = [200, { data: { __typename: 'Query' } }];
    expect(await ask({})).toEqual(answered);
    expect(await ask({ 'x-boroughgraph-viewer': 'anonymous' })).toEqual(answered);
    const message = 'The header x-boroughgraph-viewer is "officer": expected "anonymous", or no such header.';
    expect(await ask({ 'x-boroughgraph-viewer': 'officer' })).toEqual([
      400,
      { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    await server.close();
    await store.close();
  });
});

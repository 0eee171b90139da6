import { ApolloServer, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { expect, it } from 'vitest';
import { letGo } from './let-go.ts';

it('nothing of an answer is held once it is written', async () => {
  const { plugin, stringifyResult } = letGo((result) => Promise.resolve(JSON.stringify(result)));
  const responses: GraphQLResponse[] = [];
  const watch = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response }: { response: GraphQLResponse }) => {
          responses.push(response);
          return Promise.resolve();
        },
      }),
  };
  const server = new ApolloServer({ typeDefs: 'type Query { id: ID }', plugins: [watch, plugin], stringifyResult });
  await server.start();
  try {
    const answers = await Promise.all(['{ id }', '{ none }'].map((query) => ask(server, query)));
    expect(answers[0]).toBe('{"data":{"id":null}}');
    expect(answers[1]).toContain('Cannot query field');
    const held = responses.map(({ body }) => (body.kind === 'single' ? body.singleResult.data : 'more'));
    expect(held).toEqual([undefined, undefined]);
  } finally {
    await server.stop();
  }
});

async function ask(server: ApolloServer, query: string): Promise<string> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const { body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query } },
    context: () => Promise.resolve({}),
  });
  if (body.kind !== 'complete') throw new Error('expected a whole answer');
  return body.string;
}

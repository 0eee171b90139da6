import { readFileSync } from 'node:fs';
import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { nestedListsRule } from '@boroughgraph/schema/wire/nested-lists-rule.ts';
import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { circularOperations } from '../support/circular-operations.ts';
import { agencies } from '../support/all-agencies.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const schemas = new Map(
  readSubgraphSchemas().map(({ name, typeDefs }) => [name, buildSubgraphSchema({ typeDefs })] as const),
);
const operationsOf = (name: string) => circularOperations(schemas.get(name) ?? api);
/** One operation for each list that can hold itself. */
const alone = <Named extends { name: string }>(operations: readonly Named[]) =>
  operations.filter(({ name }) => name.split(', ')[0] === name.split(', ')[1]);

function isTooLarge(schema: GraphQLSchema, query: string): boolean {
  const [error] = validate(schema, parse(query), [nestedListsRule]);
  return error?.extensions['code'] === 'OPERATION_TOO_LARGE';
}

describe('two lists of the composed graph that can hold each other', () => {
  it('are found', () => {
    expect(circularOperations(api).length).toBeGreaterThan(400);
  });

  it('are refused six deep, whichever two they are', () => {
    const others = circularOperations(api).filter(({ query }) => !isTooLarge(api, query));
    expect(others).toEqual([]);
  });

  it('are refused at the gateway', async () => {
    const urls = Object.fromEntries(agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
    await using gateway = await startGateway({
      urls,
      port: 0,
      logLevel: 'silent',
      startPlanningThread: startKeptThread,
    });
    for (const { query } of alone(circularOperations(api))) {
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      expect([response.status, await response.json()]).toEqual([400, tooLarge]);
    }
  });
});

const tooLarge = {
  errors: [
    {
      message: expect.stringContaining('is one list too many') as unknown,
      locations: expect.any(Array) as unknown,
      extensions: { code: 'OPERATION_TOO_LARGE' },
    },
  ],
};

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))('two lists of %s', (name, subgraph) => {
  it('that can hold each other are refused six deep by the agency alone', async () => {
    const operations = operationsOf(name);
    expect(operations).not.toEqual([]);
    // Nothing is read: what is refused never comes to a resolver.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    for (const { query } of alone(operations)) {
      const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query } });
      expect([answer.statusCode, answer.json()]).toEqual([400, tooLarge]);
    }
    await server.close();
    await store.close();
  });

  it('are refused by the rule, whichever two they are', () => {
    const schema = schemas.get(name) ?? api;
    const others = operationsOf(name).filter(({ query }) => !isTooLarge(schema, query));
    expect(others).toEqual([]);
  });
});

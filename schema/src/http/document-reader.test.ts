import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fetchLimits } from '../operation-limits/operation-limits.ts';
import { createDocumentReader } from './document-reader.ts';

const typeDefs = 'type Query { name(of: ID): ID }';
const many = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');
/** Longer than what is judged at once. */
const long = (field: string): string =>
  `query A { a0: name } fragment F on Query { ${many(90, () => field)} }`.padEnd(6_000);
const used = (field: string): string => long(field).replace('a0: name', '...F');

function createServer(hidesSchema = false): ApolloServer {
  const { options, plugin } = createDocumentReader({ limits: fetchLimits, hidesSchema });
  return new ApolloServer({ schema: buildSchema(typeDefs), ...options, plugins: [plugin] });
}

async function ask(server: ApolloServer, query: string): Promise<unknown> {
  const { body } = await server.executeOperation({ query });
  if (body.kind !== 'single') throw new Error('One answer was expected');
  const { data, errors = [] } = body.singleResult;
  return {
    data,
    errors: errors.map(({ message, locations, extensions }) => [message, locations?.length, extensions?.['code']]),
  };
}

describe('A document reader', () => {
  it('lets a long document that is in order be executed, again and again, and by several at once', async () => {
    const server = createServer();
    const answers = await Promise.all([1, 2, 3].map(() => ask(server, used('name'))));
    answers.push(await ask(server, used('name')));
    for (const answer of answers) expect(answer).toEqual({ data: { name: null }, errors: [] });
  });

  it('refuses a long document with all that is wrong with it, once each, every time', async () => {
    const server = createServer();
    const query = used('name').replace('on Query { name', 'on Query { nam b: name(nobody: 1)');
    const refused = {
      data: undefined,
      errors: [
        ['Cannot query field "nam" on type "Query". Did you mean "name"?', 1, 'GRAPHQL_VALIDATION_FAILED'],
        ['Unknown argument "nobody" on field "Query.name".', 1, 'GRAPHQL_VALIDATION_FAILED'],
      ],
    };
    expect(await ask(server, query)).toEqual(refused);
    expect(await ask(server, query)).toEqual(refused);
  });

  it('refuses definitions that cannot be executed in a long document, once each', async () => {
    const answer = await ask(createServer(), `${used('name')} type A { a: ID }`);
    expect(answer).toEqual({
      data: undefined,
      errors: [['The "A" definition is not executable.', 1, 'GRAPHQL_VALIDATION_FAILED']],
    });
  });

  it('refuses what a limit forbids, and long text that is no GraphQL', async () => {
    const server = createServer();
    expect(await ask(server, `{ ${many(600, (at) => `a${at}: name`)} }`)).toEqual({
      data: undefined,
      errors: [[expect.stringContaining('"name" is asked for 600 times'), 1, 'GRAPHQL_VALIDATION_FAILED']],
    });
    expect(await ask(server, `${used('name')} }`)).toEqual({
      data: undefined,
      errors: [['Syntax Error: Unexpected "}".', 1, 'GRAPHQL_PARSE_FAILED']],
    });
  });

  it('offers no names, and nothing of the schema, where that is hidden', async () => {
    const query = used('name').replace('on Query { name', 'on Query { nam __schema { description }');
    expect(await ask(createServer(true), query)).toEqual({
      data: undefined,
      errors: expect.arrayContaining([
        ['Cannot query field "nam" on type "Query".', 1, 'GRAPHQL_VALIDATION_FAILED'],
        [expect.stringContaining('"__schema" is not answered'), 1, 'GRAPHQL_VALIDATION_FAILED'],
      ]) as unknown,
    });
  });
});

import { hash } from 'node:crypto';
import { createDocumentStore } from '@boroughgraph/schema/caching/document-store.ts';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { catalogueHeader } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { maxRepresentations } from '@boroughgraph/schema/wire/limits.ts';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Subgraph } from '../series/subgraph.ts';
import { openStore } from '../store/database.ts';
import { createHttpServer } from './http-server.ts';
import { KnownQuestions } from './known-questions.ts';

let looked = 0;

const library: Subgraph = {
  ...agencyNames('library'),
  title: 'Library',
  description: 'Made up for tests.',
  contact: null,
  port: 0,
  models: {},
  typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { book(title: String!): Book hidden: String broken: Int! }
    type Book @key(fields: "title") { title: String! pages: Int author: String }`),
  resolvers: {
    Query: {
      book: (_: unknown, { title }: { title: string }) => {
        looked += 1;
        return title === 'none' ? null : { title, pages: 120, author: 'É. Émile "Line\u2028"' };
      },
      hidden: () => {
        looked += 1;
        throw new GraphQLError('There is no such book: "lost".', { extensions: { code: 'BAD_USER_INPUT' } });
      },
      broken: () => {
        looked += 1;
        throw new Error('the inside of a server');
      },
    },
  },
  indicators: [],
  datasets: [],
};

let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  // Nothing is read of it.
  const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: 'library' });
  server = await createHttpServer(library, store, 'silent');
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});
afterAll(() => server.close());
beforeEach(() => {
  looked = 0;
});

/** All that comes back but what each answer has of its own. */
async function ask(body: object, headers: Readonly<Record<string, string>>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'request-1', ...headers },
    body: JSON.stringify(body),
  });
  const told = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { status: response.status, headers: told, text: await response.text() };
}

const asGateway = { accept: 'application/json' };
const asOthers = { accept: 'application/json, */*;q=0.1' };
const book = 'query One($title: String!) { book(title: $title) { title pages author } } query Other { hidden }';
const one = { query: book, operationName: 'One', variables: { title: 'A' } };

describe('A question that is known', () => {
  it.each([
    ['with an answer', one, 1],
    ['with null for an answer', { ...one, variables: { title: 'none' } }, 1],
    ['without a name', { query: '{ book(title: "A") { title } }' }, 1],
    ['about the schema', { query: '{ __schema { queryType { name } } _service { sdl } }' }, 0],
    ['with an error of a field', { ...one, operationName: 'Other' }, 1],
    ['with an error that is masked', { query: '{ broken }' }, 1],
    ['without a variable', { ...one, variables: {} }, 0],
    ['without variables', { query: book, operationName: 'One' }, 0],
    ['with another operation than are there', { ...one, operationName: 'Third' }, 0],
    ['that does not say which operation', { query: book, variables: { title: 'A' } }, 0],
    ['with something besides', { ...one, extensions: { a: 1 } }, 1],
    [
      'with a query that is persisted elsewhere',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } },
      0,
    ],
    ['that is not valid', { query: '{ nothing }' }, 0],
    ['that is no text', { query: 7 }, 0],
    ['with variables that are a list', { ...one, variables: [] }, 0],
    [
      'about more entities than are looked up at once',
      {
        query: 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
        variables: { all: Array.from({ length: maxRepresentations + 1 }, () => ({ __typename: 'Book', title: 'A' })) },
      },
      0,
    ],
  ])(
    '%s is answered as for the first time, header for header and byte for byte, by as much work',
    async (_, body, work) => {
      const first = await ask(body, asOthers);
      looked = 0;
      const again = await ask(body, asGateway);
      expect([again, looked]).toEqual([first, work]);
    },
  );

  it.each([
    ['the catalogue', { [catalogueHeader]: 'wanted' }],
    ['nothing', { [catalogueHeader]: '' }],
  ])('tells %s to whoever wants it', async (_, wanted) => {
    const first = await ask(one, { ...asOthers, ...wanted });
    expect(await ask(one, { ...asGateway, ...wanted })).toEqual(first);
  });
});

describe('What is known', () => {
  const documents = createDocumentStore();
  const mutation = 'mutation { a }';
  beforeAll(async () => {
    for (const query of [book, mutation]) await documents.set(hash('sha256', query), parse(query));
  });
  const never = () => Promise.reject(new Error('Nothing is asked'));
  const known = new KnownQuestions({ documents, admit: never, execute: never, tellers: [] });
  const find = (body: unknown, { method = 'POST', accept = 'application/json' } = {}) =>
    known.find({ method, headers: { accept }, body }) !== null;

  it('is what a gateway asks about a document that was read', () => {
    expect([find(one), find({ ...one, variables: undefined }), find({ ...one, query: `${book} ` })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['a GET', one, { method: 'GET' }],
    ['whoever takes another form', one, { accept: 'application/graphql-response+json' }],
    ['whoever takes any form', one, { accept: '*/*' }],
    ['an operation that is not there', { ...one, operationName: 'Third' }, {}],
    ['an operation that changes something', { query: mutation }, {}],
    ['what has more to it', { ...one, extensions: {} }, {}],
    ['variables that are null', { ...one, variables: null }, {}],
    ['a list of questions', [one], {}],
    ['no body', undefined, {}],
  ])('is not %s', (_, body, how) => {
    expect(find(body, how)).toBe(false);
  });
});

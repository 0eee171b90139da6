import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { deadlineHeader } from '@boroughgraph/schema/wire/deadline-header.ts';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/database.ts';
import { createHttpServer } from './http-server.ts';
import type { Subgraph } from '../series/subgraph.ts';

/** How many shelves a library has here: at a millisecond each, ten times as much work as a client waits for. */
const shelves = 3_000;

let begun = 0;

/** A library with shelves, on each of which it takes a millisecond to look. */
const library: Subgraph = {
  ...agencyNames('library'),
  title: 'Library',
  description: 'Made up for tests.',
  contact: null,
  port: 0,
  models: {},
  typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { shelves: [Shelf!]! } type Shelf { books: [Book!]! } type Book { title: String! }`),
  resolvers: {
    Query: { shelves: () => Array.from({ length: shelves }, () => ({})) },
    Shelf: {
      books: () => {
        begun += 1;
        const until = performance.now() + 1;
        while (performance.now() < until);
        return [{ title: 'A book' }];
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
  begun = 0;
});

const ask = (headers: Readonly<Record<string, string>> = {}, signal: AbortSignal | null = null): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ shelves { books { title } } }' }),
    signal,
  });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('An answer that takes long', () => {
  it('is not gone on with when the client has left', async () => {
    const client = new AbortController();
    const answer = ask({}, client.signal).catch(() => 'left');
    while (begun === 0) await pause(1);
    client.abort();
    expect(await answer).toBe('left');
    await pause(50);
    const afterwards = begun;
    await pause(50);
    expect([begun, begun < shelves]).toEqual([afterwards, true]);
  });

  it('is not gone on with after the deadline that came with the question, and says what to ask for instead', async () => {
    const response = await ask({ [deadlineHeader]: '300' });
    const { data, errors } = (await response.json()) as { data: unknown; errors: { message: string }[] };
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/within 300 ms.*Ask for less at once/) as unknown,
      extensions: { code: 'OPERATION_TOO_LARGE' },
    });
    expect(begun).toBeLessThan(shelves);
  });

  it('keeps nobody else waiting for it', async () => {
    const long = ask({ [deadlineHeader]: '600' });
    while (begun === 0) await pause(1);
    const before = begun;
    expect(await (await fetch(url.replace('/graphql', '/health'))).json()).toMatchObject({ status: 'alive' });
    // Had it waited for the whole answer, everything would have begun.
    expect(begun - before).toBeLessThan(300);
    await long;
  });
});

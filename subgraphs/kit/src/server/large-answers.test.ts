import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { deadlineHeader } from '@boroughgraph/schema/wire/deadline-header.ts';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../store/database.ts';
import { createHttpServer } from './http-server.ts';
import type { RequestContext } from '../series/context.ts';
import type { Subgraph } from '../series/subgraph.ts';

let begun = 0;
let answer = (): void => undefined;
const wereLong: boolean[] = [];

/** A library that says that it has 300,000 books, and takes as long to bring them as a test wants. */
const library: Subgraph = {
  ...agencyNames('library'),
  title: 'Library',
  description: 'Made up for tests.',
  contact: null,
  port: 0,
  models: {},
  typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@listSize"])
    type Query { books: [Book!]! @listSize(assumedSize: 300000) rooms: [Book!]! @listSize(assumedSize: 3) }
    type Book { title: String! }`),
  resolvers: {
    Query: {
      books: async (_: unknown, __: unknown, { room }: RequestContext) => {
        begun += 1;
        wereLong.push(room.isNeeded);
        const { promise, resolve } = Promise.withResolvers<undefined>();
        answer = () => {
          resolve(undefined);
        };
        await promise;
        return [{ title: 'A book' }];
      },
      rooms: (_: unknown, __: unknown, { room }: RequestContext) => {
        wereLong.push(room.isNeeded);
        return [{ title: 'Reading room' }];
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

const ask = async (query: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const books = { data: { books: [{ title: 'A book' }] } };

describe('Large answers', () => {
  it('are made one after another, and small ones meanwhile', async () => {
    const first = ask('{ books { title } }');
    while (begun < 1) await pause();
    const second = ask('{ books { title } }');
    await pause();
    expect(await ask('{ rooms { title } }')).toEqual({ data: { rooms: [{ title: 'Reading room' }] } });
    expect(begun).toBe(1);
    answer();
    expect(await first).toEqual(books);
    while (begun < 2) await pause();
    answer();
    expect(await second).toEqual(books);
    // By which the small one passes the others wherever turns are taken.
    expect(wereLong).toEqual([true, false, true]);
  });

  it('are refused as too many at once where they find no room in half of the time that there is for them', async () => {
    const before = begun;
    const first = ask('{ books { title } }');
    while (begun === before) await pause();
    expect(await ask('{ books { title } }', { [deadlineHeader]: '400' })).toMatchObject({
      errors: [
        {
          message:
            'library is asked for more large answers at once than it makes. Ask again in some seconds, or for less at once.',
          extensions: { code: 'AGENCY_BUSY', agency: 'library' },
        },
      ],
    });
    answer();
    expect(await first).toEqual(books);
  });
});

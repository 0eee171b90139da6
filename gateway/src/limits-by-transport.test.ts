import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, startTestGateway, type TestGateway } from '../testing/gateway-for-test.ts';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test[Symbol.asyncDispose]());

/** Fragments each of which has the next one twice. */
function doubling(depth: number, leaf = 'position'): string {
  const fragments = Array.from({ length: depth }, (_, level) => {
    const inside = level + 1 < depth ? `...F${level + 1} ...F${level + 1}` : leaf;
    return `fragment F${level} on Series { ${inside} }`;
  });
  return `{ policing { series { ...F0 } } } ${fragments.join(' ')}`;
}

const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join(' ');

const hostile = {
  'what doubles': doubling(20),
  'what is nested too deep': `${'{ a'.repeat(400)}${'}'.repeat(400)}`,
  'a field under too many names': `{ ${many(101, (at) => `a${at}: boroughs { name }`)} }`,
  'too many tokens': `{ ${'boroughs { name } '.repeat(5_000)} }`,
  'what only looks like introspection': `query __schema { ${many(101, (at) => `__schema${at}: boroughs { __typename: name }`)} }`,
  'introspection in a circle': `{ __schema { types { ${'fields { type { '.repeat(7)} name ${'} } '.repeat(7)} } } }`,
};

const codesOf = ({ errors = [] }: Pick<Answer, 'errors'>) =>
  errors.map((error) => (error as { readonly extensions: { readonly code: string } }).extensions.code);

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

async function get(parameters: Readonly<Record<string, string>>): Promise<Answer> {
  const headers = { 'apollo-require-preflight': 'yes' };
  const response = await fetch(`${test.gateway.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as object) };
}

/** Every way in that takes a document. An address longer than 16 KiB is refused for that. */
const ways: Readonly<Record<string, (query: string) => Promise<Answer>>> = {
  GET: (query) => get({ query }),
  'POST with its hash': (query) => ask(test.gateway.url, { query, extensions: persisted(query) }),
  'GET with its hash': (query) => get({ query, extensions: JSON.stringify(persisted(query)) }),
  'a table': (query) => ask(test.gateway.url, { query }, { accept: 'text/csv' }),
};

describe.each(Object.entries(hostile))('%s', (_name, query) => {
  it.each(Object.keys(ways))('is refused by %s as by POST', async (name) => {
    const expected = await ask(test.gateway.url, { query });
    const answer = await ways[name]?.(query);
    expect([expected.status, codesOf(expected).length > 0]).toEqual([400, true]);
    if (answer?.status === 431) expect(query.length).toBeGreaterThan(15_000);
    else expect([answer?.status, codesOf(answer ?? {})]).toEqual([400, codesOf(expected)]);
  });

  it('is not kept under its hash by having been sent', async () => {
    await ask(test.gateway.url, { query, extensions: persisted(query) });
    expect(codesOf(await ask(test.gateway.url, { extensions: persisted(query) }))).not.toEqual([]);
  });
});

/** The least of several tries, in milliseconds: a machine that does something else only adds. */
async function leastOf(tries: number, query: string): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    // Another text each time, so that nothing is remembered.
    const text = `${query} # ${attempt}`;
    const startedAt = performance.now();
    expect((await ask(test.gateway.url, { query: text })).status).toBe(400);
    least = Math.min(least, performance.now() - startedAt);
  }
  return least;
}

it.each([12, 14, 16, 20, 60])('Fragments that double %i times are refused within 20 ms', async (depth) => {
  expect(await leastOf(12, doubling(depth))).toBeLessThan(20);
});

it('What is twice as long takes no more than some times as long to refuse', async () => {
  const [short, long] = [await leastOf(8, doubling(30)), await leastOf(8, doubling(60))];
  // Four times would be the square of it; some milliseconds are those of any request.
  expect(long).toBeLessThan(4 * short + 10);
});

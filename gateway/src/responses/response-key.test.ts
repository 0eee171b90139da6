import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../trusted-documents/sha256.ts';
import { keyOf } from './response-key.ts';

interface Asked {
  readonly body?: unknown;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly viewer?: Viewer | null;
}

/** A request, with all that is looked at. */
function keyFor({ body, method = 'POST', url = '/graphql', headers = {}, viewer = anonymousViewer }: Asked) {
  return keyOf({ body, method, url, headers, viewer } as FastifyRequest);
}

const query = '{ boroughs { code } }';
const named: Viewer = {
  kind: 'named',
  subject: 'somebody',
  organisation: 'hackney-council',
  role: null,
  scopes: [],
  purpose: null,
};

describe('the key of a request', () => {
  it('is the same for the same question in another order, by its hash, and by GET', () => {
    const variables = { a: 1, b: { c: [1, { e: 2, d: 1 }], f: null } };
    const other = { b: { f: null, c: [1, { d: 1, e: 2 }] }, a: 1 };
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256Of(query) } };
    const address = `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
    const keys = [
      keyFor({ body: { query, variables } }),
      keyFor({ body: { variables: other, query } }),
      keyFor({ body: { extensions, variables } }),
      keyFor({ method: 'GET', url: address, headers: { 'apollo-require-preflight': 'yes' } }),
    ];
    expect(new Set(keys.map((key) => key?.text)).size).toBe(1);
    expect(keys[0]?.operationHash).toBe(sha256Of(query));
  });

  it.each([
    [{ query, variables: { a: 2 } }],
    [{ query, variables: { a: '1' } }],
    [{ query, variables: { a: null } }],
    [{ query, variables: { a: [1] } }],
    [{ query, operationName: 'Other', variables: { a: 1 } }],
    [{ query: `${query} `, variables: { a: 1 } }],
  ])('is another for %j', (body) => {
    const one = keyFor({ body: { query, variables: { a: 1 } } });
    const key = keyFor({ body });
    expect(key?.text).toEqual(expect.any(String));
    expect(key?.text).not.toBe(one?.text);
  });

  it('tells an object from a list of its pairs', () => {
    const [one, other] = [{ b: 1 }, [['b', 1]]].map((a) => keyFor({ body: { query, variables: { a } } }));
    expect(one?.text).not.toBe(other?.text);
  });

  it.each<readonly [string, Asked]>([
    ['is named', { body: { query }, viewer: named }],
    ['is not known', { body: { query }, viewer: null }],
    ['wants to know the cost', { body: { query }, headers: { 'x-boroughgraph-cost': '1' } }],
    [
      'registers a text',
      { body: { query, extensions: { persistedQuery: { version: 1, sha256Hash: sha256Of(query) } } } },
    ],
    [
      'comes from a page without being asked for',
      { method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}` },
    ],
    ['wants to know what came', { body: { query }, headers: { 'x-boroughgraph-completeness': 'wanted' } }],
    ['wants to know the steps', { body: { query }, headers: { 'x-boroughgraph-steps': '1' } }],
    ['is a list', { body: [{ query }] }],
    ['has no text', { body: {} }],
    ['has variables of no form', { body: { query, variables: [1] } }],
    [
      'cannot be read',
      { method: 'GET', url: '/graphql?query=x&variables={', headers: { 'apollo-require-preflight': 'y' } },
    ],
  ])('is none where who asks %s', (_, asked) => {
    expect(keyFor(asked)).toBeNull();
  });
});

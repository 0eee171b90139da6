import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGraph, beginAsking } from './ask.ts';

let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { asked } }));
});
let endpoint = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => server.close());

const question = { query: '{ asked }', variables: {} };
const ask = (at = endpoint) => askGraph<{ asked: number }>(at, question, new AbortController().signal);

describe('what is asked early', () => {
  it('is waited for by whoever asks the same, once: a second time it is asked anew', async () => {
    beginAsking(endpoint, question);
    expect(await ask()).toMatchObject({ kind: 'answered', data: { asked: 1 } });
    expect(await ask()).toMatchObject({ kind: 'answered', data: { asked: 2 } });
  });

  it('and does not come is said to whoever waits for it', async () => {
    const nowhere = 'http://127.0.0.1:9/graphql';
    beginAsking(nowhere, question);
    expect(await ask(nowhere)).toMatchObject({ kind: 'unreachable' });
  });
});

import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../testing/gateway-for-test.ts';
import { type RunningGateway, startGateway } from '../server.ts';
import { startKeptThread } from '../../testing/kept-threads.ts';

/** A dear question that is taken: 1,500 series in columns. */
const dear =
  '{ policing { series(indicators: ["recorded-crime"], first: 1500) { nodes { periodIds values statuses } } } }';
const cheap = '{ policing { name } }';
const instead = expect.stringMatching(/costs [\d,]{7,} by its estimate.*columns \(`periodIds`/) as unknown;

let answer: (response: ServerResponse) => void;
const agency = createServer((_request, response) => {
  answer(response);
});
let gateway: RunningGateway;
beforeAll(async () => {
  await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(agency.address() as AddressInfo).port}/graphql`;
  const names = ['policing', 'criminal-justice', 'health', 'local-authority'];
  gateway = await startGateway({
    urls: Object.fromEntries(names.map((name) => [name, url])),
    supergraphSdl: readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    port: 0,
    timeoutMs: 500,
    maxAnswerBytes: 100_000,
    logLevel: 'silent',
    startPlanningThread: startKeptThread,
  });
});
afterAll(async () => {
  await gateway.close();
  agency.closeAllConnections();
  agency.close();
});

describe('an answer that is not had', () => {
  const ways = [
    ['is larger than is read', (response: ServerResponse) => response.end(`{"data":{"x":"${'x'.repeat(200_000)}"}}`)],
    ['does not come in time', () => undefined],
  ] as const;

  it.each(ways)('because it %s is the fault of a question that is dear', async (_, inThisWay) => {
    answer = inThisWay;
    const { status, data, errors } = await ask(gateway.url, { query: dear });
    const extensions = { code: 'OPERATION_TOO_LARGE' };
    expect({ status, data, errors }).toEqual({
      status: 200,
      data: { policing: null },
      errors: [{ message: instead, path: ['policing'], extensions }],
    });
  });

  it.each(ways)('because it %s is the agency’s fault where the question is not', async (_, inThisWay) => {
    answer = inThisWay;
    const { errors } = await ask(gateway.url, { query: cheap });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'policing' } }]);
  });
});

describe('the cost of an operation', () => {
  const header = { 'x-boroughgraph-cost': '1' };

  it('is told to whoever asks for it, and to nobody else', async () => {
    answer = (response) => response.end('{"data":{"policing":{"name":"Police"}}}');
    // A request, a question to one agency, the agency and its name: 500 + 2,000 + 4 + 2.
    const cost = { estimate: 2_506, actual: 2_506, limit: maxCost };
    expect(await ask(gateway.url, { query: cheap }, header)).toMatchObject({ status: 200, extensions: { cost } });
    expect((await ask(gateway.url, { query: cheap })).extensions).toBeUndefined();
  });

  it('is told of an operation that it refuses', async () => {
    const query = dear.replace('periodIds', 'observations { value status displayValue }');
    const { status, extensions } = await ask(gateway.url, { query }, header);
    expect({ status, extensions }).toEqual({
      status: 400,
      extensions: { cost: { estimate: expect.any(Number) as unknown, actual: null, limit: maxCost } },
    });
  });

  it.each(['{', '{ nothing }', 'query ($a: Int!) { a: __typename @include(if: $a) }'])(
    'is not told of %s',
    async (query) => {
      expect((await ask(gateway.url, { query }, header)).extensions).toBeUndefined();
    },
  );
});

describe('the cost alone', () => {
  it('is told without asking any agency, also of what would be refused', async () => {
    answer = () => {
      throw new Error('nobody was to be asked');
    };
    const askCost = async (query: string): Promise<unknown> => {
      const headers = { 'content-type': 'application/json', 'x-boroughgraph-cost': 'only' };
      const body = JSON.stringify({ query });
      return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).json();
    };
    expect(await askCost(cheap)).toEqual({
      data: null,
      extensions: { cost: { estimate: expect.any(Number) as number, actual: null, limit: maxCost } },
    });
    const dearest = dear.replace('1500', '2000').replace('values statuses', 'values statuses flags lowers uppers');
    const { extensions } = (await askCost(dearest)) as { extensions: { cost: { estimate: number } } };
    expect(extensions.cost.estimate).toBeGreaterThan(maxCost);
  });
});

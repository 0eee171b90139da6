import { type RunningGateway, startGateway } from '@boroughgraph/gateway/server.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

// Nobody is there: an agency that does not answer has been asked all the same.
const urls = Object.fromEntries(agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
let database: TestDatabase;
let one: RunningGateway;
let other: RunningGateway;
beforeAll(async () => {
  database = await createDatabase();
  const at = { urls, port: 0, logLevel: 'silent' } as const;
  const options = { ...at, costBudget: 6_000, budgetsUrl: database.url, startPlanningThread: startKeptThread };
  one = await startGateway(options);
  other = await startGateway(options);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database[Symbol.asyncDispose]();
});

const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const post = (url: string, body: object) => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });

it('Gateways that are given one PostgreSQL count what an address has asked for together', async () => {
  const statuses: number[] = [];
  for (const { url } of [one, other, one])
    statuses.push((await post(`${url}/graphql`, { query: '{ policing { name } }' })).status);
  expect(statuses).toEqual([200, 200, 429]);
});

it.each([
  `/graphql?query=${encodeURIComponent('{ policing { name } }')}`,
  `/graphql?format=csv&query=${encodeURIComponent('{ boroughs { name } }')}`,
  '/data/compare.json?indicator=mash-referrals&area=E09000012',
  '/data/find-borough.json?name=Hackney',
  '/data/datasets/mash.csv',
  '/data/releases/mash@2025-01-01.parquet',
  '/n/local-authority/mash-referrals/E09000012/total/2024-Q2.json',
])('What an address has spent is spent at %s as well', async (path) => {
  const response = await fetch(one.url + path, { headers: { 'apollo-require-preflight': 'yes' } });
  expect([response.status, await response.text()]).toEqual([429, expect.stringContaining('BUDGET_SPENT')]);
});

it('What an address has spent is spent where a language model asks as well', async () => {
  const params = { name: 'series', arguments: { indicator: 'mash-referrals', area: 'E09000012' } };
  const answer = await post(`${one.url}/mcp`, { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  expect(await answer.text()).toMatch(/more than is left of the 6,000.*"isError":true/);
});

it('A gateway whose PostgreSQL cannot be reached does not start', async () => {
  const budgetsUrl = 'postgres://nobody@127.0.0.1:9/none';
  await expect(
    startGateway({ urls: {}, port: 0, logLevel: 'silent', costBudget: 6_000, budgetsUrl }),
  ).rejects.toThrow();
});

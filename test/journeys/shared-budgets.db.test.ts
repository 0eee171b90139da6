import { startGateway } from '@boroughgraph/gateway/server.ts';
import { expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { createDatabase } from '../support/database.ts';

it('Gateways that are given one PostgreSQL count what an address has asked for together', async () => {
  await using database = await createDatabase();
  // Nobody is there: an agency that does not answer has been asked all the same.
  const urls = Object.fromEntries(agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
  const options = { urls, port: 0, logLevel: 'silent', costBudget: 6_000, budgetsUrl: database.url } as const;
  await using one = await startGateway(options);
  await using other = await startGateway(options);
  const statuses: number[] = [];
  for (const { url } of [one, other, one]) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ policing { name } }' });
    statuses.push((await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
});

it('A gateway whose PostgreSQL cannot be reached does not start', async () => {
  const budgetsUrl = 'postgres://nobody@127.0.0.1:9/none';
  await expect(
    startGateway({ urls: {}, port: 0, logLevel: 'silent', costBudget: 6_000, budgetsUrl }),
  ).rejects.toThrow();
});

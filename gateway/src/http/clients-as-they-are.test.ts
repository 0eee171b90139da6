import { request } from 'node:http';
import { expect, it } from 'vitest';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';

it('A client that names no operation by an empty name is answered', async () => {
  await using test = await startTestGateway();
  const answers = await Promise.all(
    ['', null].map((operationName) => ask(test.gateway.url, { query: '{ boroughs { name } }', operationName })),
  );
  expect(answers.map(({ status, errors }) => ({ status, errors }))).toEqual([
    { status: 200, errors: undefined },
    { status: 200, errors: undefined },
  ]);
});

it.each([
  ['gzip', 'gzip'],
  ['gzip;q=0', undefined],
  ['identity', undefined],
  ['br, gzip;q=0, deflate', undefined],
])('A client that accepts %s is not sent what it refuses', async (accepted, encoding) => {
  await using test = await startTestGateway();
  const wide = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: boroughs { name }`).join(' ')} }`;
  const sent = Promise.withResolvers<string | undefined>();
  const headers = { 'content-type': 'application/json', 'accept-encoding': accepted };
  request(`${test.gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
    response.resume();
    sent.resolve(response.headers['content-encoding']);
  }).end(JSON.stringify({ query: wide }));
  expect(await sent.promise).toBe(encoding);
});

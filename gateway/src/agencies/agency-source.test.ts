import { describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';

const boroughs = ['E09000001', 'E09000012', 'E09000030'].map((code) => ({ __typename: 'Area', code }));

describe('what agencies are asked', () => {
  it('about each area once, however often the answer has it', async () => {
    await using test = await startTestGateway();
    const { data, errors } = await test.ask('{ policing { series(first: 200) { position area { name } } } }');
    const names = ['City of London', 'Hackney', 'Tower Hamlets'];
    const series = Array.from({ length: 200 }, (_, position) => ({ position, area: { name: names[position % 3] } }));
    expect({ data, errors }).toEqual({ data: { policing: { series } }, errors: undefined });
    expect(test.agencies['local-authority'].received.map(({ variables }) => variables.representations)).toEqual([
      boroughs,
    ]);
  });

  it('about every area in one request, for each agency', async () => {
    await using test = await startTestGateway();
    await test.ask('{ boroughs { name crime { recorded } health { admissions } } }');
    const asked = Object.values(test.agencies).map(({ received }) =>
      received.map(({ variables }) => variables.representations?.length),
    );
    expect(asked).toEqual([[undefined], [3], [3]]);
  });

  it('with the client’s request id, and none of its other headers', async () => {
    await using test = await startTestGateway();
    const headers = {
      'x-request-id': 'request-for-test',
      'x-boroughgraph-viewer': 'somebody else',
      'proxy-authorization': 'Bearer secret',
      cookie: 'secret=1',
    };
    await ask(test.gateway.url, { query: '{ boroughs { name } }' }, headers);
    expect(test.agencies['local-authority'].received.map((request) => request.headers)).toEqual([
      {
        host: new URL(test.agencies['local-authority'].url).host,
        connection: 'keep-alive',
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': 'request-for-test',
        'x-boroughgraph-viewer': 'anonymous',
        'x-boroughgraph-deadline-ms': expect.stringMatching(/^\d{4,5}$/) as string,
        'x-boroughgraph-catalogue': 'wanted',
        'content-length': expect.any(String) as string,
      },
    ]);
  });

  it('under whatever name the client gives a field', async () => {
    await using test = await startTestGateway();
    const { data, errors } = await test.ask('{ _entities: boroughs { health { _entities: admissions } } }');
    const borough = { health: { _entities: 7 } };
    expect({ data, errors }).toEqual({ data: { _entities: [borough, borough, borough] }, errors: undefined });
  });

  it('and what they add to an area leaves its kind as it is', async () => {
    await using test = await startTestGateway();
    const { data, errors } = await test.ask(
      '{ borough(code: "E09000012") { __typename health { __typename admissions } crime { recorded } } }',
    );
    const borough = {
      __typename: 'Borough',
      health: { __typename: 'Health', admissions: 7 },
      crime: { recorded: 100 },
    };
    expect({ data, errors }).toEqual({ data: { borough }, errors: undefined });
  });

  it('with a new request id when the client’s could be a forgery in a log', async () => {
    await using test = await startTestGateway();
    const { headers } = await ask(
      test.gateway.url,
      { query: '{ boroughs { name } }' },
      { 'x-request-id': 'short "id"' },
    );
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('on connections that are kept and bounded', async () => {
    await using test = await startTestGateway();
    const ports = new Set<number | undefined>();
    // 300 requests in waves of 100: more than there may be connections.
    for (let wave = 0; wave < 3; wave += 1)
      await Promise.all(Array.from({ length: 100 }, () => test.ask('{ localAuthority { datasets { title } } }')));
    for (const { remotePort } of test.agencies['local-authority'].received) ports.add(remotePort);
    expect(ports.size).toBeLessThanOrEqual(32);
  });

  it('no longer when the client has gone', async () => {
    const asked = Promise.withResolvers<undefined>();
    const dropped = Promise.withResolvers<undefined>();
    const misbehave: Misbehaviour = (response) => {
      response.once('close', () => {
        dropped.resolve(undefined);
      });
      asked.resolve(undefined);
    };
    await using test = await startTestGateway({ misbehaviour: { 'local-authority': misbehave } });
    const controller = new AbortController();
    const answer = fetch(`${test.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ boroughs { name } }"}',
      signal: controller.signal,
    });
    await asked.promise;
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
    await dropped.promise;
  });
});

describe('an error about an area that the answer has more than once', () => {
  it('is felt in every place', async () => {
    const misbehave: Misbehaviour = (response, { variables }) => {
      const error = { message: 'no', path: ['_entities', 1, 'name'], extensions: { code: 'BAD_USER_INPUT' } };
      // Hackney, the second of the different areas, has no name here.
      const entities = (variables.representations ?? []).map((_, index) =>
        index === 1 ? null : { __typename: 'Borough', name: `Name ${index}` },
      );
      response.end(JSON.stringify({ data: { _entities: entities }, errors: [error] }));
    };
    await using test = await startTestGateway({ misbehaviour: { 'local-authority': misbehave } });
    const { data, errors } = await test.ask('{ policing { series(first: 5) { area { name } } } }');
    const [one, three] = [{ area: { name: 'Name 0' } }, { area: { name: 'Name 2' } }];
    expect(data).toEqual({ policing: { series: [one, { area: null }, three, one, { area: null }] } });
    expect(errors).toMatchObject([
      { extensions: { paths: [1, 4].map((index) => ['policing', 'series', index, 'area', 'name']) } },
    ]);
  });
});

it('Errors of several areas in one list are each told where they are felt, and the other areas are answered', async () => {
  const misbehave: Misbehaviour = (response, { variables }) => {
    const [asWhole, ofName] = [
      { message: 'no such reference', path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT' } },
      { message: 'no such name', path: ['_entities', 1, 'name'], extensions: { code: 'BAD_USER_INPUT' } },
    ];
    const entities = (variables.representations ?? []).map((_, index) =>
      index < 2 ? null : { __typename: 'Borough', name: `Name ${index}` },
    );
    response.end(JSON.stringify({ data: { _entities: entities }, errors: [asWhole, ofName] }));
  };
  await using test = await startTestGateway({ misbehaviour: { 'local-authority': misbehave } });
  const { data, errors } = await test.ask('{ policing { series(first: 5) { area { name } } } }');
  const [none, three] = [{ area: null }, { area: { name: 'Name 2' } }];
  expect(data).toEqual({ policing: { series: [none, none, three, none, none] } });
  const placeOf = (index: number, ...rest: readonly string[]) => ['policing', 'series', index, 'area', ...rest];
  expect(errors).toMatchObject([
    { message: 'no such reference', extensions: { paths: [placeOf(0), placeOf(3)] } },
    { message: 'no such name', extensions: { paths: [placeOf(1, 'name'), placeOf(4, 'name')] } },
  ]);
});

it('An agency that would have told the kind of an area, and no more, is missed there', async () => {
  const misbehave: Misbehaviour = (response) => response.writeHead(503).end();
  await using test = await startTestGateway({ misbehaviour: { 'local-authority': misbehave } });
  const { errors } = await test.ask(
    '{ policing { series(first: 1) { area { ... on Borough { health { admissions } } } } } }',
  );
  expect(errors).toMatchObject([
    { path: ['policing', 'series', 0, 'area'], extensions: { agency: 'local-authority', code: 'AGENCY_UNAVAILABLE' } },
  ]);
});

import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, startTestGateway } from '../testing/gateway-for-test.ts';
import { listen } from '../testing/listening-server.ts';
import { supergraphSdl } from '../testing/fixture-agencies.ts';
import { startGateway } from './server.ts';
import { startKeptThread } from '../testing/kept-threads.ts';

const urls = {
  'local-authority': 'http://127.0.0.1:9/graphql',
  policing: 'http://127.0.0.1:9/graphql',
  health: 'http://127.0.0.1:9/graphql',
};

describe('/health and /ready', () => {
  it('answer 200 while every agency is healthy', async () => {
    await using test = await startTestGateway();
    const answers = await Promise.all(['/health', '/ready'].map((path) => fetch(test.gateway.url + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toEqual({ ready: true, unavailable: [] });
  });

  it('tell an agency that is down from a gateway that is', async () => {
    await using test = await startTestGateway();
    await test.agencies.health.stop();
    await test.agencies.policing.stop();
    const read = async (path: string) => {
      const response = await fetch(test.gateway.url + path);
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    const standing = { catalogue: null, circuit: 'CLOSED', circuitSinceMs: expect.any(Number) as unknown };
    expect(await read('/health')).toEqual({ status: 200, body: { healthy: true } });
    expect(await read('/ready')).toEqual({
      status: 200,
      body: { ready: true, unavailable: ['policing', 'health'] },
    });
    expect(await read('/agencies')).toEqual({
      status: 200,
      body: [
        { agency: 'local-authority', condition: 'READY', ...standing },
        { agency: 'policing', condition: 'SILENT', ...standing },
        { agency: 'health', condition: 'SILENT', ...standing },
      ],
    });
    await test.agencies['local-authority'].stop();
    // What was asked a moment ago is told once more.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await read('/ready')).toEqual({
      status: 503,
      body: { ready: false, unavailable: ['local-authority', 'policing', 'health'] },
    });
  });
});

it('Agencies are asked how they stand no more often than they may change, however often somebody wants to know', async () => {
  let checks = 0;
  await using agency = await listen((_, response) => {
    checks += 1;
    response.end('{}');
  });
  const urls = Object.fromEntries(
    ['local-authority', 'policing', 'health'].map((name) => [name, `${agency.url}/graphql`]),
  );
  await using gateway = await startGateway({
    urls,
    port: 0,
    supergraphSdl,
    logLevel: 'silent',
    startPlanningThread: startKeptThread,
  });
  await Promise.all(Array.from({ length: 50 }, () => fetch(`${gateway.url}/ready`)));
  expect(checks).toBeGreaterThanOrEqual(3);
  expect(checks).toBeLessThan(50);
});

describe('cross-origin requests', () => {
  const preflight = (url: string, origin: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  it('are allowed from listed origins and no others', async () => {
    await using test = await startTestGateway({ corsOrigins: ['https://dashboard.example'] });
    const [listed, other] = await Promise.all([
      preflight(test.gateway.url, 'https://dashboard.example'),
      preflight(test.gateway.url, 'https://evil.example'),
    ]);
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://dashboard.example');
    expect(listed.headers.get('access-control-allow-credentials')).toBeNull();
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may bring what GraphQL clients and tracers send by themselves', async () => {
    await using test = await startTestGateway({ corsOrigins: ['https://dashboard.example'] });
    const sent =
      'apollographql-client-name,apollographql-client-version,authorization,traceparent,x-boroughgraph-deadline-ms';
    const { headers } = await fetch(`${test.gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://dashboard.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': sent,
      },
    });
    const allowed = headers.get('access-control-allow-headers')?.split(', ') ?? [];
    expect(sent.split(',').filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('are not allowed from anywhere when none is listed', async () => {
    await using test = await startTestGateway();
    const answers = await Promise.all([
      preflight(test.gateway.url, 'https://evil.example'),
      ask(test.gateway.url, { query: '{ boroughs { name } }' }, { origin: 'https://evil.example' }),
    ]);
    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, null]);
  });
});

describe('answers', () => {
  it('are compressed for clients that take it, from the size where it pays', async () => {
    await using test = await startTestGateway();
    const send = (query: string): Promise<RawAnswer> =>
      sendRaw(`${test.gateway.url}/graphql`, { 'accept-encoding': 'gzip' }, JSON.stringify({ query }));
    const large = await send('{ policing { series(first: 500) { position } } }');
    const small = await send('{ boroughs { name } }');
    expect([large.encoding, small.encoding]).toEqual(['gzip', undefined]);
    expect(JSON.parse(gunzipSync(large.body).toString())).toMatchObject({
      data: { policing: { series: expect.any(Array) as unknown } },
    });
    expect(large.body.length).toBeLessThan(3_000);
    // It is compressed in one go, so that its length is known before it is sent.
    expect(large.length).toBe(String(large.body.length));
  });

  it('are logged in one line each, without the variables', async () => {
    await using test = await startTestGateway();
    await test.ask('query Named($code: ID!) { borough(code: $code) { name } }', { code: 'E09000012' });
    const lines = test.log.filter(({ msg }) => msg === 'request');
    expect(lines).toEqual([
      expect.objectContaining({
        method: 'POST',
        route: '/graphql',
        status: 200,
        operationName: 'Named',
        errorCodes: [],
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        durationMs: expect.any(Number) as number,
      }),
    ]);
    expect(JSON.stringify(test.log)).not.toContain('E09000012');
  });

  it('to a GET are logged without the query string', async () => {
    await using test = await startTestGateway();
    const search = new URLSearchParams({ query: '{ boroughs { name } }', variables: '{"code":"E09000012"}' });
    const response = await fetch(`${test.gateway.url}/graphql?${search.toString()}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(200);
    expect(JSON.stringify(test.log)).not.toContain('E09000012');
  });
});

describe('a client that says how long it waits', () => {
  const query = '{ borough(code: "E09000012") { name health { admissions } } }';
  const never = { misbehaviour: { health: () => undefined } };
  const missing = { data: { borough: { name: 'Hackney', health: null } } };

  it('gets by then what there is', async () => {
    await using test = await startTestGateway({ ...never, timeoutMs: 60_000 });
    const answer = await ask(test.gateway.url, { query }, { 'x-boroughgraph-deadline-ms': '2500' });
    expect(answer).toMatchObject(missing);
  });

  it('waits no longer than others', async () => {
    await using test = await startTestGateway({ ...never, timeoutMs: 200 });
    const answer = await ask(test.gateway.url, { query }, { 'x-boroughgraph-deadline-ms': '86400000' });
    expect(answer).toMatchObject(missing);
  });
});

describe('startGateway', () => {
  it('fails with EADDRINUSE on a port that is taken, and leaves nothing open', async () => {
    await using other = await listen((_, response) => response.end());
    const port = Number(new URL(other.url).port);
    await expect(startGateway({ urls, port, supergraphSdl, logLevel: 'silent' })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('fails on a supergraph that is not one', async () => {
    const started = startGateway({ urls, port: 0, supergraphSdl: 'type Query { a: Int }', logLevel: 'silent' });
    await expect(started).rejects.toThrow();
  });

  it('fails when the supergraph has an agency without an address', async () => {
    const started = startGateway({ urls: {}, port: 0, supergraphSdl, logLevel: 'silent' });
    await expect(started).rejects.toThrow('The supergraph has a subgraph "health", for which there is no address');
  });

  it('starts while every agency is down', async () => {
    await using gateway = await startGateway({ urls, port: 0, supergraphSdl, logLevel: 'silent' });
    const { data, errors } = await ask(gateway.url, { query: '{ boroughs { name } health { datasets { title } } }' });
    expect(data).toEqual({ boroughs: null, health: null });
    expect(errors).toMatchObject([{ path: ['boroughs'] }, { path: ['health'] }]);
  });

  it('can be closed twice', async () => {
    const gateway = await startGateway({ urls, port: 0, supergraphSdl, logLevel: 'silent' });
    await Promise.all([gateway.close(), gateway.close()]);
    await expect(fetch(gateway.url)).rejects.toThrow();
  });

  it('answers what was asked before it was closed', async () => {
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    await using test = await startTestGateway({
      misbehaviour: {
        'local-authority': (response) => {
          asked.resolve(undefined);
          void answer.promise.then(() => response.end('{"data":{"boroughs":[]}}'));
        },
      },
    });
    const answered = test.ask('{ boroughs { name } }');
    await asked.promise;
    const closed = test.gateway.close();
    answer.resolve(undefined);
    expect((await answered).data).toEqual({ boroughs: [] });
    await closed;
  });
});

/** An answer as it was sent, with what its headers say of its body. */
interface RawAnswer {
  readonly encoding: string | undefined;
  readonly length: string | undefined;
  readonly body: Buffer;
}

/** Sends a POST without what `fetch` does of itself. */
async function sendRaw(url: string, headers: Record<string, string>, body: string): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const sent = request(
    url,
    { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { 'content-encoding': encoding, 'content-length': length } = response.headers;
        resolve({ encoding, length, body: Buffer.concat(chunks) });
      });
    },
  );
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

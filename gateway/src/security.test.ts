import { describe, expect, it } from 'vitest';
import { startPlanningThread } from './planning/planning-thread.ts';
import { ask, startTestGateway } from '../testing/gateway-for-test.ts';

const query = '{ boroughs { name } }';

async function post(
  url: string,
  contentType: string,
  body: string | Buffer,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': contentType }, body });
  return { status: response.status, body: await response.json() };
}

const badRequest = { errors: [{ extensions: { code: 'BAD_REQUEST' } }] };

describe('request bodies', () => {
  it.each(['utf-7', 'IBM037', 'utf-16le', 'shift_jis', '"utf-7"', 'x'.repeat(1_000)])(
    'in the charset %s are refused',
    async (charset) => {
      await using test = await startTestGateway();
      const answer = await post(test.gateway.url, `application/json; charset=${charset}`, JSON.stringify({ query }));
      expect(answer).toMatchObject({ status: 415, body: badRequest });
    },
  );

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF8', 'application/json; charset="utf-8"'])(
    'of type %s are taken',
    async (contentType) => {
      await using test = await startTestGateway();
      expect(await post(test.gateway.url, contentType, JSON.stringify({ query }))).toMatchObject({ status: 200 });
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('of type %s, which other sites can send or nobody can read, are refused', async (contentType) => {
    await using test = await startTestGateway();
    const answer = await post(test.gateway.url, contentType, JSON.stringify({ query }));
    expect(answer).toMatchObject({ status: 415, body: badRequest });
  });

  it('that are compressed are refused before they are unpacked', async () => {
    await using test = await startTestGateway();
    const response = await fetch(`${test.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: new Uint8Array([0x1f, 0x8b, 8, 0]),
    });
    expect(response.status).toBe(415);
  });

  it('above 256 KiB are refused', async () => {
    await using test = await startTestGateway();
    const body = JSON.stringify({ query, variables: { filler: 'x'.repeat(300_000) } });
    expect(await post(test.gateway.url, 'application/json', body)).toMatchObject({
      status: 413,
      body: {
        errors: [{ message: 'The request body is larger than 256 KiB.', extensions: { code: 'OPERATION_TOO_LARGE' } }],
      },
    });
  });

  it('that are not JSON, or have a key called __proto__, are refused', async () => {
    await using test = await startTestGateway();
    const bodies = [
      '{"query":',
      `{"query":"${query}","__proto__":{"polluted":1}}`,
      `{"query":"${query}","variables":{"__proto__":{"polluted":1}}}`,
    ];
    for (const body of bodies)
      expect(await post(test.gateway.url, 'application/json', body)).toMatchObject({ status: 400, body: badRequest });
  });

  it('with several operations in a list are refused', async () => {
    await using test = await startTestGateway();
    expect(await post(test.gateway.url, 'application/json', JSON.stringify([{ query }, { query }]))).toMatchObject({
      status: 400,
      body: badRequest,
    });
  });
});

describe('GET requests', () => {
  const get = (url: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers });

  it.each([{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/x-www-form-urlencoded' }])(
    'that another site’s page could send (%o) are refused',
    async (headers) => {
      await using test = await startTestGateway();
      const response = await get(test.gateway.url, headers);
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status: 400,
        body: badRequest,
      });
    },
  );

  it.each(['text/plain; application/json', 'message/http', 'application/json+x', 'text/plain;application/json'])(
    'with the content type %s are refused even with the header that answers for them',
    async (contentType) => {
      await using test = await startTestGateway();
      const response = await get(test.gateway.url, { 'content-type': contentType, 'apollo-require-preflight': '1' });
      expect(response.status).toBe(415);
    },
  );

  it('with a header that no other site’s page can send are answered', async () => {
    await using test = await startTestGateway();
    const response = await get(test.gateway.url, { 'apollo-require-preflight': '1' });
    expect(await response.json()).toMatchObject({ data: { boroughs: [{}, {}, {}] } });
  });
});

describe('operations that are meant to hurt', () => {
  const doubling = (depth: number): string => {
    const fragments = Array.from({ length: depth }, (_, level) =>
      level + 1 < depth ? `...F${level + 1} ...F${level + 1}` : 'position',
    ).map((inside, level) => `fragment F${level} on Series { ${inside} }`);
    return `{ policing { series { ...F0 } } } ${fragments.join(' ')}`;
  };

  it('fragments that double are refused at once', async () => {
    await using test = await startTestGateway();
    const startedAt = performance.now();
    const { status, errors } = await test.ask(doubling(20));
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }],
    });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('what is too intricate to plan is refused', async () => {
    // One that has planned before would have done when it is first looked at.
    await using test = await startTestGateway({ planningMs: 0, startPlanningThread });
    const refused = {
      status: 400,
      errors: [
        { message: expect.stringContaining('too intricate') as string, extensions: { code: 'OPERATION_TOO_LARGE' } },
      ],
    };
    expect(await test.ask(query)).toMatchObject(refused);
    // From memory this time.
    expect(await test.ask(query)).toMatchObject(refused);
  });

  it('documents of many tokens are not parsed to the end', async () => {
    await using test = await startTestGateway();
    const { status, errors } = await test.ask(`{ ${'boroughs { name } '.repeat(5_000)} }`);
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    });
  });

  it('nesting does not overrun the stack', async () => {
    await using test = await startTestGateway();
    const { status } = await test.ask('{ a'.repeat(2_400) + '}'.repeat(2_400));
    expect(status).toBe(400);
  });

  it.each([
    '{ __proto__: boroughs { name } }',
    '{ boroughs { constructor: name } }',
    'query ($prototype: ID!) { borough(code: $prototype) { name } }',
    'query constructor { boroughs { name } }',
    'query ($representations: ID!) { borough(code: $representations) { crime { recorded } } }',
    '{ boroughs { ...constructor } } fragment constructor on Borough { name }',
  ])('%s is refused, since something else has the name', async (hostile) => {
    await using test = await startTestGateway();
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { status, errors = [] } = await ask(test.gateway.url, {
      query: hostile,
      variables: { prototype: 'E09000012', representations: 'E09000012' },
    });
    expect({ status, first: errors[0] }).toMatchObject({
      status: 400,
      first: { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('a query plan is not shown to whoever asks for it', async () => {
    await using test = await startTestGateway();
    const { extensions } = await ask(test.gateway.url, { query }, { 'apollo-query-plan-experimental': '1' });
    expect(extensions).toBeUndefined();
  });

  it('a subscription or a mutation does not exist', async () => {
    await using test = await startTestGateway();
    for (const operation of ['mutation', 'subscription']) {
      const { status, errors } = await test.ask(`${operation} { a }`);
      expect({ status, errors }).toMatchObject({
        status: 400,
        errors: [{ message: 'The graph answers queries only.', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
      });
    }
  });
});

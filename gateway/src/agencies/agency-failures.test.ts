import { beforeAll, describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';

const boroughQuery = '{ borough(code: "E09000012") { name crime { recorded } health { admissions rates } } }';
const kindQuery = boroughQuery.replace('admissions', 'kind: __typename admissions');

const sentence =
  'The agency "health" does not answer at present, so that its part of this answer is missing. Ask again later.';

const withoutHealth = {
  data: { borough: { name: 'Hackney', crime: { recorded: 100 }, health: null } },
  errors: [
    {
      message: sentence,
      path: ['borough', 'health'],
      extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'health', paths: [['borough', 'health']] },
    },
  ],
};

const entities = (data: unknown): Misbehaviour => {
  return (response) => {
    response.end(JSON.stringify({ data: { _entities: data } }));
  };
};

const misbehaviours: readonly (readonly [string, Misbehaviour])[] = [
  ['closes the connection', (response) => response.destroy()],
  ['never answers', () => undefined],
  [
    'answers the head and no more',
    (response) => {
      response.writeHead(200).flushHeaders();
    },
  ],
  ['answers 500', (response) => response.writeHead(500).end('{"data":{"_entities":[null]}}')],
  ['answers 503 with HTML', (response) => response.writeHead(503).end('<h1>Postgres at 10.1.2.3:5432 is down</h1>')],
  ['answers 200 with HTML', (response) => response.end('<!doctype html><p>nginx</p>')],
  ['answers 404 with JSON that is not GraphQL', (response) => response.writeHead(404).end('{"detail":"not found"}')],
  ['answers nothing', (response) => response.end()],
  ['answers null', (response) => response.end('null')],
  ['answers a list', (response) => response.end('[]')],
  ['answers an empty object', (response) => response.end('{}')],
  ['answers without the field that was asked for', (response) => response.end('{"data":{}}')],
  ['answers data that is a string', (response) => response.end('{"data":"SELECT 1"}')],
  ['answers errors that are not a list', (response) => response.end('{"errors":{"message":"SELECT 1"}}')],
  ['answers errors without messages', (response) => response.end('{"errors":[{"detail":"SELECT 1"}]}')],
  ['answers no list of entities', entities(null)],
  ['answers an object for the list of entities', entities({ 0: {} })],
  ['answers too few entities', entities([])],
  ['answers too many entities', entities([{ health: null }, { health: null }])],
  ['answers an entity that is a number', entities([7])],
  ['answers a list for an object', entities([{ health: [{ admissions: 1 }] }])],
  ['answers an object for a list', entities([{ health: { admissions: 1, rates: { 0: 1 } } }])],
  ['answers a list for a number', entities([{ health: { admissions: [1], rates: [1.5] } }])],
  ['answers an object for a member of a list', entities([{ health: { admissions: 1, rates: [{ 0: 1.5 }] } }])],
  ['answers a type name that is not a string', entities([{ __typename: 7, health: { admissions: 1 } }])],
  ['answers about a ward where it was asked about a borough', entities([{ __typename: 'Ward', health: null }])],
  [
    'answers more than is read',
    (response) => response.end(`{"data":{"_entities":[null]},"x":"${'x'.repeat(2_000_000)}"}`),
  ],
  [
    'breaks off in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': '5000' }).write('{"data":{"_entities":[{"health":');
      setImmediate(() => response.destroy());
    },
  ],
  ['ends in the middle', (response) => response.end('{"data":{"_entities":[{"health":')],
  [
    'answers a key called __proto__',
    (response) => response.end('{"data":{"_entities":[{"__proto__":{"polluted":1}}]}}'),
  ],
  [
    'hides a key called constructor',
    (response) =>
      response.end('{"data":{"_entities":[{"health":{"c\\u006fnstructor":{"prototype":{"polluted":1}}}}]}}'),
  ],
];

describe('an agency that fails', () => {
  let misbehave: Misbehaviour;
  let shared: TestGateway;
  beforeAll(async () => {
    shared = await startTestGateway({
      misbehaviour: {
        health: (response, body) => {
          misbehave(response, body);
        },
      },
      timeoutMs: 300,
      maxAnswerBytes: 1_000_000,
    });
    return () => shared[Symbol.asyncDispose]();
  });

  it.each(misbehaviours)('and %s costs its own fields and one error', async (_, inThisWay) => {
    misbehave = inThisWay;
    const { status, text, data, errors } = await shared.ask(boroughQuery);
    expect({ status, data, errors }).toEqual({ status: 200, ...withoutHealth });
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|:\d{4,5}|SELECT|stack|node_modules|extensions":\{\}/);
    expect({}).not.toHaveProperty('polluted');
  });

  it('and calls an object by the name of another kind costs its own fields and one error', async () => {
    misbehave = entities([{ health: { kind: 'Borough', admissions: 1, rates: [] } }]);
    const { data, errors } = await shared.ask(kindQuery);
    expect({ data, errors }).toEqual(withoutHealth);
  });

  it('and is stopped costs its own fields and one error, until it is back', async () => {
    await using test = await startTestGateway();
    await test.ask(boroughQuery);
    await test.agencies.health.stop();
    const { data, errors } = await test.ask(boroughQuery);
    expect({ data, errors }).toEqual(withoutHealth);
  });

  it('is logged with its cause and the request id', async () => {
    await using test = await startTestGateway();
    await test.agencies.health.stop();
    const { headers } = await test.ask(boroughQuery);
    const line = test.log.find(({ msg }) => msg === 'an agency does not answer');
    expect(line).toMatchObject({ agency: 'health', requestId: headers.get('x-request-id'), causeCode: 'ECONNREFUSED' });
  });

  it('while another answers leaves the answer in the order of the question', async () => {
    await using test = await startTestGateway();
    await test.agencies.health.stop();
    await test.agencies.policing.stop();
    const { data, errors } = await test.ask(
      '{ boroughs { health { admissions } crime { recorded } name } policing { datasets { title } } }',
    );
    expect(data).toEqual({
      boroughs: [
        { health: null, crime: null, name: 'City of London' },
        { health: null, crime: null, name: 'Hackney' },
        { health: null, crime: null, name: 'Tower Hamlets' },
      ],
      policing: null,
    });
    expect(errors).toMatchObject([
      {
        path: ['boroughs', 0, 'health'],
        extensions: { agency: 'health', paths: [0, 1, 2].map((index) => ['boroughs', index, 'health']) },
      },
      {
        path: ['boroughs', 0, 'crime'],
        extensions: {
          agency: 'policing',
          paths: [...[0, 1, 2].map((index) => ['boroughs', index, 'crime']), ['policing']],
        },
      },
    ]);
  });

  it('and owns the areas is one error for the roots and for the names behind the series of others', async () => {
    await using test = await startTestGateway();
    await test.agencies['local-authority'].stop();
    const { data, errors } = await test.ask(
      '{ one: borough(code: "E09000012") { crime { recorded } } policing { series(first: 2) { position area { code name } } } }',
    );
    expect(data).toEqual({
      one: null,
      policing: {
        series: [
          { position: 0, area: null },
          { position: 1, area: null },
        ],
      },
    });
    expect(errors).toMatchObject([
      {
        path: ['one'],
        extensions: {
          code: 'AGENCY_UNAVAILABLE',
          agency: 'local-authority',
          paths: [['one'], ['policing', 'series', 0, 'area'], ['policing', 'series', 1, 'area']],
        },
      },
    ]);
  });

  it('and says itself that it cannot answer is the same as one that is down', async () => {
    const misbehave: Misbehaviour = (response) => {
      const error = {
        message: 'connect ECONNREFUSED 127.0.0.1:5432',
        path: ['_entities', 0, 'health'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'health', host: '10.1.2.3' },
      };
      response.end(JSON.stringify({ data: { _entities: [{ health: null }] }, errors: [error, error] }));
    };
    await using test = await startTestGateway({ misbehaviour: { health: misbehave } });
    const { data, errors } = await test.ask(boroughQuery);
    expect({ data, errors }).toEqual(withoutHealth);
  });

  it('by closing an idle connection is asked again', async () => {
    let requests = 0;
    const misbehave: Misbehaviour = (response) => {
      requests += 1;
      if (requests === 1) response.destroy();
      else response.end(JSON.stringify({ data: { _entities: [{ health: { admissions: 7, rates: [] } }] } }));
    };
    await using test = await startTestGateway({ misbehaviour: { health: misbehave } });
    const { errors } = await test.ask(boroughQuery);
    expect({ errors, requests }).toEqual({ errors: undefined, requests: 2 });
  });

  it('and reports errors without end is cut short, and the client is told how many are left out', async () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({
      message: `${index} ${'x'.repeat(index === 0 ? 30_000 : 0)}`,
      path: ['_entities', 0, 'health', 'rates'],
      extensions: { code: 'BAD_USER_INPUT' },
    }));
    const misbehave: Misbehaviour = (response) => {
      response.end(JSON.stringify({ data: { _entities: [{ health: { admissions: 7, rates: null } }] }, errors: many }));
    };
    await using test = await startTestGateway({ misbehaviour: { health: misbehave } });
    const { data, errors = [], text } = await test.ask(boroughQuery);
    expect(data).toMatchObject({ borough: { name: 'Hackney', health: { admissions: 7, rates: null } } });
    expect(errors).toHaveLength(1_001);
    expect(errors).toContainEqual({
      message: 'The agency "health" has 199000 more errors in this answer, which are left out.',
      extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR', agency: 'health' }) as unknown,
    });
    expect(text).toContain('… (20002 characters are left out)');
    expect(text.length).toBeLessThan(300_000);
  });
});

describe('an agency that has stopped and keeps its port', () => {
  it('is named at once, once it has been found to be so, and asked again when it goes on', async () => {
    await using test = await startTestGateway();
    const { health } = test.agencies;
    health.pause();
    const first = await test.ask(boroughQuery);
    expect({ data: first.data, errors: first.errors }).toEqual(withoutHealth);
    const asked = health.received.length;
    const others = await Promise.all([test.ask(boroughQuery), test.ask(boroughQuery)]);
    expect(others.map(({ data, errors }) => ({ data, errors }))).toEqual([withoutHealth, withoutHealth]);
    expect(health.received).toHaveLength(asked);
    health.resume();
    for (;;) {
      const { data, errors } = await test.ask(boroughQuery);
      if (errors !== undefined) continue;
      expect(data).toMatchObject({ borough: { health: { admissions: 7 } } });
      break;
    }
  });
});

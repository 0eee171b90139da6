import { describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';

const requestId = 'request-for-test';

const masked = {
  message: `Something failed on our side, and it is not about your request. Quote request id ${requestId} when you report it.`,
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
};

async function askNamed(url: string, query: string): Promise<{ data: unknown; errors: unknown; text: string }> {
  const { data, errors, text } = await ask(url, { query }, { 'x-request-id': requestId });
  return { data, errors, text };
}

describe('what clients see of errors', () => {
  it('an agency’s own failure is masked, with its name, the place and the request id', async () => {
    await using test = await startTestGateway();
    const { data, errors, text } = await askNamed(
      test.gateway.url,
      '{ borough(code: "E09000012") { name crime { failing } } }',
    );
    expect({ data, errors }).toEqual({
      data: { borough: { name: 'Hackney', crime: { failing: null } } },
      errors: [
        { ...masked, path: ['borough', 'crime', 'failing'], extensions: { ...masked.extensions, agency: 'policing' } },
      ],
    });
    expect(text).not.toMatch(/secret_table|5432|serviceName|stacktrace/);
  });

  it('the log says what was masked, under the same request id', async () => {
    await using test = await startTestGateway();
    await askNamed(test.gateway.url, '{ borough(code: "E09000012") { crime { failing } } }');
    expect(test.log.filter((line) => line['requestId'] === requestId)).toMatchObject([
      { level: 50, agency: 'policing', errors: 1, cause: expect.stringContaining('duplicate key') as string },
      { level: 30, msg: 'request', status: 200, errorCodes: ['INTERNAL_SERVER_ERROR'] },
    ]);
  });

  it('a mistake that an agency finds in an argument is passed on, once for all the places where it is felt', async () => {
    await using test = await startTestGateway();
    const { data, errors } = await askNamed(
      test.gateway.url,
      '{ boroughs { crime { refusing(month: "2024/03") } } policing { refusing(month: "2024") } }',
    );
    const places = [0, 1, 2].map((index) => ['boroughs', index, 'crime', 'refusing']);
    expect(data).toMatchObject({ policing: { refusing: null } });
    expect(errors).toEqual([
      {
        message: '"2024/03" is not a month. Write it as 2024-03.',
        path: places[0],
        extensions: { code: 'BAD_USER_INPUT', paths: places },
      },
      {
        message: '"2024" is not a month. Write it as 2024-03.',
        path: ['policing', 'refusing'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('a code that an agency makes up is masked', async () => {
    const misbehave: Misbehaviour = (response) => {
      const error = {
        message: 'at 10.1.2.3',
        path: ['_entities', 0, 'health'],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      };
      response.end(JSON.stringify({ data: { _entities: [{ health: null }] }, errors: [error] }));
    };
    await using test = await startTestGateway({ misbehaviour: { health: misbehave } });
    const { errors } = await askNamed(test.gateway.url, '{ borough(code: "E09000012") { health { admissions } } }');
    expect(errors).toEqual([
      { ...masked, path: ['borough', 'health'], extensions: { ...masked.extensions, agency: 'health' } },
    ]);
  });

  it('a subgraph that does not know what it is asked for fails as a whole, with the places that are lost', async () => {
    const misbehave: Misbehaviour = (response) => {
      const error = {
        message: 'Cannot query field "health" on type "Area".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      };
      response.writeHead(400).end(JSON.stringify({ errors: [error] }));
    };
    await using test = await startTestGateway({ misbehaviour: { health: misbehave } });
    const { data, errors } = await askNamed(
      test.gateway.url,
      '{ borough(code: "E09000012") { name health { admissions } } }',
    );
    expect({ data, errors }).toEqual({
      data: { borough: { name: 'Hackney', health: null } },
      errors: [{ ...masked, path: ['borough', 'health'], extensions: { ...masked.extensions, agency: 'health' } }],
    });
  });

  it('a value that was promised and is null is an error of its agency, not a silent null', async () => {
    await using test = await startTestGateway({
      misbehaviour: {
        policing: (response) => response.end(JSON.stringify({ data: { _entities: [{ crime: { promised: null } }] } })),
      },
    });
    const answer = await ask(
      test.gateway.url,
      { query: '{ borough(code: "E09000012") { name crime { promised } } }' },
      { 'x-request-id': requestId },
    );
    expect(answer).toMatchObject({
      data: { borough: { name: 'Hackney', crime: null } },
      errors: [
        { ...masked, path: ['borough', 'crime', 'promised'], extensions: { ...masked.extensions, agency: 'policing' } },
      ],
    });
    expect(answer.extensions).toBeUndefined();
    const cause = '"_entities.0.crime.promised" is null, and may not be';
    expect(test.log).toContainEqual(expect.objectContaining({ requestId, agency: 'policing', cause }));
  });

  it('a value that was promised and is not there is an error, not a silent null', async () => {
    await using test = await startTestGateway({
      misbehaviour: {
        policing: (response) => response.end(JSON.stringify({ data: { _entities: [{ crime: {} }] } })),
      },
    });
    const answer = await ask(
      test.gateway.url,
      { query: '{ borough(code: "E09000012") { name crime { promised } } }' },
      { 'x-request-id': requestId },
    );
    expect(answer).toMatchObject({
      data: { borough: { name: 'Hackney', crime: null } },
      errors: [{ ...masked, path: ['borough', 'crime', 'promised'] }],
    });
    expect(answer.extensions).toBeUndefined();
    expect(test.log).toContainEqual(
      expect.objectContaining({ requestId, cause: 'Cannot return null for non-nullable field Crime.promised.' }),
    );
  });

  it('a value that was promised and is null is an error beside those of others, too', async () => {
    await using test = await startTestGateway({
      misbehaviour: {
        policing: (response) => response.end(JSON.stringify({ data: { _entities: [{ crime: { promised: null } }] } })),
      },
    });
    await test.agencies.health.stop();
    const { data, errors } = await test.ask(
      '{ borough(code: "E09000012") { crime { promised } health { admissions } } }',
    );
    expect(data).toEqual({ borough: { crime: null, health: null } });
    expect(errors).toMatchObject([
      { path: ['borough', 'crime', 'promised'], extensions: { agency: 'policing' } },
      { path: ['borough', 'health'], extensions: { agency: 'health' } },
    ]);
  });

  it('a key that is null is an error at the entity, though nobody has asked for it', async () => {
    await using test = await startTestGateway({
      misbehaviour: {
        'local-authority': (response) =>
          response.end(JSON.stringify({ data: { borough: { __typename: 'Borough', code: null, name: 'Hackney' } } })),
      },
    });
    const { errors } = await test.ask('{ borough(code: "E09000012") { name crime { recorded } } }');
    expect(errors).toMatchObject([
      { path: ['borough'], extensions: { code: 'INTERNAL_SERVER_ERROR', agency: 'local-authority' } },
    ]);
  });

  const mistakes = [
    {
      name: 'is not GraphQL',
      request: { query: '{ borough(' },
      code: 'GRAPHQL_PARSE_FAILED',
      message: 'Syntax Error: Expected Name, found <EOF>.',
    },
    {
      name: 'asks for an unknown field',
      request: { query: '{ nothing }' },
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: 'Cannot query field "nothing" on type "Query".',
    },
    {
      name: 'lacks a variable',
      request: { query: 'query ($code: ID!) { borough(code: $code) { name } }' },
      code: 'BAD_USER_INPUT',
      message: 'Variable "$code" of required type "ID!" was not provided.',
    },
    {
      name: 'has two operations',
      request: { query: 'query A { boroughs { name } } query B { boroughs { name } }' },
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: 'The document has several operations: operationName has to say which one to run.',
    },
    {
      name: 'names an operation that is not there',
      request: { query: 'query A { boroughs { name } }', operationName: 'B' },
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: 'The document has no operation called "B".',
    },
    {
      name: 'is empty',
      request: {},
      code: 'BAD_REQUEST',
      message: 'POST body missing, invalid Content-Type, or JSON object has no keys.',
    },
  ];

  it.each(mistakes)('a request that $name is told so', async ({ request, code, message }) => {
    await using test = await startTestGateway();
    const { status, errors } = await ask(test.gateway.url, request);
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ message, extensions: { code } }] });
  });
});

import { AnswerRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type AgencyServer, type Misbehaviour, serveAgency } from '../../testing/agency-server.ts';
import { health, localAuthority, policing, supergraphSdl } from '../../testing/fixture-agencies.ts';
import { deadlineIn } from '../execution/deadline.ts';
import type { OperationToPlan } from '../planning/query-plans.ts';
import { createGeneration, type Generation } from '../supergraph/generation.ts';
import { answerOperation } from './answer-operation.ts';
import { startKeptThread } from '../../testing/kept-threads.ts';

interface AnswerOptions {
  readonly variables?: Record<string, unknown>;
  readonly answerMs?: number;
  readonly room?: AnswerRoom;
}

type Situation = AsyncDisposable & {
  readonly generation: Generation;
  readonly policing: AgencyServer;
  answer(query: string, options?: AnswerOptions): Promise<ExecutionResult>;
};

/** A generation over three agencies, and no gateway that listens; `misbehaviour` says how policing answers. */
async function startSituation(misbehaviour?: Misbehaviour): Promise<Situation> {
  const resources = new AsyncDisposableStack();
  const servers = await Promise.all([
    serveAgency(localAuthority),
    serveAgency(policing, misbehaviour),
    serveAgency(health),
  ]);
  for (const server of servers) resources.use(server);
  const [authority, police, care] = servers.map(({ url }) => `${url}/graphql`);
  const urls = { 'local-authority': authority ?? '', policing: police ?? '', health: care ?? '' };
  const generation = createGeneration({ supergraphSdl, urls, startPlanningThread: startKeptThread });
  resources.defer(() => generation.close());
  return {
    generation,
    policing: servers[1],
    answer: (query, options) => answer(generation, query, options),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing is to be done with a line of the log.
}

function readOperation(query: string): OperationToPlan {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation');
  return { document, operation, documentHash: query };
}

async function answer(
  generation: Generation,
  query: string,
  { variables = {}, answerMs = 10_000, room }: AnswerOptions = {},
): Promise<ExecutionResult> {
  const context = { requestId: 'request-for-test', viewer: anonymousViewer, client: '127.0.0.1', log: silent };
  return answerOperation(
    generation,
    { ...readOperation(query), variables },
    { ...context, deadline: deadlineIn(answerMs), signal: new AbortController().signal, room },
  );
}

const asker = { client: '127.0.0.1', signal: new AbortController().signal };

/** The result without prototypes, as a client would read it. */
const plain = ({ data, errors }: ExecutionResult): unknown => JSON.parse(JSON.stringify({ data, errors }));

const query = 'query ($code: ID!) { borough(code: $code) { name crime { recorded } health { admissions } } }';

describe('an operation', () => {
  it('is answered by three agencies without a request from anybody', async () => {
    await using situation = await startSituation();
    const borough = { name: 'Hackney', crime: { recorded: 100 }, health: { admissions: 7 } };
    expect(plain(await situation.answer(query, { variables: { code: 'E09000012' } }))).toEqual({ data: { borough } });
  });

  it('is told to agencies with its viewer and its request id', async () => {
    await using situation = await startSituation();
    await situation.answer(query, { variables: { code: 'E09000012' } });
    expect(situation.policing.received.map(({ headers }) => headers)).toEqual([
      expect.objectContaining({ 'x-boroughgraph-viewer': 'anonymous', 'x-request-id': 'request-for-test' }),
    ]);
  });

  it('without the value of a variable has an error and no data, and nobody is asked', async () => {
    await using situation = await startSituation();
    const { data, errors } = await situation.answer(query);
    expect({ data, messages: errors?.map(({ message }) => message) }).toEqual({
      data: undefined,
      messages: ['Variable "$code" of required type "ID!" was not provided.'],
    });
  });

  it('is planned once, however often it is asked', async () => {
    await using situation = await startSituation();
    const asked = readOperation(query);
    const { plans } = situation.generation;
    expect(await plans.prepare(asked, asker)).toBe(await plans.prepare(asked, asker));
  });
});

describe('a room for large answers', () => {
  const openRoom = () => new AnswerRoom({ maxCost: 1, minCost: 0, maxWaiting: 9, maxWaitingOfClient: 9 });
  const boroughs = '{ boroughs { name } }';

  it('keeps waiting who finds none in time, and refuses him as busy', async () => {
    await using situation = await startSituation();
    const room = openRoom();
    const leave = await room.enter({ cost: 1, client: 'other', signal: asker.signal, waitMs: 0 });
    await situation.generation.plans.prepare(readOperation(boroughs), asker);
    const refused = situation.answer(boroughs, { room, answerMs: 100 });
    await expect(refused).rejects.toMatchObject({ extensions: { code: 'GATEWAY_BUSY', http: { status: 503 } } });
    const waiting = situation.answer(boroughs, { room });
    leave?.();
    expect((await waiting).errors).toBeUndefined();
  });

  it('is given back after each answer, and after what fails', async () => {
    await using situation = await startSituation(ignore);
    const room = openRoom();
    await situation.answer('{ boroughs { crime { recorded } } }', { room, answerMs: 2_000 });
    expect((await situation.answer(boroughs, { room })).errors).toBeUndefined();
    expect((await situation.answer(boroughs, { room })).errors).toBeUndefined();
  });
});

describe('a deadline', () => {
  it('ends the waiting for an agency long before the agency’s own limit, and costs its part alone', async () => {
    await using situation = await startSituation(ignore);
    const query = '{ boroughs { name crime { recorded } } }';
    // How long the planner takes to start is not what is looked at.
    await situation.generation.plans.prepare(readOperation(query), asker);
    const { data, errors } = await situation.answer(query, { answerMs: 3_000 });
    const names = ['City of London', 'Hackney', 'Tower Hamlets'];
    expect(JSON.parse(JSON.stringify(data))).toEqual({ boroughs: names.map((name) => ({ name, crime: null })) });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['AGENCY_UNAVAILABLE']);
  });

  it('that has passed leaves no agency any time', async () => {
    await using situation = await startSituation();
    const { data, errors } = await situation.answer('{ policing { datasets { title } } }', { answerMs: 0 });
    expect(JSON.parse(JSON.stringify(data))).toEqual({ policing: null });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['AGENCY_UNAVAILABLE']);
    expect(situation.policing.received).toEqual([]);
  });
});

describe('a generation that is closed', () => {
  it('plans nothing and asks nobody any more', async () => {
    await using situation = await startSituation();
    await situation.answer('{ boroughs { name } }');
    await situation.generation.close();
    await situation.generation.close();
    await expect(situation.answer('{ boroughs { code } }')).rejects.toThrow('The planner has been stopped');
    const { data } = await situation.answer('{ boroughs { name } }');
    expect(JSON.parse(JSON.stringify(data))).toEqual({ boroughs: null });
  });
});

it('A supergraph with an agency that has no address makes no generation', () => {
  expect(() => createGeneration({ supergraphSdl, urls: { policing: 'http://127.0.0.1:9/graphql' } })).toThrow(
    'The supergraph has a subgraph "health", for which there is no address',
  );
});

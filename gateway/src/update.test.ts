import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSupergraph, supergraphHeader } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { getOperationAST, parse } from 'graphql';
import { expect, it, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway-for-test.ts';
import { listen } from '../testing/listening-server.ts';
import { supergraphSdl } from '../testing/fixture-agencies.ts';
import { createGeneration } from './supergraph/generation.ts';
import { placeOf } from './supergraph/supergraph-place.ts';

// As the graph will be: one field is gone, and another has come.
const nextSdl = supergraphSdl.replace('children: Int', 'minors: Int');
const before = '{ borough(code: "E09000012") { safeguarding { children } crime { recorded } } }';
const after = '{ borough(code: "E09000012") { safeguarding { minors } } }';
const answerBefore = { borough: { safeguarding: { children: 9 }, crime: { recorded: 100 } } };
const answerAfter = { borough: { safeguarding: { minors: 1 } } };
const invalid = [expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })];

const requests = 20;

type HeldGateway = TestGateway & { readonly whenAllAsk: Promise<unknown>; readonly release: () => void };

/** A gateway whose local authority keeps its answers until they are released. */
async function startHeldGateway(): Promise<HeldGateway> {
  const allAsk = Promise.withResolvers<unknown>();
  const released = Promise.withResolvers<unknown>();
  let asked = 0;
  const test = await startTestGateway({
    misbehaviour: {
      'local-authority': (response) => {
        asked += 1;
        if (asked === requests) allAsk.resolve(null);
        const borough = { __typename: 'Borough', code: 'E09000012', safeguarding: { children: 9 } };
        void released.promise.then(() => response.end(JSON.stringify({ data: { borough } })));
      },
    },
  });
  const release = (): void => {
    released.resolve(null);
  };
  return { ...test, whenAllAsk: allAsk.promise, release };
}

it('A request is answered by the generation with which it began, and the old one ends with its last request', async () => {
  await using test = await startHeldGateway();
  await using next = await listen((request, response) => {
    response.end(request.url === '/health' ? '{}' : JSON.stringify({ data: answerAfter }));
  });
  const urls = Object.fromEntries(Object.keys(test.agencies).map((agency) => [agency, `${next.url}/graphql`]));
  const begun = Array.from({ length: requests }, () => test.ask(before));
  await test.whenAllAsk;
  let isUpdated = false;
  const updating = test.gateway.update({ supergraphSdl: nextSdl, urls }).then(() => (isUpdated = true));
  await vi.waitUntil(async () => (await test.ask(after)).data !== undefined, { timeout: 20_000 });
  // Twenty requests still have the old one: for whoever comes now, there is the new one alone.
  expect(await test.ask(after)).toMatchObject({ status: 200, data: answerAfter });
  expect(await test.ask(before)).toMatchObject({ status: 400, errors: invalid });
  expect(isUpdated).toBe(false);
  test.release();
  const answers = await Promise.all(begun);
  expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual(
    answers.map(() => ({ data: answerBefore, errors: undefined })),
  );
  await updating;
  const open = Object.values(test.agencies).map((agency) =>
    vi.waitUntil(async () => (await agency.countConnections()) === 0),
  );
  expect(await Promise.all(open)).toEqual([true, true, true]);
});

it('An update that cannot be used changes nothing', async () => {
  await using test = await startTestGateway();
  const updates = [{ supergraphSdl: 'type Query { broken: Int }' }, { urls: {} }];
  for (const changes of updates) await expect(test.gateway.update(changes)).rejects.toThrow();
  expect(await test.ask(before)).toMatchObject({ status: 200, data: answerBefore });
});

/** A gateway that looks at a file every few milliseconds. */
async function startWatchingGateway(): Promise<
  TestGateway & { write(sdl: string): Promise<void>; tell(): Promise<unknown> }
> {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-watched-'));
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, supergraphSdl);
  const place = { ...placeOf(path, []), everyMs: 10 };
  const first = await place.read(null, new AbortController().signal);
  if (first === null) throw new Error('There is a supergraph');
  const urls: Record<string, string> = {};
  const test = await startTestGateway({ watched: { place, first, urlsOf: () => urls } });
  for (const [name, { url }] of Object.entries(test.agencies)) urls[name] = `${url}/graphql`;
  return {
    ...test,
    write: (sdl) => writeFile(path, sdl),
    tell: async () => (await fetch(`${test.gateway.url}/supergraph`)).json(),
    [Symbol.asyncDispose]: async () => {
      await test[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

it('A supergraph that comes is served, a bad one is refused and reported, and answers say by which they were made', async () => {
  await using test = await startWatchingGateway();
  const agencies = ['health', 'local-authority', 'policing'];
  const told = (sdl: string, refused: unknown) => ({
    supergraph: hashSupergraph(sdl),
    version: null,
    agencies,
    refused,
  });
  const headerOf = async () => (await test.ask(before)).headers.get(supergraphHeader);
  expect(await headerOf()).toBe(hashSupergraph(supergraphSdl));
  expect(await test.tell()).toEqual(told(supergraphSdl, null));

  await test.write('type Query { broken: Int }');
  const refused = {
    version: null,
    at: expect.any(String) as string,
    reason: 'Invalid supergraph: must be a core schema',
  };
  await vi.waitFor(async () => {
    expect(await test.tell()).toEqual(told(supergraphSdl, refused));
  }, 20_000);
  expect(await test.ask(before)).toMatchObject({ status: 200, data: answerBefore });
  expect(test.log.filter(({ level }) => level === 50).map(({ msg }) => msg)).toEqual([
    'a supergraph is refused: the one that is there stays',
  ]);

  await test.write(nextSdl);
  await vi.waitFor(async () => {
    expect(await test.tell()).toEqual(told(nextSdl, null));
  }, 20_000);
  expect(await headerOf()).toBe(hashSupergraph(nextSdl));
  expect(await test.ask(before)).toMatchObject({ status: 400, errors: invalid });
});

it('What dashboards ask is planned before another supergraph takes over', async () => {
  const urls = Object.fromEntries(
    ['health', 'local-authority', 'policing'].map((name) => [name, `http://${name}.invalid`]),
  );
  const generation = createGeneration({ supergraphSdl, urls, registeredOperations: [before] });
  await generation.planned;
  // From now on nothing is planned.
  await generation.close();
  const prepare = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is an operation');
    const asker = { client: 'a test', signal: new AbortController().signal };
    return generation.plans.prepare({ document, operation, documentHash: text }, asker);
  };
  await expect(prepare(before)).resolves.toMatchObject({ plan: { kind: 'QueryPlan' } });
  await expect(prepare('{ boroughs { name } }')).rejects.toThrow('stopped');
});

import { expect, it, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway-for-test.ts';
import { listen } from '../testing/listening-server.ts';
import { supergraphSdl } from '../testing/fixture-agencies.ts';

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

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { readAnswer } from './answers.ts';
import type { LoadRun } from './generator-protocol.ts';
import { LoadLoop } from './load-loop.ts';
import { anyWindow } from './workloads/workload.ts';

interface Response {
  readonly status?: number;
  readonly body: string;
}
type Respond = (body: string) => Response | Promise<Response>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server, and how many requests it has had at once at most. */
async function serve(respond: Respond) {
  const seen = { open: 0, most: 0 };
  const server = createServer((request, response) => {
    seen.open += 1;
    seen.most = Math.max(seen.most, seen.open);
    void text(request).then(async (body) => {
      const { status = 200, body: answer } = await respond(body);
      response.writeHead(status).end(answer, () => (seen.open -= 1));
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/graphql`, seen };
}

const run: LoadRun = { connections: 2, durationMs: 60_000, maxRequests: 6, firstIndex: 10, keepEvery: 4 };
const good = '{"data":{"borough":{"name":"Hackney"}}}';

/** What comes of six requests, each of which sends all of `urls` the body that names its window. */
async function load(urls: readonly string[], changes: Partial<LoadRun> = {}, isCompared = true) {
  const shots = urls.map((url) => ({ url, body: `{"from":"${anyWindow.from}"}` }));
  const window = { from: '2024-01-01', to: '2024-12-31' };
  const plan = { workload: 'framework', isCompared, shotsByKind: [shots] };
  const loop = new LoadLoop(plan, { choose: () => ({ kind: 0, window }) });
  const result = await loop.run({ ...run, ...changes });
  await loop.close();
  return result;
}

describe('a stretch of load', () => {
  it('sends so many requests, with so many clients, and keeps some answers to compare', async () => {
    const bodies: string[] = [];
    const { promise: areTwoThere, resolve } = Promise.withResolvers<undefined>();
    const { url, seen } = await serve(async (body) => {
      if (bodies.push(body) === 2) resolve(undefined);
      await areTwoThere;
      return { body: good };
    });
    const { latenciesMs, failures, firstFailure, kept, nextIndex, bytes } = await load([url]);
    expect({ answers: latenciesMs.length, failures, firstFailure, nextIndex, bytes, most: seen.most }).toEqual({
      answers: 6,
      failures: 0,
      firstFailure: null,
      nextIndex: 16,
      bytes: 6 * good.length,
      most: 2,
    });
    // Of 10 to 15, one place is divisible by four.
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(kept).toEqual([{ index: 12, status: 200, digest, reason: null }]);
    const answer = readAnswer(200, good);
    expect(kept[0]?.digest).toBe(answer.kind === 'answered' ? answer.digest : null);
    expect(bodies).toEqual(Array(6).fill('{"from":"2024-01-01"}'));
  });

  it('starts no request after its time', async () => {
    const { url } = await serve(() => ({ body: good }));
    const { latenciesMs, nextIndex } = await load([url], { durationMs: 0 });
    expect({ answers: latenciesMs.length, nextIndex }).toEqual({ answers: 0, nextIndex: 10 });
  });
});

describe('a request fails', () => {
  const fail = (respond: Respond) => serve(respond).then(({ url }) => load([url], { connections: 1 }));
  const outcome = ({ failures, firstFailure, latenciesMs, kept }: Awaited<ReturnType<typeof load>>) => ({
    failures,
    firstFailure,
    answers: latenciesMs.length,
    kept: kept.length,
  });
  const all = { failures: 6, answers: 0, kept: 0 };

  it('when its status is not 200', async () => {
    const firstFailure = 'request 10: status 503: too many';
    expect(outcome(await fail(() => ({ status: 503, body: 'too many' })))).toEqual({ ...all, firstFailure });
  });

  it('when it has errors beside its data', async () => {
    const body = '{"errors":[{"message":"health is down"}],"data":{}}';
    expect(outcome(await fail(() => ({ body })))).toEqual({ ...all, firstFailure: `request 10: status 200: ${body}` });
  });

  it('when nobody listens', async () => {
    const { url } = await serve(() => ({ body: good }));
    servers.pop()?.close();
    const { failures, firstFailure } = await load([url]);
    expect(failures).toBe(6);
    expect(firstFailure).toMatch(/^request 10: .*ECONNREFUSED/);
  });

  it('when one of several that are sent for it does, although none is compared', async () => {
    const well = await serve(() => ({ body: good }));
    const ill = await serve(() => ({ body: '{"errors":[{"message":"no"}],"data":null}' }));
    const result = await load([well.url, ill.url], {}, false);
    expect({ failures: result.failures, kept: result.kept }).toEqual({ failures: 6, kept: [] });
  });

  it('when there is nothing to send for it', async () => {
    const firstFailure = 'request 10: there is nothing to send for kind 0';
    expect(outcome(await load([]))).toEqual({ ...all, firstFailure });
  });
});

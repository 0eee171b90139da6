import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { readAnswer } from './answers.ts';
import type { Shot } from './generator-protocol.ts';
import { startOwnGateway, type RunningAgencies, type RunningAgency } from './running-agencies.ts';
import type { Workload } from './workloads/workload.ts';

/** Asked at once; more would only wait. */
const clients = 4;
const headers = { 'content-type': 'application/json' };

/** A gateway of ours whose requests to the agencies are written down. One recording at a time. */
export interface RunningRecorder extends AsyncDisposable {
  /**
   * What our gateway sends to the agencies for each kind of a workload that its first `requests` choose, in the order of
   * kinds; each is asked once.
   *
   * @throws when the gateway does not answer one of them without errors.
   */
  readonly record: (workload: Workload, requests: number) => Promise<readonly (readonly Shot[])[]>;
}

/** Starts a gateway, and a recorder between it and each agency. */
export async function startRecorder({ list }: RunningAgencies): Promise<RunningRecorder> {
  await using resources = new AsyncDisposableStack();
  let shots: readonly Shot[][] = [];
  const note = (kind: number, shot: Shot) => shots[kind]?.push(shot);
  const urls = new Map<string, string>();
  for (const agency of list) urls.set(agency.name, await startProxy(agency, note, resources));
  const { program, url } = await startOwnGateway(urls);
  resources.use(program);
  const moved = resources.move();
  return {
    record: async (workload, requests) => {
      shots = workload.kinds.map((): Shot[] => []);
      const kinds = chosenKinds(workload, requests);
      const client = async () => {
        for (let kind = kinds.pop(); kind !== undefined; kind = kinds.pop()) await ask(url, workload, kind);
      };
      await Promise.all(Array.from({ length: clients }, client));
      return shots;
    },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  };
}

/** All kinds, unless there are few requests. */
function chosenKinds({ kinds, choose }: Workload, requests: number): number[] {
  if (requests > kinds.length) return [...kinds.keys()];
  return [...new Set(Array.from({ length: requests }, (_, index) => choose(index).kind))];
}

/** The gateway passes a request id on to the agencies: it carries the place of the kind. */
const requestId = (kind: number) => `recording-${kind}`;

async function ask(url: string, { name, kinds }: Workload, kind: number): Promise<void> {
  const body = JSON.stringify(kinds[kind]);
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'x-request-id': requestId(kind) }, body });
  const answer = readAnswer(response.status, await response.text());
  if (answer.kind === 'failed') throw new Error(`${name}, kind ${kind}: ${answer.reason}`);
}

async function startProxy(
  { url }: RunningAgency,
  note: (kind: number, shot: Shot) => void,
  resources: AsyncDisposableStack,
): Promise<string> {
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    note(Number(String(request.headers['x-request-id']).split('-')[1]), { url, body });
    const answer = await fetch(url, { method: 'POST', headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  resources.defer(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a recorder listens, but not on a port');
  return `http://127.0.0.1:${address.port}/graphql`;
}

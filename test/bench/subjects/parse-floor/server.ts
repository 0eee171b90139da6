import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';
import type { Shot } from '../../generator-protocol.ts';
import { fillWindow } from '../../workloads/workload.ts';
import type { FloorRequest, Lesson } from './protocol.ts';

/*
 * The process of the parse floor. Is taught what to send for each path by whoever forked it, and listens on a port that it tells. What comes to a
 * path is answered by what agencies send: parsed, put into one list, and written.
 */

/** As many as our gateway has to an agency. */
const connections = 32;
const headers = { 'content-type': 'application/json', accept: 'application/json' };

const shotsByPath = new Map<string, readonly Shot[]>();
const pools = new Map<string, Pool>();

process.on('message', (message) => {
  // Only the benchmark forks this process, and sends nothing else.
  const { workload, shotsByKind } = message as Lesson;
  shotsByKind.forEach((shots, kind) => shotsByPath.set(`/${workload}/${kind}`, shots));
  process.send?.('learnt');
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : null });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Only the generator asks, and sends nothing else.
  const { window } = JSON.parse(await text(request)) as FloorRequest;
  const shots = shotsByPath.get(request.url ?? '');
  if (shots === undefined) throw new Error(`nothing is known of ${request.url ?? 'no path'}`);
  const answers = await Promise.all(shots.map(({ url, body }) => ask(url, fillWindow(body, window))));
  response.writeHead(200, headers).end(JSON.stringify({ data: answers }));
}

/** The data that an agency has sent. @throws when they are not whole. */
async function ask(url: string, body: string): Promise<unknown> {
  const { origin, pathname } = new URL(url);
  const response = await poolOf(origin).request({ path: pathname, method: 'POST', headers, body });
  const sent = JSON.parse(await response.body.text()) as { readonly data?: unknown; readonly errors?: unknown };
  if (sent.errors !== undefined) throw new Error(`${url} has answered with errors: ${JSON.stringify(sent.errors)}`);
  return sent.data;
}

function poolOf(origin: string): Pool {
  const known = pools.get(origin);
  if (known !== undefined) return known;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  pools.set(origin, pool);
  return pool;
}

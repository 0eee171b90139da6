import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer } from './http-server.ts';

// More than the machine keeps of an answer for a client that does not read it.
const answer = 'a'.repeat(32_000_000);
const sendMs = 2_000;
const server = createServer({ maxBodyBytes: 1_000, sendMs });
server.get('/large', () => answer);

/** Where less time is left to read, for an answer that is made for twice as long. */
const quickMs = 500;
const quick = createServer({ maxBodyBytes: 1_000, sendMs: quickMs });
const pieces = 20;
quick.get('/stream', () => Readable.from(makePieces(), { objectMode: false }));

async function* makePieces() {
  for (let piece = 0; piece < pieces; piece += 1) {
    yield answer.slice(0, answer.length / pieces);
    await delay((2 * quickMs) / pieces);
  }
}

/** Which holds one unread answer, and no second one. */
const small = createServer({ maxBodyBytes: 1_000, sendMs: 60_000, maxUnreadBytes: 1.5 * answer.length });
small.get('/large', () => answer);

let port: number;
let smallPort: number;
let quickPort: number;
beforeAll(async () => {
  [port = 0, quickPort = 0, smallPort = 0] = await Promise.all(
    [server, quick, small].map(async (each) => Number(new URL(await each.listen({ port: 0, host: '127.0.0.1' })).port)),
  );
});
afterAll(async () => {
  await Promise.all([server.close(), quick.close(), small.close()]);
});

/** How many bytes come over a connection before it ends, to a client that begins to read so late. */
async function readAfter(pauseMs: number, { of, path } = { of: port, path: '/large' }): Promise<number> {
  const socket = connect(of, '127.0.0.1');
  // A connection that is cut off may be reset.
  socket.on('error', () => undefined);
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  await delay(pauseMs);
  let length = 0;
  socket.on('data', (chunk: Buffer) => (length += chunk.length));
  socket.resume();
  await once(socket, 'close');
  return length;
}

it('an answer that nobody reads in time is broken off', async () => {
  expect(await readAfter(2 * sendMs)).toBeLessThan(answer.length);
});

it('of answers that nobody reads, and that are too much together, the oldest is broken off', async () => {
  const of = { of: smallPort, path: '/large' };
  const oldest = readAfter(1_000, of);
  await delay(200);
  const [later, first] = await Promise.all([readAfter(400, of), oldest]);
  expect([later > answer.length, first < answer.length]).toEqual([true, true]);
  expect(await readAfter(0, of)).toBeGreaterThan(answer.length);
});

it('an answer that is read in time comes whole', async () => {
  expect(await readAfter(0)).toBeGreaterThan(answer.length);
});

it('an answer that is made as it is read takes as long as it takes, for a client that reads', async () => {
  const stream = { of: quickPort, path: '/stream' };
  const [read, unread] = await Promise.all([readAfter(0, stream), readAfter(6 * quickMs, stream)]);
  expect([read > answer.length, unread < answer.length]).toEqual([true, true]);
});

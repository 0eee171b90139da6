import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer } from './http-server.ts';

// More than the machine keeps of an answer for a client that does not read it.
const answer = 'a'.repeat(32_000_000);
const sendMs = 2_000;
const server = createServer({ maxBodyBytes: 1_000, sendMs });
server.get('/large', () => answer);

let port: number;
beforeAll(async () => {
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => server.close());

/** How many bytes come over a connection before it ends, to a client that begins to read so late. */
async function readAfter(pauseMs: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  // A connection that is cut off may be reset.
  socket.on('error', () => undefined);
  socket.pause();
  socket.write('GET /large HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
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

it('an answer that is read in time comes whole', async () => {
  expect(await readAfter(0)).toBeGreaterThan(answer.length);
});

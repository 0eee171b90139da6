import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { receiveRequestMs, sendAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';

/** What became of a connection that took its time: null where it was ended as it has to be. */
export type SlowOutcome = string | null;

/** What a server may take longer than it says, to look who is late. */
const toleranceMs = 3_000;
const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

/** Sends the body of a request a byte a second: it has to be cut off in time, with a 408. */
export async function sendSlowly(url: string): Promise<SlowOutcome> {
  return trickle(url, `${head}content-length: 1000\r\n\r\n`);
}

/** Sends the head of a request a byte a second. */
export async function beginSlowly(url: string): Promise<SlowOutcome> {
  return trickle(url, 'POST /graphql HTTP/1.1\r\nx-slow: ');
}

async function trickle(url: string, start: string): Promise<SlowOutcome> {
  const startedAt = performance.now();
  const socket = open(url);
  socket.write(start);
  const timer = setInterval(() => socket.write('a'), 1_000);
  const text = await readAll(socket, receiveRequestMs + toleranceMs);
  clearInterval(timer);
  const tookMs = Math.round(performance.now() - startedAt);
  if (text === null) return `is still open after ${tookMs} ms`;
  return isCutOff.test(text) ? null : `ends with ${text.slice(0, 200)}`;
}

/** Too late; or, by an agency, not signed by its gateway, which it finds out before a body comes. */
const isCutOff = /^HTTP\/1\.1 (408 [^]*"code":"BAD_REQUEST"|401 [^]*"code":"UNAUTHENTICATED")/;

/** Asks for a large answer, and reads none of it: it has to be broken off in time. */
export async function readSlowly(url: string, query: string): Promise<SlowOutcome> {
  const socket = open(url);
  const body = JSON.stringify({ query });
  socket.pause();
  // Closed after the answer, so that one which came whole is not taken for one that still comes.
  socket.write(`${head}connection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  await delay(sendAnswerMs + 2 * toleranceMs);
  const text = await readAll(socket, toleranceMs);
  if (text === null) return 'is still open';
  const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1]);
  const received = text.length - text.indexOf('\r\n\r\n') - 4;
  if (length < 4_000_000) return `has an answer of ${length} bytes, which is too small to tell`;
  return received < length ? null : 'is answered to its end';
}

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('latin1');
  // A server that cuts a connection off may reset it.
  socket.on('error', () => undefined);
  return socket;
}

/** All that comes until the connection ends; null where it does not in time. */
async function readAll(socket: Socket, withinMs: number): Promise<string | null> {
  let text = '';
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  // One that was paused does not begin by itself.
  socket.resume();
  const ended = new Promise<string>((resolve) => {
    socket.once('close', () => {
      resolve(text);
    });
  });
  const late = delay(withinMs, null, { ref: false });
  const outcome = await Promise.race([ended, late]);
  socket.destroy();
  return outcome;
}

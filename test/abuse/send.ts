import { connect } from 'node:net';
import { Pool } from 'undici';
import type { Sent } from './attack.ts';

/** What came back for an attack, whatever it was. */
export interface Received {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** The longest that anybody waits for an answer: a request that is sent too slowly is cut off before. */
const waitMs = 40_000;

/**
 * Sends an attack to a server on this machine, and gives what came back.
 *
 * @throws {Error} when nothing came that is an answer.
 */
export async function send(sent: Sent, url: string): Promise<Received> {
  return sent.kind === 'raw' ? sendRaw(sent.bytes, new URL(url)) : sendHttp(sent, url);
}

async function sendHttp(sent: Extract<Sent, { kind: 'http' }>, url: string): Promise<Received> {
  // Of its own, so that no answer waits behind another one's connection.
  const pool = new Pool(url, { connections: 1 });
  try {
    const { method, path, headers, body } = sent;
    const signal = AbortSignal.timeout(waitMs);
    const response = await pool.request({ method: asMethod(method), path, headers, body, signal });
    const contentType = String(response.headers['content-type'] ?? '');
    return { status: response.statusCode, contentType, text: await response.body.text() };
  } finally {
    await pool.destroy();
  }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

function asMethod(method: string): (typeof methods)[number] {
  const known = methods.find((each) => each === method);
  if (known === undefined) throw new Error(`${method} is not a method that an attack can have`);
  return known;
}

/** Writes bytes to a connection, and reads until the server closes it. */
async function sendRaw(bytes: string, { hostname, port }: URL): Promise<Received> {
  const socket = connect(Number(port), hostname);
  socket.setTimeout(waitMs, () => socket.destroy(new Error('The server neither answers nor closes the connection')));
  socket.write(bytes, 'latin1');
  const chunks: Buffer[] = [];
  for await (const chunk of socket) {
    // A socket without an encoding gives buffers.
    chunks.push(chunk as Buffer);
    if (isWhole(Buffer.concat(chunks).toString('utf8'))) break;
  }
  socket.destroy();
  return readRaw(Buffer.concat(chunks).toString('utf8'));
}

function isWhole(text: string): boolean {
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
  const body = text.indexOf('\r\n\r\n') + 4;
  return body > 3 && length !== undefined && Buffer.byteLength(text.slice(body)) >= Number(length);
}

function readRaw(text: string): Received {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  if (status === undefined) throw new Error(`The server answers what is no HTTP: "${text.slice(0, 100)}"`);
  const contentType = /\r\ncontent-type: ([^\r]*)\r\n/i.exec(text)?.[1] ?? '';
  return { status: Number(status), contentType, text: text.slice(text.indexOf('\r\n\r\n') + 4) };
}

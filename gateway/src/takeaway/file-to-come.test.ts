import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendToCome } from './file-reply.ts';

/** Pieces that are larger than what is on the way to a reader at once. */
const piece = Buffer.alloc(256 * 1024, 'x');
const made = { pieces: 0, isEnded: false };

async function* rest(count: number, isBroken: boolean) {
  try {
    for (made.pieces = 0; made.pieces < count; made.pieces += 1) yield await Promise.resolve(piece);
    if (isBroken) throw new Error('away');
  } finally {
    made.isEnded = true;
  }
}

const server = fastify();
const files: Readonly<Record<string, readonly [number, boolean]>> = {
  whole: [3, false],
  broken: [3, true],
  endless: [10_000, false],
};
server.get<{ Params: { name: string } }>('/:name', (request, reply) => {
  Object.assign(made, { pieces: 0, isEnded: false });
  const [count = 0, isBroken = false] = files[request.params.name] ?? [];
  const body = { kind: 'more', head: [Buffer.from('head,')], rest: rest(count, isBroken) } as const;
  const tag = { hash: request.params.name, isWeak: true };
  return sendToCome(request, reply, { body, headers: { 'content-type': 'text/csv' }, tag });
});
let url = '';
beforeAll(async () => {
  url = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

async function ask(name: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const request = get(`${url}/${name}`, { headers, method, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

describe('A file that is made while it is sent', () => {
  it('comes whole, compressed or not', async () => {
    const whole = Buffer.concat([Buffer.from('head,'), piece, piece, piece]);
    const plain = await ask('whole', { range: 'bytes=0-3' });
    const { etag, 'accept-ranges': ranges } = plain.headers;
    expect([plain.statusCode, etag, ranges]).toEqual([200, 'W/"whole"', 'none']);
    expect((await buffer(plain)).equals(whole)).toBe(true);
    const packed = await ask('whole', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(await buffer(packed)).equals(whole)).toBe(true);
  });

  it.each([
    ['to whoever has it', { 'if-none-match': 'W/"whole"' }, 'GET', 304],
    ['where nobody wants it', {}, 'HEAD', 200],
  ])('is not made %s', async (_, headers, method, status) => {
    const answer = await ask('whole', headers, method);
    expect(answer.headers['content-length']).toBeUndefined();
    expect([answer.statusCode, answer.headers.etag, (await buffer(answer)).length]).toEqual([status, 'W/"whole"', 0]);
    expect(made.pieces).toBe(0);
  });

  it('breaks off where it cannot be made to its end, and never ends as if it were whole', async () => {
    await expect(ask('broken').then(buffer)).rejects.toThrow('aborted');
    const packed = await ask('broken', { 'accept-encoding': 'gzip' });
    await expect(buffer(packed)).rejects.toThrow('aborted');
    // Where the end of the connection is the end of the file, it is not one that a reader takes for it.
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /broken HTTP/1.0\r\n\r\n');
    const [error] = (await once(socket.resume(), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  it('is made no faster than it is taken, and no further when its reader goes', async () => {
    const response = await ask('endless');
    await once(response, 'readable');
    response.read(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { pieces } = made;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([made.pieces, made.isEnded]).toEqual([pieces, false]);
    expect(pieces).toBeLessThan(100);
    response.destroy();
    await expect.poll(() => made.isEnded).toBe(true);
  });
});

import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPatience } from './patience.ts';

/** Answers whatever it is sent at once, from another thread than the one that is blocked: the kernel's buffers do as one. */
const echo = createServer((socket) => socket.pipe(socket));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  // It listens on a port.
  port = (echo.address() as AddressInfo).port;
});
afterAll(() => {
  echo.close();
});

const blockFor = (durationMs: number): void => {
  const until = performance.now() + durationMs;
  while (performance.now() < until);
};

/** Which comes first of an answer and the end of the patience, where the thread is blocked while both come. */
async function firstOf(durationMs: number, blockedMs: number): Promise<'answer' | 'late'> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const { promise, resolve } = Promise.withResolvers<'answer' | 'late'>();
  const patience = startPatience(durationMs, () => {
    resolve('late');
  });
  socket.once('data', () => {
    resolve('answer');
  });
  socket.write('?');
  setImmediate(() => {
    blockFor(blockedMs);
  });
  return promise.finally(() => {
    patience.stop();
    socket.destroy();
  });
}

describe('Patience', () => {
  it('is told once that the wait is over, no earlier than it is', async () => {
    const startedAt = performance.now();
    let told = 0;
    await new Promise<void>((resolve) =>
      startPatience(50, () => {
        told += 1;
        resolve();
      }),
    );
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(49);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(1);
  });

  it('lets an answer win that arrives while the thread is blocked for longer than the whole wait', async () => {
    expect(await firstOf(40, 200)).toBe('answer');
  });

  it('counts a block as one part of the wait', async () => {
    const startedAt = performance.now();
    const late = new Promise<void>((resolve) => startPatience(200, resolve));
    blockFor(300);
    await late;
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(300 + 170);
  });

  it('is silent once it is stopped', async () => {
    let told = 0;
    const patience = startPatience(5, () => (told += 1));
    patience.stop();
    patience.stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toBe(0);
  });
});

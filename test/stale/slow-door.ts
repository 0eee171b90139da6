import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A way to a server on which what the server says can be held up. */
export interface SlowDoor extends AsyncDisposable {
  /** The same address, through the door. */
  readonly through: (url: string) => string;
  /** Holds up what comes for so many milliseconds; 0 lets it pass. */
  readonly slow: (delayMs: number) => void;
}

/** Opens a door to whatever server an address is of that goes through it. */
export async function openSlowDoor(): Promise<SlowDoor> {
  let target = { host: '127.0.0.1', port: 0 };
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) sockets.add(socket.once('close', () => sockets.delete(socket)));
    endTogether(near, far);
    near.on('data', (chunk: Buffer) => far.write(chunk));
    passInOrder(far, near, () => delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    through: (url) => {
      const there = new URL(url);
      target = { host: there.hostname, port: Number(there.port) };
      there.host = `127.0.0.1:${port}`;
      return there.href;
    },
    slow: (wantedMs) => {
      delayMs = wantedMs;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function endTogether(one: Socket, other: Socket): void {
  for (const [socket, next] of [
    [one, other],
    [other, one],
  ] as const)
    // An error is followed by its end.
    socket.on('error', () => undefined).once('close', () => next.destroy());
}

/** What is said first arrives first, however long it is held up. */
function passInOrder(from: Socket, to: Socket, delayMs: () => number): void {
  let last = Promise.resolve();
  from.on('data', (chunk: Buffer) => {
    const held = delayMs() === 0 ? null : wait(delayMs());
    last = last.then(async () => {
      await held;
      to.write(chunk);
    });
  });
}

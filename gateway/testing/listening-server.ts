import { createServer, type RequestListener, type Server } from 'node:http';
import { promisify } from 'node:util';

/** An HTTP server for a test, on any free port of this machine. */
export type ListeningServer = AsyncDisposable & {
  readonly url: string;
  /** How many connections are open. */
  countConnections(): Promise<number>;
  /** Stops at once: what is connected is cut off. */
  stop(): Promise<void>;
};

/** Starts a server that answers with `listener`; `port` is that of one stopped before, to stand in its place. */
export async function listen(listener: RequestListener, port = 0): Promise<ListeningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A test server listens on a port');
  const stop = (): Promise<void> => stopServer(server);
  const countConnections = promisify(server.getConnections.bind(server));
  return { url: `http://127.0.0.1:${address.port}`, countConnections, stop, [Symbol.asyncDispose]: stop };
}

async function stopServer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

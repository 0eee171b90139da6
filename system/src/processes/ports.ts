import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { lettingGoMs, lookAgainMs } from './letting-go.ts';
import { Problem, describeError, systemErrorCode } from '../problem.ts';

/** PostgreSQL's own port. We never take it: a PostgreSQL that is installed later would find it gone. */
const postgresPort = 5432;

/** A port of 127.0.0.1 that nothing listens on now, chosen by the operating system and never 5432. */
export async function findFreePort(): Promise<number> {
  const port = await listenOnce(0, '127.0.0.1');
  return port === postgresPort ? findFreePort() : port;
}

/**
 * Resolves when something may listen on `port` of `host`; nothing does afterwards. Waits some seconds for whoever is about to let go.
 *
 * @throws {Problem} naming the port, what wants it, and the variable that moves it.
 */
export async function requireFreePort(request: {
  readonly port: number;
  readonly host: string;
  readonly wantedBy: string;
  readonly variable: string;
}): Promise<void> {
  const { port, host, wantedBy, variable } = request;
  try {
    await listenSoon(port, host);
  } catch (error) {
    if (systemErrorCode(error) === 'EADDRNOTAVAIL')
      throw new Problem(
        `This machine does not have the address ${host}, at which the ${wantedBy} should listen. Set another: HOST=0.0.0.0`,
        { cause: error },
      );
    const reason = systemErrorCode(error) === 'EADDRINUSE' ? 'is taken' : `cannot be used (${describeError(error)})`;
    throw new Problem(
      `Port ${port}, which the ${wantedBy} needs, ${reason}. Stop what listens there, or choose another: ${variable}=${port + 1000}`,
      { cause: error },
    );
  }
}

async function listenSoon(port: number, host: string): Promise<void> {
  const endsAtMs = performance.now() + lettingGoMs;
  for (;;)
    try {
      await listenOnce(port, host);
      return;
    } catch (error) {
      if (systemErrorCode(error) !== 'EADDRINUSE' || performance.now() > endsAtMs) throw error;
      await wait(lookAgainMs);
    }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  });
}

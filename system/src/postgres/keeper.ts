import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres, type PostgresOptions, type PostgresServer } from './postgres-server.ts';
import { describeError } from '../problem.ts';
import { chooseRestartDelay } from '../processes/restart-delay.ts';

/**
 * Starts the embedded PostgreSQL and keeps it running: should it end by itself, it starts again on the same port, where
 * the subgraphs look for it.
 *
 * @throws {Problem} when the first start fails; later ones are logged and tried again.
 */
export async function keepPostgres(options: PostgresOptions, log: (line: string) => void): Promise<PostgresServer> {
  let current = await startPostgres(options);
  const first = current;
  const stopping = new AbortController();
  const keeping = (async () => {
    for (;;) {
      await current.stopped;
      if (stopping.signal.aborted) return;
      log('PostgreSQL ended by itself; starting it again');
      const again = await restart({ ...options, port: first.port, signal: stopping.signal }, log);
      if (again === null) return;
      current = again;
    }
  })();
  return {
    ...first,
    stopped: keeping,
    stop: async (hurry) => {
      stopping.abort();
      await current.stop(hurry);
      await keeping;
    },
  };
}

/** Tries until it runs; null when `signal` aborts before. */
async function restart(
  options: PostgresOptions & { readonly signal: AbortSignal },
  log: (line: string) => void,
): Promise<PostgresServer | null> {
  for (let failures = 1; ; failures += 1)
    try {
      return await startPostgres(options);
    } catch (error) {
      if (options.signal.aborted) return null;
      log(describeError(error));
      await delay(chooseRestartDelay(failures), undefined, { signal: options.signal }).catch(() => undefined);
    }
}

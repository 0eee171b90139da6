import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A throw-away PostgreSQL, whose user may create databases and roles. It goes when disposed of, or with this process. */
export interface HeldPostgres extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a throw-away PostgreSQL in a process of its own. Ctrl-C ends this process alone; the other notices that its
 * channel closes, and removes PostgreSQL and its data.
 *
 * @throws when PostgreSQL does not start; its message is on stderr.
 */
export async function holdPostgres(): Promise<HeldPostgres> {
  const script = fileURLToPath(new URL('./hold-postgres.ts', import.meta.url));
  const holder = fork(script, { execArgv: [], detached: true });
  const ended = once(holder, 'exit');
  const failed = ended.then(() => {
    throw new Error('PostgreSQL did not start; its message stands above');
  });
  const message: unknown[] = await Promise.race([once(holder, 'message'), failed]);
  failed.catch(() => undefined);
  return {
    url: String(message[0]),
    [Symbol.asyncDispose]: async () => {
      if (holder.connected) holder.disconnect();
      await ended;
    },
  };
}

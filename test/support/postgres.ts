import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a PostgreSQL whose user may create databases and roles: `inject('databaseUrl')`. */
    databaseUrl: string;
  }
}

/**
 * Gives the tests of one run a PostgreSQL: the one of `DATABASE_URL`, else a throw-away one that is removed at the end.
 *
 * Tests do not use it directly: `createDatabase` gives each its own database.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL'] ?? '';
  if (given !== '') {
    project.provide('databaseUrl', given);
    return undefined;
  }
  const holder = fork(fileURLToPath(new URL('./hold-postgres.ts', import.meta.url)), {
    execArgv: [],
    // Ctrl-C ends the tests; the holder follows when they are gone.
    detached: true,
  });
  const ended = once(holder, 'exit');
  const failed = ended.then(() => {
    throw new Error('PostgreSQL for the tests did not start; its message stands above');
  });
  const message: unknown[] = await Promise.race([once(holder, 'message'), failed]);
  project.provide('databaseUrl', String(message[0]));
  failed.catch(() => undefined);
  return async () => {
    holder.disconnect();
    await ended;
  };
}

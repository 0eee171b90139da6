import type { TestProject } from 'vitest/node';
import { holdPostgres } from './held-postgres.ts';

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
  const server = await holdPostgres();
  project.provide('databaseUrl', server.url);
  return () => Promise.resolve(server[Symbol.asyncDispose]());
}

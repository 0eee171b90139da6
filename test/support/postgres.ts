import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { holdPostgres } from './held-postgres.ts';
import { dropDatabase } from './named-database.ts';
import { removeFolder } from './remove-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a PostgreSQL whose user may create databases and roles: `inject('databaseUrl')`. */
    databaseUrl: string;
    /** Name of the database of this run that has the published files in it, once the first test that needs them has loaded them. */
    publishedDatabase: string;
  }
}

/**
 * Gives the tests of one run a PostgreSQL: the one of `DATABASE_URL`, else a throw-away one that is removed at the end; and a
 * folder in which the programs that they run keep compiled code for each other.
 *
 * Tests do not use it directly: `createDatabase` gives each its own database.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const compiled = await mkdtemp(join(tmpdir(), 'boroughgraph-test-compiled-'));
  process.env['NODE_COMPILE_CACHE'] = compiled;
  const removeDatabases = await provideDatabases(project);
  return async () => {
    await removeDatabases();
    await removeFolder(compiled);
  };
}

async function provideDatabases(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'] ?? '';
  const published = `boroughgraph_test_published_${process.pid}`;
  project.provide('publishedDatabase', published);
  if (given !== '') {
    project.provide('databaseUrl', given);
    // It may be left over from an earlier run that was killed.
    await dropDatabase(given, published);
    return () => dropDatabase(given, published);
  }
  const server = await holdPostgres();
  project.provide('databaseUrl', server.url);
  return () => Promise.resolve(server[Symbol.asyncDispose]());
}

import { threadId } from 'node:worker_threads';
import postgres from 'postgres';
import { inject } from 'vitest';
// Declares what the global setup provides.
import type {} from './postgres.ts';
import { createNamedDatabase, dropDatabase } from './named-database.ts';

/** A database for one test file, or one test. Its user is a superuser or, with `DATABASE_URL`, whoever that names. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly sql: postgres.Sql;
}

let databases = 0;

/** Makes an empty database, and drops it when it is disposed of: `await using database = await createDatabase()`. */
export async function createDatabase(): Promise<TestDatabase> {
  databases += 1;
  // Test files run in processes or threads of their own; the three numbers together belong to one database.
  const name = `boroughgraph_test_${process.pid}_${threadId}_${databases}`;
  const serverUrl = inject('databaseUrl');
  // The name may be left over from an earlier run that was killed.
  const url = await createNamedDatabase(serverUrl, name);
  const sql = postgres(url, { max: 4, onnotice: () => undefined });
  return {
    url,
    sql,
    [Symbol.asyncDispose]: async () => {
      await sql.end({ timeout: 1 });
      await dropDatabase(serverUrl, name);
    },
  };
}

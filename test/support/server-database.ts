import { threadId } from 'node:worker_threads';
import postgres from 'postgres';
import { createNamedDatabase, dropDatabase } from './named-database.ts';

/** A database for one test file, or one test. Its user is a superuser or, with `DATABASE_URL`, whoever that names. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly sql: postgres.Sql;
}

let databases = 0;

/** Makes a database on a server, empty or as a copy of `template`, and drops it when it is disposed of. */
export async function createDatabaseOn(serverUrl: string, template: string | null = null): Promise<TestDatabase> {
  databases += 1;
  // Test files run in processes or threads of their own; the three numbers together belong to one database.
  const name = `boroughgraph_test_${process.pid}_${threadId}_${databases}`;
  // The name may be left over from an earlier run that was killed.
  const url = await createNamedDatabase(serverUrl, name, template);
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

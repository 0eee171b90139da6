import { inject } from 'vitest';
// Declares what the global setup provides.
import type {} from './postgres.ts';
import { createDatabaseOn, type TestDatabase } from './server-database.ts';

export type { TestDatabase } from './server-database.ts';

/** Makes an empty database, and drops it when it is disposed of: `await using database = await createDatabase()`. */
export function createDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(inject('databaseUrl'));
}

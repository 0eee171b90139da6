import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { openStore, type StoreDatabase } from './database.ts';
import { migrateStore } from './migrate.ts';
import { readFactsByKey } from './read-facts.ts';
import { readSeries } from './read-series.ts';
import { readUntil } from './read-until.ts';

let database: TestDatabase;
let store: StoreDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema library`;
  await migrateStore(database.sql, 'library');
});
beforeEach(() => {
  store = openStore({ url: database.url, schema: 'library', connections: 1 });
  return () => store.close();
});
afterAll(() => database[Symbol.asyncDispose]());

/** Reads a number of series and of facts in as many releases. */
async function read(howMany: number): Promise<void> {
  const keys = Array.from({ length: howMany }, (_, place) => ({
    indicatorId: 'visits',
    place: `area:${place}`,
    dimensionKey: '',
  }));
  const releaseNumbers = keys.map((_, number) => number);
  const reader = readUntil(store, new AbortController().signal);
  await readSeries(reader, keys, releaseNumbers);
  await readFactsByKey(store, { kind: 'site', keys: keys.map(({ place }) => place), releaseNumbers });
}

/** What the one connection keeps: statements of these tests have names, the question itself has none. */
const kept = () =>
  store.sql.unsafe<{ statement: string; generic_plans: string; custom_plans: string }[]>(
    'select statement, generic_plans, custom_plans from pg_prepared_statements order by statement',
  );

it('plans a text once on a connection, whatever the lengths of its lists', async () => {
  // Of many releases some may be bound, which is another text.
  for (const howMany of [1, 2, 7, 12, 20, 40, 70, 99]) await read(howMany);
  const statements = await kept();
  expect(
    statements.map(({ statement, custom_plans, generic_plans }) => [
      /from (?:unnest|"fact")/.exec(statement)?.[0],
      custom_plans,
      generic_plans,
    ]),
  ).toEqual([
    ['from unnest', '0', '4'],
    ['from unnest', '0', '4'],
    ['from "fact"', '0', '8'],
  ]);
});

it('answers behind a pooler that loses statements, and prepares no more', async () => {
  await read(1);
  await store.sql.unsafe('deallocate all');
  await read(2);
  await store.sql.unsafe('deallocate all');
  await read(3);
  expect(await kept()).toEqual([]);
});

it('answers after the tables have changed under a statement', async () => {
  await read(1);
  await database.sql`alter table library.fact alter column kind type varchar collate "C"`;
  await read(2);
  await database.sql`alter table library.fact alter column kind type text collate "C"`;
  await read(3);
  expect(await kept()).toHaveLength(2);
});

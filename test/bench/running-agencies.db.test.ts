import { agencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import postgres from 'postgres';
import { expect, inject, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { dropDatabase } from '../support/named-database.ts';
// Declares what the global setup provides.
import type {} from '../support/postgres.ts';
import { databaseOf, makeBaseDataset, makeGeneratedDataset } from './data/datasets.ts';
import { startAgencies } from './running-agencies.ts';

it('has agencies that connect as their readers, whom row-level security binds, to a copied database too', async () => {
  const serverUrl = inject('databaseUrl');
  await using resources = new AsyncDisposableStack();
  const base = await makeBaseDataset(serverUrl, `bench_agencies_${process.pid}`, false);
  resources.defer(() => dropDatabase(serverUrl, databaseOf(base)));
  const dataset = await makeGeneratedDataset(serverUrl, base, { wards: 1, firstMonth: '2023-11' });
  resources.defer(() => dropDatabase(serverUrl, databaseOf(dataset)));
  const { list } = resources.use(await startAgencies(dataset));
  // Answers 200 where what is served can be read.
  const statuses = await Promise.all(list.map(async ({ url }) => (await fetch(new URL('/ready', url))).status));
  const sql = postgres(serverUrl, { max: 1 });
  resources.defer(() => sql.end());
  const sessions = await sql`
    select distinct usename as role, rolsuper or rolbypassrls as sees_all,
      has_database_privilege(usename, datname, 'temporary') as makes_tables
    from pg_stat_activity join pg_roles on rolname = usename
    where datname = ${databaseOf(dataset)} and application_name = 'boroughgraph' order by role`;
  expect(statuses).toEqual(agencies.map(() => 200));
  const readers = agencies.map((agency) => agencyRoles(agency, databaseOf(dataset)).reader).toSorted();
  expect([...sessions]).toEqual(readers.map((role) => ({ role, sees_all: false, makes_tables: false })));
});

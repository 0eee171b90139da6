import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '../support/example-dataset.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';

/*
 * What the role of a server could do if somebody spoke SQL through it. The dataset is made up, and withholds counts below ten
 * million, so that a withheld one can be told from every other number in the database.
 */
const policy = { ...libraryVisitsDataset.disclosurePolicy, minimumCount: 10_000_000 };
const datasets = [{ ...libraryVisitsDataset, disclosurePolicy: policy }];
const withheld = [7_345_101, 7_345_102, 7_345_103];
const published = 73_451_040;

let system: RunningSystem;
let policing: RunningAgency;
let sql: postgres.Sql;
beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
  const found = system.agencies.get('policing');
  if (found === undefined) throw new Error('policing does not run');
  policing = found;
  sql = postgres(policing.readerUrl, { max: 1, onnotice: () => undefined, connection: { search_path: 'policing' } });
  const rows = [...withheld, published].map(
    (value, index) => `${libraryVisits.id},Hackney,2024-0${index + 1},${value}`,
  );
  const report = await loadText({
    sql: policing.store.sql,
    datasets,
    dataset: libraryVisitsDataset.id,
    source: sourceFile('visits.csv', new TextEncoder().encode(`indicator,area,period,value\n${rows.join('\n')}\n`)),
    publishedAt: '2025-01-01',
  });
  expect(report.outcome).toBe('loaded');
}, 60_000);
afterAll(async () => {
  await sql.end({ timeout: 1 });
  await system[Symbol.asyncDispose]();
});

describe('the role of a server', () => {
  it('reads what is served, and no other table of any agency', async () => {
    const readable = await sql<{ name: string }[]>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') order by 1`;
    expect(readable.map(({ name }) => name)).toEqual([
      'policing.agreement',
      'policing.catalogue_version',
      'policing.coverage',
      'policing.fact',
      // Of which it finds rows only for an agency's own people: see `of_own_people`.
      'policing.load_report',
      'policing.own_organisation',
      'policing.pending_checksum',
      'policing.pending_series',
      'policing.release',
      'policing.restricted_part',
      'policing.series',
      'policing.volume',
      'policing.volume_series',
    ]);
  });

  it('finds a withheld count of a file nowhere that it can read, and a published one where it is served', async () => {
    const found: string[] = [];
    const readable = await sql<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;
    for (const { schema, name } of readable) {
      // Some views of the system's catalogue are for other roles alone, and say so when they are read.
      const texts = await sql<{ text: string }[]>`
        select each::text as text from ${sql(schema)}.${sql(name)} as each where each::text like '%73451%'`.catch(
        () => [],
      );
      found.push(...texts.map(({ text }) => `${schema}.${name}: ${text}`));
    }
    expect(found.filter((text) => withheld.some((value) => text.includes(String(value))))).toEqual([]);
    expect(found.filter((text) => text.includes(String(published))).map((text) => text.split(':')[0])).toContain(
      'policing.series',
    );
  });

  it.each([
    ['insert', "insert into release (id) values ('x')"],
    ['update', "update release set recalled_at = now(), recall_reason = 'x'"],
    ['delete', 'delete from series'],
    ['truncate', 'truncate fact'],
    ['lock the queue of loads', 'select from catalogue_version for update'],
    ['drop', 'drop table series'],
    ['lift an embargo', 'alter table release disable row level security'],
    ['read the view of people', 'select from observation'],
    ['read the migrations', 'select from migration'],
    ['create', 'create table mine (value integer)'],
    ['create elsewhere', 'create table public.mine (value integer)'],
    ['create a schema', 'create schema mine'],
    ['read another agency', 'select from health.series'],
    ['become the owner', 'set role boroughgraph_policing'],
    ['run a program', "copy (select 1) to program 'cat'"],
    ['read a file', "select pg_read_file('postgresql.conf')"],
  ])('may not %s', async (_what, statement) => {
    await expect(sql.unsafe(statement)).rejects.toThrow(
      /permission denied|must be owner|must be superuser|does not exist|pg_execute_server_program/,
    );
  });

  it('serves: the server that connects with it answers', async () => {
    const { data, errors } = await system.ask('{ policing { datasets { id latestRelease { id } } } }');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ policing: { datasets: expect.any(Array) as unknown } });
  });
});

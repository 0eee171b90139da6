import { parseArgs } from 'node:util';
import { seriesColumns } from '@boroughgraph/kit/inside/store/series-columns.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { agencies } from '../support/all-agencies.ts';
import { admitAgencies, agencyUrl } from '../support/agency-databases.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { createNamedDatabase } from '../support/named-database.ts';
import { readUse } from './cpu.ts';
import { databaseOf, type Dataset, makeBaseDataset } from './data/datasets.ts';
import { findPostgres } from './find-postgres.ts';
import { wholeNumberOf } from './number-options.ts';
import { table } from './report-table.ts';
import { startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';
import { boroughSafety } from './workloads/borough-safety.ts';
import { fillWindow } from './workloads/workload.ts';

/*
 * What borough-safety costs where there is a hundred times as much data: `npm run bench:hundredfold`, with `--published` over all files of the
 * manifest (some gigabytes), and with `--times 10` for less. Each series stands a hundred times in the second database, under places that nobody
 * asks for. Two systems in turns, without the response cache; processor time of gateway, agencies and PostgreSQL together, when what is asked for
 * is known to them, and when nothing is, since the store has just changed.
 */

const { values: options } = parseArgs({ options: { published: { type: 'boolean' }, times: { type: 'string' } } });
const times = wholeNumberOf('--times', options.times, 100);
const rounds = 8;
const requestsEach = 32;

await using server = await holdPostgres();
const postgresPid = await findPostgres(server.url);
const copied = seriesColumns.map(({ name }) => (name === 'place' ? `c.place || ':' || n` : `c."${name}"`)).join(', ');
const plain = await makeBaseDataset(server.url, 'plain', options.published === true);
const multiplied = await multiply(plain);
await using one = await startSubject(plain);
await using many = await startSubject(multiplied);
const subjects = [one, many];
for (let time = 0; time < 4; time += 1) for (const subject of subjects) await ask(subject, time);
const known = subjects.map((): number[] => []);
const anew = subjects.map((): number[] => []);
for (let round = 0; round < rounds; round += 1)
  for (const [index, subject] of subjects.entries()) {
    known[index]?.push(await cpuMsOf(subject, () => ask(subject, round)));
    anew[index]?.push(
      await cpuMsOf(subject, async () => {
        for (const { sql } of subject.stores) await sql`update catalogue_version set version = version + 1`;
        await ask(subject, round);
      }),
    );
  }
const rows = [
  ['known', known],
  ['after a change', anew],
] as const;
console.log(
  table(
    ['ms a request', 'plain', `${times} times the data`, 'times'],
    rows.map(([name, lists]) => {
      const [first = 0, second = 0] = lists.map(median);
      return [name, first.toFixed(2), second.toFixed(2), (second / first).toFixed(2)];
    }),
  ),
);
for (const { stores } of subjects) for (const { close } of stores) await close();
// The connections would hold the process.
process.exit();

/** A database as another, in which each series stands many times. */
async function multiply(base: Dataset): Promise<Dataset> {
  const template = databaseOf(base);
  const databaseUrl = await createNamedDatabase(server.url, `${template}_multiplied`, template);
  await admitAgencies(databaseUrl);
  for (const { sql, close } of storesOf(databaseUrl)) {
    await sql`set statement_timeout = 0`;
    await sql`create temporary table copied as select * from series`;
    await sql`insert into series (${sql.unsafe(seriesColumns.map(({ name }) => `"${name}"`).join(', '))})
      select ${sql.unsafe(copied)} from copied c, generate_series(1, ${times - 1}::integer) n`;
    await sql`vacuum analyze`;
    await close();
  }
  return { ...base, databaseUrl };
}

function storesOf(databaseUrl: string) {
  return agencies.map(({ name, databaseSchema: schema }) =>
    openStore({ url: agencyUrl(databaseUrl, name, 'owner'), schema, connections: 1 }),
  );
}

async function startSubject(dataset: Dataset) {
  const resources = new AsyncDisposableStack();
  const running = resources.use(await startAgencies(dataset));
  const { program, url } = await startOwnGateway(urlsOf(running), [], 0);
  resources.use(program);
  const pids = [program.pid, ...running.list.map(({ pid }) => pid)];
  return {
    url,
    pids,
    stores: storesOf(dataset.databaseUrl),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

type Subject = Awaited<ReturnType<typeof startSubject>>;

/** Asks for the first boroughs, in months that depend on the round. */
async function ask({ url }: Subject, round: number): Promise<void> {
  for (let index = 0; index < requestsEach; index += 1) {
    const { kind, window } = boroughSafety.choose(round * requestsEach + index);
    const { query, variables } = boroughSafety.kinds[kind] ?? { query: '', variables: {} };
    const body = fillWindow(JSON.stringify({ query, variables }), window);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { errors } = (await response.json()) as { readonly errors?: unknown };
    if (response.status !== 200 || errors !== undefined) throw new Error(`not answered: ${JSON.stringify(errors)}`);
  }
}

async function cpuMsOf({ pids }: Subject, work: () => Promise<void>): Promise<number> {
  const used = () => [...pids, postgresPid].reduce((sum, pid) => sum + (readUse(pid)?.cpuMs ?? 0), 0);
  const before = used();
  await work();
  return (used() - before) / requestsEach;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
}

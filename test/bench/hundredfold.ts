import { setTimeout } from 'node:timers/promises';
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
const settlingMs = 1_500;

await using server = await holdPostgres();
const postgresPid = await findPostgres(server.url);
const copied = seriesColumns.map(({ name }) => (name === 'place' ? `c.place || ':' || n` : `c."${name}"`)).join(', ');
const base = await makeBaseDataset(server.url, 'base', options.published === true);
// Both are copies, so that their agencies have the same rights.
await using one = await startSubject(await multiply(base, 1));
await using many = await startSubject(await multiply(base, times));
const subjects = [one, many];
for (let time = 0; time < 4; time += 1) for (const subject of subjects) await ask(subject, time);
const known = subjects.map((): (readonly number[])[] => []);
const anew = subjects.map((): (readonly number[])[] => []);
for (let round = 0; round < rounds; round += 1)
  for (const [index, subject] of subjects.entries()) {
    known[index]?.push(await cpuMsOf(subject, () => ask(subject, round)));
    anew[index]?.push(
      await cpuMsOf(subject, async () => {
        for (const { sql } of subject.stores) await sql`update catalogue_version set version = version + 1`;
        await ask(subject, round);
        // What an agency does by itself after a change, as reading what can be searched for, belongs to it.
        await setTimeout(settlingMs);
      }),
    );
  }
const rows = [
  ['known', known],
  ['after a change', anew],
] as const;
const parts = [
  ['gateway', (each: readonly number[]) => each[0] ?? 0],
  ['agencies', (each: readonly number[]) => sumOf(each.slice(1, -1))],
  ['PostgreSQL', (each: readonly number[]) => each.at(-1) ?? 0],
  ['all', sumOf],
] as const;
console.log(
  table(
    ['ms a request', 'of', 'plain', `${times} times the data`, 'times'],
    rows.flatMap(([name, lists]) =>
      parts.map(([part, read]) => {
        const [first = 0, second = 0] = lists.map((each) => median(each.map(read)));
        return [name, part, first.toFixed(2), second.toFixed(2), first === 0 ? '' : (second / first).toFixed(2)];
      }),
    ),
  ),
);
for (const { stores } of subjects) for (const { close } of stores) await close();
// The connections would hold the process.
process.exit();

/** A database as another, in which each series stands many times. */
async function multiply(base: Dataset, by: number): Promise<Dataset> {
  const template = databaseOf(base);
  const databaseUrl = await createNamedDatabase(server.url, `${template}_by_${by}`, template);
  await admitAgencies(databaseUrl);
  for (const { sql, close } of storesOf(databaseUrl)) {
    await sql`set statement_timeout = 0`;
    await sql`create temporary table copied as select * from series`;
    await sql`insert into series (${sql.unsafe(seriesColumns.map(({ name }) => `"${name}"`).join(', '))})
      select ${sql.unsafe(copied)} from copied c, generate_series(1, ${by - 1}::integer) n`;
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

/** Of the processes of a system, the gateway first, and of PostgreSQL, last. */
async function cpuMsOf({ pids }: Subject, work: () => Promise<void>): Promise<readonly number[]> {
  const used = () => [...pids, postgresPid].map((pid) => readUse(pid)?.cpuMs ?? 0);
  const before = used();
  await work();
  return used().map((ms, index) => (ms - (before[index] ?? 0)) / requestsEach);
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

import { describeDataFolder } from '@boroughgraph/system/data-folder.ts';
import { findRunningPostgres } from '@boroughgraph/system/postgres-server.ts';
import postgres from 'postgres';
import { publishedFile } from '../../support/published-files.ts';
import { loadManifest, startCheckout, type CheckoutPlace } from './running-checkout.ts';

/**
 * Fills the data folder of a checkout by its own code, with all published files where they are at hand and else with its
 * sample, and stops it again: the next start is a warm one.
 */
export async function prepareData(place: CheckoutPlace): Promise<void> {
  await using running = await startCheckout(place);
  const manifest = publishedFile('manifest.json');
  if (manifest === null)
    console.log(`${running.checkout.name}: the published files are not at hand: its sample stands for them`);
  else await loadManifest(place, manifest);
  await tidyUp(place.data);
}

/**
 * Leaves the tables as they are after a quiet night, which would otherwise come in the middle of a measurement.
 *
 * @throws when no PostgreSQL of the project runs on the data folder.
 */
async function tidyUp(data: string): Promise<void> {
  const url = findRunningPostgres(describeDataFolder(data));
  if (url === null) throw new Error(`no PostgreSQL runs on ${data}`);
  const databases = await inDatabase(url, (sql) => {
    return sql<{ name: string }[]>`select datname as name from pg_database where datallowconn and not datistemplate`;
  });
  for (const { name } of databases) await inDatabase(new URL(`/${name}`, url).href, (sql) => sql`vacuum analyze`);
}

async function inDatabase<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

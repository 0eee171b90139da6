import { agencyNames } from '../agency-names.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { describeError, Problem } from '../problem.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import type { Settings } from '../settings.ts';
import { type AgencyDatabase, openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { say } from '../terminal.ts';
import { criticise } from './critic.ts';
import { describeFinding, groupFindings } from './finding.ts';
import { HeldFigures, type HeldSeries } from './held-series.ts';
import { readHeldSeries } from './read-held-series.ts';

/** What the critic reads, and how it is told to stop. */
export interface CriticRequest {
  readonly agencies: ReadonlyMap<string, Subgraph>;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
}

/**
 * Reads what all agencies serve, of the system that runs or, when none does, of its data, and says what contradicts what. True where nothing
 * that is held cannot be. It changes nothing: a person decides.
 *
 * @throws {Problem} when a database fails.
 */
export async function runCritic({ agencies, settings, shutdown }: CriticRequest): Promise<boolean> {
  await using resources = new AsyncDisposableStack();
  const wanted = agencyNames.filter(({ slug }) => agencies.has(slug));
  const databases = await openDatabases({ settings, agencies: wanted, command: 'load', shutdown, resources });
  for (const database of databases) await migrateAgency(database);
  const series: HeldSeries[] = [];
  for (const database of databases) {
    shutdown.stop.throwIfAborted();
    series.push(...(await read(agencies, database)));
  }
  const groups = groupFindings(criticise(new HeldFigures(series)));
  for (const group of groups) say(describeFinding(group));
  say(summaryOf(series, groups.length));
  return groups.every(({ first }) => first.surprise.kind !== 'impossible');
}

async function read(agencies: CriticRequest['agencies'], database: AgencyDatabase): Promise<readonly HeldSeries[]> {
  const { slug } = database.agency;
  const subgraph = agencies.get(slug);
  if (subgraph === undefined) return [];
  try {
    return await readHeldSeries({ subgraph: { ...subgraph, name: slug }, readerUrl: database.readerUrl });
  } catch (error) {
    throw new Problem(`${slug}: the database failed while it was read (${describeError(error)})`, { cause: error });
  }
}

function summaryOf(series: readonly HeldSeries[], findings: number): string {
  const figures = series.reduce((sum, one) => sum + one.figures.size, 0);
  const datasets = new Set(series.map(({ agency, dataset }) => `${agency}/${dataset.id}`)).size;
  const number = (value: number) => value.toLocaleString('en-GB');
  return `${number(figures)} figures of ${number(datasets)} datasets: ${findings === 0 ? 'nothing' : number(findings)} to look at`;
}

import { writeFileSync } from 'node:fs';
import type { Inspect } from '@boroughgraph/kit/loading/inspection.ts';
import { loadFile } from '@boroughgraph/kit/loading/load-file.ts';
import { reportPage } from '@boroughgraph/kit/loading/report-page.ts';
import { formatReport, type LoadOutcome, type LoadReport } from '@boroughgraph/kit/loading/report.ts';
import type postgres from 'postgres';
import type { AgencyName } from '../agency-names.ts';
import type { FileToLoad, LoadSwitches } from '../load-commands.ts';
import { inspectorOf } from '../critic/inspect-release.ts';
import { openToRead } from '../critic/read-held-series.ts';
import { findLinkedAgencies, readableAgencies, without } from './linked-agencies.ts';
import { describeBrokenOperations, readNeededIndicators } from './needed-by-operations.ts';
import { planLoads, type PlannedLoad } from './load-plan.ts';
import { showProgress } from './load-progress.ts';
import { formatSummary } from './load-summary.ts';
import type { LoadingAgencies } from './loading-agencies.ts';
import { type AgencyDatabase, openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { Problem, describeError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { throwOnAbort, type Shutdown } from '../processes/shutdown.ts';
import { openStoreConnection } from '../stores/store-connection.ts';
import { say } from '../terminal.ts';

/** What to load, where to, and how it is told to stop. */
export interface LoadRequest extends LoadSwitches {
  readonly files: readonly FileToLoad[];
  /** True when a manifest lists the files, which may be of datasets that are not known yet. */
  readonly isManifest: boolean;
  readonly agencies: LoadingAgencies;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
}

/**
 * Loads files one after another, into the system that runs or, when none does, into its data. True when none was refused,
 * rejected or recalled before, nor a single one empty. Prints a report for each file and a table of all.
 *
 * @throws {Problem} before the first file when an entry is wrong, and when a database fails; files before that stay loaded.
 */
export async function load(request: LoadRequest): Promise<boolean> {
  const { settings, shutdown } = request;
  const { loads, unknown } = planLoads(request.files, request.agencies, request.isManifest);
  for (const [name, count] of unknown) say(`not known yet: ${name} (${count} ${count === 1 ? 'file' : 'files'})`);
  if (loads.length === 0) {
    say('There is nothing to load.');
    return true;
  }
  await using resources = new AsyncDisposableStack();
  const loading = new Set(loads.map((each) => each.agency));
  const agencies = [...new Set([...loading, ...findLinkedAgencies(loads, request.agencies)])];
  const databases = await openDatabases({ settings, agencies, command: 'load', shutdown, resources });
  for (const database of databases) if (loading.has(database.agency)) await migrateAgency(database);
  const connections = new Map(databases.map((database) => [database.agency, openStoreConnection(database)]));
  resources.defer(async () => {
    await Promise.all([...connections.values()].map((sql) => sql.end({ timeout: 1 })));
  });
  return await loadAll(request, loads, {
    connections,
    inspectors: inspectorsOf(databases, request.agencies, resources),
  });
}

/** By agency, who looks at what is loaded beside what it serves. */
function inspectorsOf(
  databases: readonly AgencyDatabase[],
  agencies: LoadingAgencies,
  resources: AsyncDisposableStack,
): ReadonlyMap<AgencyName, Inspect> {
  return new Map(
    databases.flatMap(({ agency, readerUrl }) => {
      const known = agencies.get(agency.slug);
      if (known === undefined) return [];
      const subgraph = { ...known, name: agency.slug };
      const store = openToRead({ subgraph, readerUrl });
      resources.defer(() => store.close());
      return [[agency, inspectorOf(subgraph, store)] as const];
    }),
  );
}

async function loadAll(
  request: LoadRequest,
  loads: readonly PlannedLoad[],
  {
    connections,
    inspectors,
  }: {
    readonly connections: ReadonlyMap<AgencyName, postgres.Sql>;
    readonly inspectors: ReadonlyMap<AgencyName, Inspect>;
  },
): Promise<boolean> {
  const reports: LoadReport[] = [];
  const needed = readNeededIndicators();
  const readable = await readableAgencies(connections, request.agencies);
  for (const [index, each] of loads.entries()) {
    const progress = showProgress(each, { number: index + 1, of: loads.length }, process.stdout);
    const sql = connections.get(each.agency);
    if (sql === undefined) throw new Error(`no connection was opened for ${each.agency.slug}`);
    const others = without(readable, each.agency.slug);
    const inspect = inspectors.get(each.agency) ?? null;
    const loading = loadOne(request, each, { sql, others, inspect, onProgress: progress.update });
    const report = await throwOnAbort(loading, request.shutdown.stop).finally(progress.clear);
    say([formatReport(report), ...describeBrokenOperations(report, needed)].join('\n'));
    reports.push(report);
  }
  say(`\n${formatSummary(reports)}`);
  if (request.page !== null) writeFileSync(request.page, reportPage(reports));
  const failures = request.isManifest ? failuresOfManifest : [...failuresOfManifest, 'empty'];
  return reports.every(({ outcome }) => !failures.includes(outcome));
}

/** What the command has not done although it was asked to. Of many editions, one may have nothing for London. */
const failuresOfManifest: readonly LoadOutcome[] = ['refused', 'rejected', 'recalled'];

async function loadOne(
  { agencies, isDryRun, acceptRejects, reinstateRecalled, isManifest, ...request }: LoadRequest,
  { agency, ...planned }: PlannedLoad,
  use: Pick<Parameters<typeof loadFile>[0], 'sql' | 'others' | 'inspect' | 'onProgress'>,
): Promise<LoadReport> {
  const { dataset, file } = planned;
  const datasets = agencies.get(agency.slug)?.datasets ?? [];
  const confirmRevision = request.confirmRevision || planned.confirmRevision === true;
  const switches = { isDryRun, acceptRejects, reinstateRecalled, acceptEndedEmbargo: isManifest, confirmRevision };
  try {
    return await loadFile({ ...use, ...planned, ...switches, agency: agency.slug, datasets });
  } catch (error) {
    throw new Problem(
      `${agency.slug}/${dataset}: the database failed while ${file} was loaded (${describeError(error)}). Nothing of this file is stored; those before it are.`,
      { cause: error },
    );
  }
}

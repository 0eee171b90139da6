import { existsSync } from 'node:fs';
import { type AuditPlace, openAuditChain } from '@boroughgraph/gateway/audit/audit-chain.ts';
import { auditYears, removeOutdated } from '@boroughgraph/gateway/audit/remove-outdated.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { isForEverybody } from '@boroughgraph/kit/datasets/open-part.ts';
import { restrictedYearsOf } from '@boroughgraph/kit/datasets/retention.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { type DeletedPart, deleteOutdated, type Retention } from '@boroughgraph/kit/store/delete-outdated.ts';
import { agencyNames } from '../agency-names.ts';
import type { LoadingAgencies } from '../loading/loading-agencies.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import type { Settings } from '../settings.ts';
import { type AgencyDatabase, openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { complain, say } from '../terminal.ts';

/** What the command runs with. */
export interface RetentionRequest {
  readonly agencies: LoadingAgencies;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
  /** Where requests are written down. */
  readonly audit: AuditPlace;
}

/**
 * Deletes what is held no longer: figures for named users, of all agencies, and records of the audit; says what went, and writes it down there.
 * False where the audit is not as it was written: nothing of it goes then, since the traces would go with it.
 *
 * @throws {Problem} when a database is away; what was deleted until then stays so.
 * @throws when what was deleted cannot be written down.
 */
export async function applyRetention({ agencies, settings, shutdown, audit }: RetentionRequest): Promise<boolean> {
  await using resources = new AsyncDisposableStack();
  const wanted = agencyNames.filter(({ slug }) => agencies.has(slug));
  const databases = await openDatabases({ settings, agencies: wanted, command: 'retention', shutdown, resources });
  for (const database of databases) {
    const { slug } = database.agency;
    const deleted = await deleteFor(database, agencies.get(slug)?.datasets ?? []);
    for (const part of deleted) say(describeDeleted(slug, part));
    await writeDown(audit, slug, deleted);
    if (deleted.length === 0) say(`${slug}: nothing is held for longer than its dataset says.`);
  }
  return await removeRecords(audit);
}

async function deleteFor(database: AgencyDatabase, datasets: readonly DatasetDefinition[]) {
  await migrateAgency(database);
  const store = openStore({ url: database.url, schema: database.agency.schema, connections: 1 });
  try {
    return await deleteOutdated(store, datasets.flatMap(retentionOf));
  } finally {
    await store.close();
  }
}

function retentionOf(dataset: DatasetDefinition): readonly Retention[] {
  if (isForEverybody(dataset)) return [];
  return [{ datasetId: dataset.id, years: restrictedYearsOf(dataset), isWhole: dataset.accessTier !== 'OPEN' }];
}

function describeDeleted(agency: string, { datasetId, releases, series }: DeletedPart): string {
  const recalled = releases.length === 0 ? '' : `; recalled: ${releases.join(', ')}`;
  return `${agency}: ${datasetId}: ${series} series for named users are deleted${recalled}`;
}

async function writeDown(place: AuditPlace, agency: string, deleted: readonly DeletedPart[]): Promise<void> {
  if (deleted.length === 0) return;
  const at = new Date().toISOString();
  const chain = await openAuditChain(place);
  try {
    await chain.add(
      deleted.map(({ datasetId, releases, series }) => ({
        kind: 'retention',
        at,
        agency,
        dataset: datasetId,
        releases: [...releases],
        series,
      })),
    );
  } finally {
    await chain.close();
  }
}

async function removeRecords(place: AuditPlace): Promise<boolean> {
  if (!existsSync(place.folder)) return true;
  const removed = await removeOutdated(place, Date.now());
  if (removed.kind === 'refused') {
    for (const problem of removed.problems) complain(problem);
    complain('The audit is not as it was written: nothing of it is removed.');
    return false;
  }
  for (const { writer, sequence, from, until } of removed.removals)
    say(`audit: ${sequence + 1} records of ${writer}, from ${from} to ${until}, are removed`);
  if (removed.removals.length === 0) say(`audit: no records are older than ${auditYears} years.`);
  return true;
}

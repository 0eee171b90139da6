import type postgres from 'postgres';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { formatReport, type LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { restrictedPartsOf } from '@boroughgraph/kit/datasets/restricted-parts.ts';
import { writeRestrictedParts } from '@boroughgraph/kit/store/write-restricted-parts.ts';
import { loadReviewedFacts } from '@boroughgraph/kit/loading/reviewed.ts';
import { notePreparation } from '@boroughgraph/kit/store/preparation.ts';
import { renameDatasets } from '@boroughgraph/kit/store/rename-datasets.ts';
import { migrateAgency, type StoreToPrepare } from './migrate-agency.ts';
import { loadSample } from '../sample/sample.ts';
import { openStoreConnection } from './store-connection.ts';

/** One that is marked when it is prepared, so that the next start can pass it over. */
export interface MarkedStore extends StoreToPrepare {
  readonly mark: string;
}

/**
 * Makes the store of an agency ready to serve: its tables, the facts that come without a file, and the sample until
 * something real is loaded. True when something of the sample was loaded now. What is there already stays as it is, but for a
 * sample that is not wanted, which goes.
 *
 * @throws when the database is away or refuses; what was done until then stays, and a second call goes on from there.
 */
export async function prepareStore(
  database: MarkedStore,
  { datasets }: Pick<Subgraph, 'datasets'>,
  isSampleWanted = true,
): Promise<boolean> {
  await migrateAgency(database);
  const sql = openStoreConnection(database);
  try {
    const isSampleLoaded = await fill(sql, datasets, isSampleWanted);
    await notePreparation(sql, { mark: database.mark, schema: database.agency.schema });
    return isSampleLoaded;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function fill(sql: postgres.Sql, datasets: Subgraph['datasets'], isSampleWanted: boolean): Promise<boolean> {
  await renameDatasets(sql, datasets);
  for (const dataset of datasets) await writeRestrictedParts(sql, dataset.id, restrictedPartsOf(dataset));
  requireLoaded(await loadReviewedFacts(sql, datasets));
  if (!isSampleWanted) {
    await sql`delete from release where is_synthetic`;
    return false;
  }
  if (await hasRealRelease(sql, datasets)) return false;
  // Called again when a sample is there: a first start that was interrupted may have left half of it.
  const reports = await loadSample(sql, { datasets });
  return reports.some(({ outcome }) => outcome === 'loaded');
}

/** Reviewed facts are loaded at every start, so that they do not tell whether anybody has loaded anything. */
async function hasRealRelease(sql: postgres.Sql, datasets: Subgraph['datasets']): Promise<boolean> {
  const withFiles = datasets.filter((dataset) => dataset.reviewed === undefined).map((dataset) => dataset.id);
  const found = await sql`select from release where not is_synthetic and dataset_id = any(${withFiles}) limit 1`;
  return found.length > 0;
}

/** Reviewed facts are part of this project: a fault in them is a mistake of ours, and must not pass as a gap in the figures. */
function requireLoaded(reports: readonly LoadReport[]): void {
  const faulty = reports.filter(({ outcome }) => outcome === 'refused' || outcome === 'rejected');
  if (faulty.length > 0) throw new Error(faulty.map(formatReport).join('\n'));
}

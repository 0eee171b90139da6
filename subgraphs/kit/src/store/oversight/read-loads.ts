import { keptReport, type OversightQuestion, type ToldLoad } from '@boroughgraph/schema/wire/oversight.ts';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { StoreDatabase } from '../database.ts';
import { readUntil } from '../read-until.ts';
import { release } from '../tables.ts';
import { isVisible } from '../visibility.ts';
import { loadReport, reportsGrant } from './oversight-tables.ts';

/** Loads with what was reported of them, and whether there are more before them. */
export interface ReadLoads {
  readonly loads: readonly ToldLoad[];
  readonly hasMore: boolean;
}

const utc = (column: unknown) =>
  sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The columns of one load, each under a name of its own. */
const columns = {
  number: release.number,
  release: release.id,
  dataset: release.datasetId,
  file: release.sourceName,
  publishedAt: release.publishedAt,
  loadedAt: utc(release.loadedAt).as('loaded'),
  isSynthetic: release.isSynthetic,
  weight: release.weight,
  observations: release.observationCount,
  recalledAt: utc(release.recalledAt).as('recalled'),
  recallReason: release.recallReason,
  report: loadReport.body,
};

/**
 * What an agency has loaded, newest first: nothing that is still under an embargo, which its own people see no earlier than others. To be
 * asked for those alone who may know.
 *
 * @throws when the database fails, or the signal is aborted.
 */
export async function readLoads(
  database: StoreDatabase,
  signal: AbortSignal,
  { loads: count, before }: OversightQuestion,
): Promise<ReadLoads> {
  if (count === 0) return { loads: [], hasMore: false };
  const { orm } = readUntil(database, signal, JSON.stringify({ [reportsGrant]: true }));
  const rows = await orm
    .select(columns)
    .from(release)
    .leftJoin(loadReport, eq(loadReport.releaseNumber, release.number))
    .where(and(isVisible(release), before === null ? undefined : lt(release.number, before)))
    .orderBy(desc(release.number))
    .limit(count + 1);
  return { loads: rows.slice(0, count).map(toldLoadOf), hasMore: rows.length > count };
}

function toldLoadOf({
  report,
  loadedAt,
  ...row
}: Omit<ToldLoad, 'report' | 'loadedAt'> & {
  readonly loadedAt: string | null;
  readonly report: unknown;
}): ToldLoad {
  return { ...row, loadedAt: loadedAt ?? '', report: report === null ? null : keptReport.parse(report) };
}

import { londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type postgres from 'postgres';
import { recallRelease } from './recall-release.ts';
import { awaitLeases } from './leases/await-leases.ts';
import type { StoreDatabase } from './database.ts';

/** For how long what is for named users in a dataset is held. */
export interface Retention {
  readonly datasetId: string;
  /** Years after its publication. */
  readonly years: number;
  /** True where all of it is for named users, so that whole releases go; false where a part of it is. */
  readonly isWhole: boolean;
}

/** What was deleted of one dataset. */
export interface DeletedPart {
  readonly datasetId: string;
  /** The ids of the releases that were recalled, since nothing of them is left. */
  readonly releases: readonly string[];
  /** Series of figures, in those and in releases of which a part is for everybody. */
  readonly series: number;
}

/**
 * Deletes what is held no longer, by the clock of the database: figures for named users of releases that were published longer ago than the
 * dataset says. A release of which nothing is left is recalled, so that it stays listed with the reason, and nothing brings it back by
 * itself. What is for everybody stays. One entry for each dataset of which something was deleted.
 *
 * @throws when the database fails; what was deleted until then stays so, and a second call goes on from there.
 */
export async function deleteOutdated(
  database: StoreDatabase,
  retentions: readonly Retention[],
): Promise<readonly DeletedPart[]> {
  const deleted: DeletedPart[] = [];
  for (const retention of retentions) {
    const { datasetId } = retention;
    const outdated = await findOutdated(database.sql, retention);
    const releases = retention.isWhole ? await recallAll(database, outdated, retention) : [];
    const series = await deleteFigures(database.sql, outdated, retention);
    if (releases.length + series > 0) deleted.push({ datasetId, releases, series });
  }
  return deleted;
}

interface Outdated {
  readonly number: number;
  readonly id: string;
  readonly isRecalled: boolean;
}

function findOutdated(sql: postgres.Sql, { datasetId, years }: Retention): Promise<readonly Outdated[]> {
  return sql<Outdated[]>`
    select number, id, recalled_at is not null as "isRecalled" from release
    where dataset_id = ${datasetId} and not is_synthetic
      and published_at <= (now() at time zone ${londonTimeZone})::date - make_interval(years => ${years})
    order by number`;
}

async function recallAll(
  database: StoreDatabase,
  outdated: readonly Outdated[],
  { years }: Retention,
): Promise<readonly string[]> {
  const standing = outdated.filter(({ isRecalled }) => !isRecalled).map(({ id }) => id);
  for (const id of standing)
    await recallRelease(
      database,
      id,
      `It was published ${years} years ago, and is held no longer: its figures are deleted.`,
    );
  return standing;
}

/** Of releases whose all is for named users, everything; of others the series that the store keeps from everybody else. */
async function deleteFigures(
  sql: postgres.Sql,
  outdated: readonly Outdated[],
  { datasetId, isWhole }: Retention,
): Promise<number> {
  const numbers = outdated.map(({ number }) => number);
  if (numbers.length === 0) return 0;
  const deleted = await sql.begin(async (transaction) => {
    const part = isWhole
      ? transaction`true`
      : transaction`exists (select from restricted_part p where p.dataset_id = ${datasetId} and p.indicator_id = s.indicator_id
            and (p.place_pattern is null or s.place ~ p.place_pattern)
            and (p.dimension is null or ';' || s.dimension_key like '%;' || p.dimension || '=%'))`;
    const deleteFrom = (table: string) =>
      transaction`delete from ${transaction(table)} s where s.release_number in ${transaction(numbers)} and ${part}`;
    const { count } = await deleteFrom('series');
    await deleteFrom('pending_series');
    if (isWhole) await transaction`delete from fact where release_number in ${transaction(numbers)}`;
    if (count > 0) await transaction`update catalogue_version set version = version + 1`;
    return count;
  });
  if (deleted > 0) await awaitLeases(sql);
  return deleted;
}

import type postgres from 'postgres';
import type { DatasetDefinition } from './dataset.ts';
import type { FinishedRelease } from './finish-release.ts';
import { isProtected } from './linked-datasets.ts';
import { findLoaded, type LoadedRelease } from './loaded-release.ts';
import type { PreparedRelease } from './prepare-release.ts';
import { checksumsOf, keyChecksums, shortChecksum } from './release-checksum.ts';
import type { SourceFile } from './source-file.ts';
import { copySeries } from '../store/write-series.ts';
import { withholdStored } from './withhold-stored.ts';

/** What is known of a release besides its figures. */
export interface ReleaseDescription {
  readonly dataset: DatasetDefinition;
  readonly file: SourceFile;
  readonly publishedAt: string;
  readonly isSynthetic: boolean;
  /** The instant before which nobody may see it, in ISO 8601 and UTC. @default null, none */
  readonly embargoUntil?: string | null;
  /** Stores bytes that were recalled all the same. @default false */
  readonly reinstateRecalled?: boolean;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsLeftOut: number;
  readonly rowsKeptOutside: number;
  readonly rowsRejected: number;
}

/** What a load came to in the store. */
export type Written =
  | ({ readonly kind: 'written'; readonly releaseId: string; readonly supersedes: string | null } & Pick<
      PreparedRelease,
      'reported'
    >)
  | { readonly kind: 'known'; readonly release: LoadedRelease };

/**
 * Stores a release in one transaction that ends by making it current: a load that is cut off at any point leaves nothing.
 *
 * A file whose checksum is loaded already changes nothing, nor does one that was recalled, unless it is to be reinstated.
 * Loads of one agency queue for its row of `catalogue_version`; what is served when it is its turn is what `prepare` sees.
 */
export async function writeRelease(
  sql: postgres.Sql,
  prepare: (transaction: postgres.ISql) => Promise<PreparedRelease>,
  description: ReleaseDescription,
): Promise<Written> {
  return sql.begin(async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    await transaction`update catalogue_version set version = version + 1`;
    const known = await findLoaded(transaction, description.dataset.id, description.file.checksum);
    if (known !== null && !(known.recall !== null && description.reinstateRecalled === true))
      return { kind: 'known', release: known };
    const prepared = await prepare(transaction);
    const { finished, withheldInStore, reported } = prepared;
    await keyChecksums(transaction, await withholdStored(transaction, withheldInStore));
    await describe(transaction, description.dataset);
    const { number, id, supersedes } = await insertRelease(transaction, prepared, description);
    await insertCoverage(transaction, number, finished);
    await insertFacts(transaction, number, finished);
    await copySeries(transaction, number, finished.series);
    return { kind: 'written', releaseId: id, supersedes, reported };
  });
}

async function describe(sql: postgres.ISql, dataset: DatasetDefinition): Promise<void> {
  await sql`insert into dataset (id, title) values (${dataset.id}, ${dataset.title})
    on conflict (id) do update set title = excluded.title`;
  for (const { id, name, unit } of dataset.indicators)
    await sql`insert into indicator (id, dataset_id, name, unit) values (${id}, ${dataset.id}, ${name}, ${unit})
      on conflict (id) do update set name = excluded.name, unit = excluded.unit`;
}

interface NewRelease {
  readonly number: number;
  readonly id: string;
  readonly supersedes: string | null;
}

async function insertRelease(
  sql: postgres.ISql,
  { finished, showsLess }: PreparedRelease,
  of: ReleaseDescription,
): Promise<NewRelease> {
  const { plain, keyed } = await checksumsOf(sql, of.file.checksum);
  // An id never changes, and what is withheld of a protected dataset may grow: its ids tell nothing of the bytes.
  const idChecksum = shortChecksum(showsLess || isProtected(of.dataset) ? keyed : plain);
  const id = `${of.dataset.id}@${of.publishedAt}.${idChecksum}`;
  // Of the same bytes and day, there is one that was recalled at most: what is loaded again takes its place.
  await sql`delete from release where id = ${id} and recalled_at is not null`;
  const [earlier] = await sql<{ id: string }[]>`
    select id from release where dataset_id = ${of.dataset.id} and published_at <= ${of.publishedAt} and is_synthetic = ${of.isSynthetic} and recalled_at is null
    order by published_at desc, latest_period_end desc nulls last, number desc limit 1`;
  const supersedes = earlier?.id ?? null;
  const [inserted] = await sql<{ number: number }[]>`
    insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, latest_period_end, embargo_until,
      rows_read, rows_loaded, rows_left_out, rows_kept_outside, rows_rejected, observation_count)
    values (${id}, ${of.dataset.id}, ${of.publishedAt}, ${showsLess ? keyed : plain}, ${of.file.name}, ${of.isSynthetic},
      ${finished.latestPeriodEnd}, ${of.embargoUntil ?? null}, ${of.rowsRead}, ${of.rowsLoaded}, ${of.rowsLeftOut},
      ${of.rowsKeptOutside}, ${of.rowsRejected}, ${finished.observationCount})
    returning number`;
  if (inserted === undefined) throw new Error(`the store gave no number to release ${id}`);
  return { number: inserted.number, id, supersedes };
}

async function insertCoverage(sql: postgres.ISql, release: number, { coverage }: FinishedRelease): Promise<void> {
  const records = coverage.map(({ indicator, firstOrdinal, periodIds }) => ({
    id: indicator.id,
    first: firstOrdinal,
    periods: periodIds,
  }));
  await sql`insert into coverage (release_number, indicator_id, first_ordinal, period_ids)
    select ${release}::integer, id, first, periods from json_to_recordset(${JSON.stringify(records)}::text::json) as covered(id text, first integer, periods json)`;
}

async function insertFacts(sql: postgres.ISql, release: number, { facts }: FinishedRelease): Promise<void> {
  if (facts.length === 0) return;
  await sql`insert into fact (release_number, kind, key, body)
    select ${release}::integer, kind, key, body from json_to_recordset(${JSON.stringify(facts)}::text::json) as stated(kind text, key text, body jsonb)`;
}

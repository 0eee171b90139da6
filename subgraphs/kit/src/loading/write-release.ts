import type postgres from 'postgres';
import { kindsOf } from '../statistics/period-kinds.ts';
import { settlePending } from '../store/pending-series.ts';
import { writeRestrictedParts } from '../store/write-restricted-parts.ts';
import { bindVolumes } from '../store/volumes/bind-volumes.ts';
import { copySeries } from '../store/write-series.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { FinishedRelease } from './finish-release.ts';
import { isProtected } from '../datasets/linked-datasets.ts';
import type { FileAccount, Known, Prepared, ReadAccount, Unconfirmed, Written } from './load-states.ts';
import type { PreparedRelease } from './prepare-release.ts';
import { hasRestrictedPart, isForEverybody } from '../datasets/open-part.ts';
import { restrictedPartsOf } from '../datasets/restricted-parts.ts';
import { type RowAccount, rowsBy } from './read-release.ts';
import { checksumsOf, keyChecksums, shortChecksum } from './release-checksum.ts';
import { keepClosedHistory } from './protection/closed-history.ts';
import { countCorrected, weighRelease } from './comparison/release-weight.ts';
import { withholdPending } from './protection/withhold-pending.ts';
import { withholdStored } from './protection/withhold-stored.ts';

/**
 * Loads in one transaction, at the end of which what is written is current: cut off at any point, it leaves nothing.
 *
 * Loads of one agency queue for its row of `catalogue_version`: what is served when it is the turn of one stays so until its end.
 */
export async function inTurn(
  sql: postgres.Sql,
  work: (turn: postgres.TransactionSql) => Promise<Written | Known | Unconfirmed>,
): Promise<Written | Known | Unconfirmed> {
  return sql.begin(async (turn) => {
    await turn`set local statement_timeout = 0`;
    await turn`update catalogue_version set version = version + 1`;
    await settlePending(turn);
    return work(turn);
  });
}

/** Stores a release that was prepared in the same turn, and withholds in the store what must be withheld with it. */
export async function writeRelease(turn: postgres.TransactionSql, { file, rows, release }: Prepared): Promise<Written> {
  const { finished, withheldInStore, pending, closed, protection, changes } = release;
  const withheldNow = await withholdStored(turn, withheldInStore);
  await keyChecksums(turn, withheldNow);
  await describe(turn, file.dataset);
  const { number, id, supersedes } = await insertRelease(turn, release, { file, rows });
  await insertCoverage(turn, number, finished);
  await insertFacts(turn, number, finished);
  await copySeries(turn, number, finished.series);
  await withholdPending(turn, pending, number);
  await keepClosedHistory(turn, file.dataset, closed);
  const weight = await weighRelease(turn, { number, supersedes }, changes);
  await turn`update release set weight = ${weight}, corrected = ${countCorrected(changes)} where number = ${number}`;
  // Of what is for named users figures are deleted in time.
  if (isForEverybody(file.dataset)) await bindVolumes(turn, file.dataset.id);
  const numbers = [...withheldNow, ...(pending.cells.length > 0 ? pending.releases : [])];
  const changedReleases = await idsOfChanged(turn, file, { numbers, added: number });
  return { state: 'written', file, rows, protection, changes, weight, releaseId: id, supersedes, changedReleases };
}

/** The releases of some numbers, and those of the same edition as a new one, which may answer in their place. */
async function idsOfChanged(
  sql: postgres.ISql,
  { dataset, publishedAt }: FileAccount,
  { numbers, added }: { readonly numbers: readonly number[]; readonly added: number },
): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from release
    where number <> ${added} and recalled_at is null and (dataset_id = ${dataset.id} and published_at = ${publishedAt}
      or number in (select json_array_elements_text(${JSON.stringify(numbers)}::text::json)::integer))
    order by number`;
  return rows.map(({ id }) => id);
}

async function describe(sql: postgres.ISql, dataset: DatasetDefinition): Promise<void> {
  await writeRestrictedParts(sql, dataset.id, restrictedPartsOf(dataset));
  await sql`insert into dataset (id, title) values (${dataset.id}, ${dataset.title})
    on conflict (id) do update set title = excluded.title`;
  const indicators = dataset.indicators.flatMap(kindsOf).map(({ id, name, unit }) => ({ id, name, unit }));
  await sql`insert into indicator (id, dataset_id, name, unit)
    select id, ${dataset.id}, name, unit from json_to_recordset(${JSON.stringify(indicators)}::text::json) as described(id text, name text, unit text)
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
  { file: of, rows }: ReadAccount,
): Promise<NewRelease> {
  const { plain, keyed } = await checksumsOf(sql, of.source.checksum);
  // An id never changes, and what is withheld of a protected dataset may grow: its ids tell nothing of the bytes.
  const idChecksum = shortChecksum(showsLess || isProtected(of.dataset) ? keyed : plain);
  const id = `${of.dataset.id}@${of.publishedAt}.${idChecksum}`;
  // Of the same bytes and day, there is one that was recalled at most: what is loaded again takes its place.
  await sql`delete from release where id = ${id} and recalled_at is not null`;
  const [earlier] = await sql<{ id: string }[]>`
    select id from release where dataset_id = ${of.dataset.id} and published_at <= ${of.publishedAt} and is_synthetic = ${of.isSynthetic} and recalled_at is null
    order by published_at desc, latest_period_end desc nulls last, number desc limit 1`;
  const supersedes = earlier?.id ?? null;
  const told = rowsTold(of.dataset, { rows, observations: finished.observationCount });
  const [inserted] = await sql<{ number: number }[]>`
    insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, latest_period_end, embargo_until,
      rows_read, rows_loaded, rows_left_out, rows_kept_outside, rows_rejected, observation_count)
    values (${id}, ${of.dataset.id}, ${of.publishedAt}, ${showsLess ? keyed : plain}, ${of.source.name}, ${of.isSynthetic},
      ${finished.latestPeriodEnd}, ${of.embargo?.until ?? null}, ${told.read}, ${told.loaded}, ${told.leftOut},
      ${told.keptOutside}, ${told.rejected}, ${finished.observationCount})
    returning number`;
  if (inserted === undefined) throw new Error(`the store gave no number to release ${id}`);
  return { number: inserted.number, id, supersedes };
}

/** What everybody is told of the rows of a file. Where part of it is for named users, how many rows it has would tell how much of that. */
function rowsTold(
  dataset: DatasetDefinition,
  { rows, observations }: { readonly rows: RowAccount; readonly observations: number },
) {
  return hasRestrictedPart(dataset)
    ? { read: observations, loaded: observations, leftOut: 0, keptOutside: 0, rejected: 0 }
    : {
        read: rows.rowsRead,
        loaded: rows.rowsLoaded,
        leftOut: rowsBy(rows.leftOut),
        keptOutside: rowsBy(rows.keptOutside),
        rejected: rows.rowsRejected,
      };
}

async function insertCoverage(sql: postgres.ISql, release: number, { coverage }: FinishedRelease): Promise<void> {
  const records = coverage.map(({ indicator, firstOrdinal, periodIds, places = null }) => ({
    id: indicator.id,
    first: firstOrdinal,
    periods: periodIds,
    places,
  }));
  await sql`insert into coverage (release_number, indicator_id, first_ordinal, period_ids, places)
    select ${release}::integer, id, first, periods, places from json_to_recordset(${JSON.stringify(records)}::text::json) as covered(id text, first integer, periods json, places json)`;
}

async function insertFacts(sql: postgres.ISql, release: number, { facts }: FinishedRelease): Promise<void> {
  if (facts.length === 0) return;
  await sql`insert into fact (release_number, kind, key, body)
    select ${release}::integer, kind, key, body from json_to_recordset(${JSON.stringify(facts)}::text::json) as stated(kind text, key text, body jsonb)`;
}

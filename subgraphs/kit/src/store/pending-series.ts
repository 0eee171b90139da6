import { sql as statement } from 'drizzle-orm';
import type postgres from 'postgres';
import { seriesColumns, type SeriesRecord } from './series-columns.ts';
import { textOf } from './statement-text.ts';
import { dueSeries, release } from './tables.ts';
import { columnsOf, isVisible } from './visibility.ts';

/*
 * What is withheld with a release under embargo, in releases that are shown until then. Readers take it from the end of the embargo on
 * by themselves; here it is kept, and put in place for good once it is due.
 */

/** A row as it is from the end of an embargo on. */
export interface PendingRecord extends SeriesRecord {
  /** The number of the release that is under it. */
  readonly causeNumber: number;
}

/** Puts what is due in the place of what it replaces. What is served stays as it is; the store keeps less of what is withheld. */
export async function settlePending(sql: postgres.ISql): Promise<void> {
  const contents = seriesColumns.filter(({ holds }) => holds !== 'name');
  await sql`
    update series s set ${sql.unsafe(contents.map(({ name }) => `"${name}" = due."${name}"`).join(', '))}
    from (${sql.unsafe(textOf(dueSeries))}) due
    where ${sql.unsafe(keys.map(({ name }) => `s."${name}" = due."${name}"`).join(' and '))}`;
  await sql`
    update release r set checksum = p.checksum from pending_checksum p
    where p.release_number = r.number and p.cause_number in (${sql.unsafe(endedCauses)})`;
  await sql`delete from pending_series where cause_number in (${sql.unsafe(endedCauses)})`;
  await sql`delete from pending_checksum where cause_number in (${sql.unsafe(endedCauses)})`;
}

const keys = seriesColumns.filter(({ holds }) => holds === 'name');
const endedCauses = textOf(statement`select c."number" from ${release} c where ${isVisible(columnsOf('c'))}`);

/** What waits for ends of embargoes. */
export interface Pending {
  readonly series: readonly PendingRecord[];
  readonly checksums: readonly {
    readonly releaseNumber: number;
    readonly causeNumber: number;
    readonly checksum: string;
  }[];
}

/** Keeps what waits in some releases for the ends of some embargoes, in the place of what waited in them for the same. */
export async function keepPending(
  sql: postgres.ISql,
  { causes, releases }: { readonly causes: readonly number[]; readonly releases: readonly number[] },
  { series, checksums }: Pending,
): Promise<void> {
  const of = sql`cause_number in (select json_array_elements_text(${JSON.stringify(causes)}::text::json)::integer)
    and release_number in (select json_array_elements_text(${JSON.stringify(releases)}::text::json)::integer)`;
  await sql`delete from pending_series where ${of}`;
  await sql`delete from pending_checksum where ${of}`;
  const columns = [...seriesColumns, { key: 'causeNumber', name: 'cause_number', sqlType: 'integer' } as const];
  const named = series.map((row) => Object.fromEntries(columns.map(({ key, name }) => [name, row[key]])));
  const types = columns.map(({ name, sqlType }) => `"${name}" ${sqlType}`).join(', ');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await sql`insert into pending_series (${sql.unsafe(names)})
    select ${sql.unsafe(names)} from json_to_recordset(${JSON.stringify(named)}::text::json) as kept(${sql.unsafe(types)})`;
  await sql`insert into pending_checksum (release_number, cause_number, checksum)
    select "releaseNumber", "causeNumber", checksum from json_to_recordset(${JSON.stringify(checksums)}::text::json)
      as kept("releaseNumber" integer, "causeNumber" integer, checksum text)`;
}

/** A row that waits, and when the embargo ends, in milliseconds since 1970. */
export interface WaitingRecord extends PendingRecord {
  readonly hiddenUntil: number;
}

/** What waits in some releases for embargoes that have not ended, the next end first. */
export async function readPending(
  sql: postgres.ISql,
  releaseNumbers: readonly number[],
): Promise<readonly WaitingRecord[]> {
  const record = [...seriesColumns.map(({ key, name }) => `'${key}', p."${name}"`), `'causeNumber', p."cause_number"`];
  const rows = await sql<{ record: PendingRecord; hidden_until: number }[]>`
    select json_build_object(${sql.unsafe(record.join(', '))}) as record,
      extract(epoch from c.embargo_until)::float8 * 1000 as hidden_until
    from pending_series p join release c on c.number = p.cause_number
    where c.embargo_until > now() and c.recalled_at is null
      and p.release_number in (select json_array_elements_text(${JSON.stringify(releaseNumbers)}::text::json)::integer)
    order by c.embargo_until, c.number`;
  return rows.map((row) => ({ ...row.record, hiddenUntil: row.hidden_until }));
}

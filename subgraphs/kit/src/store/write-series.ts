import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { type SeriesColumn, seriesColumns, type SeriesRecord } from './series-columns.ts';
import type { UnnumberedSeries } from './stored-reading.ts';

/**
 * Adds the series of a release. COPY has a fixed cost of many statements, so it is left to series, of which there are thousands.
 *
 * @throws when the database fails; the transaction must not go on then.
 */
export async function copySeries(
  sql: postgres.ISql,
  releaseNumber: number,
  series: readonly UnnumberedSeries[],
): Promise<void> {
  // That its release is there is looked up for each row. PostgreSQL plans that once for a connection, and keeps reading all releases where
  // they were few then.
  await sql`set local enable_seqscan = off`;
  const stream = await sql.unsafe(`copy series (${columnNames(seriesColumns)}) from stdin`).writable();
  await pipeline(Readable.from(batches(seriesLines(releaseNumber, series))), stream);
  await sql`set local enable_seqscan to default`;
}

/** Characters in one write to the socket: large enough that writes cost nothing beside the rows. */
const batchLength = 256 * 1024;

function* batches(lines: Iterable<string>): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += line;
    if (batch.length >= batchLength) {
      yield batch;
      batch = '';
    }
  }
  if (batch !== '') yield batch;
}

function* seriesLines(releaseNumber: number, series: readonly UnnumberedSeries[]): Generator<string> {
  for (const one of series) {
    const record: SeriesRecord = { ...one, releaseNumber };
    yield `${seriesColumns.map(({ key }) => copyText(record[key])).join('\t')}\n`;
  }
}

/** A column as COPY reads it: a list is JSON. */
function copyText(column: SeriesRecord[keyof SeriesRecord]): string {
  if (column === null) return '\\N';
  if (typeof column === 'number') return String(column);
  return escaped(typeof column === 'string' ? column : JSON.stringify(column));
}

/** Text for COPY: backslashes and the characters that end columns and rows. Nearly every text is without. */
function escaped(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** Puts what the given rows say in the place of what the store has under their names; a row that it does not have changes nothing. */
export async function updateSeries(sql: postgres.ISql, rows: readonly SeriesRecord[]): Promise<void> {
  if (rows.length === 0) return;
  const named = rows.map((row) => Object.fromEntries(seriesColumns.map(({ key, name }) => [name, row[key]])));
  const types = seriesColumns.map(({ name, sqlType }) => `"${name}" ${sqlType}`).join(', ');
  const [keys, contents] = [seriesColumns.filter(isName), seriesColumns.filter((column) => !isName(column))];
  await sql`
    update series s set ${sql.unsafe(contents.map(({ name }) => `"${name}" = kept."${name}"`).join(', '))}
    from json_to_recordset(${JSON.stringify(named)}::text::json) as kept(${sql.unsafe(types)})
    where ${sql.unsafe(keys.map(({ name }) => `s."${name}" = kept."${name}"`).join(' and '))}`;
}

const isName = ({ holds }: SeriesColumn) => holds === 'name';
const columnNames = (columns: readonly SeriesColumn[]) => columns.map(({ name }) => `"${name}"`).join(', ');

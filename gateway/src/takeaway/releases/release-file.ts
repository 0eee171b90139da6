import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { ParquetFile } from '../columnar/parquet.ts';
import { batchesOf } from '../columnar/typed-rows.ts';
import { writeCsvRow } from '../csv.ts';
import type { Cell } from '../table-rows.ts';
import { versionLength } from './release-address.ts';
import { releaseColumns } from './release-rows.ts';

/** A release in each form, and what version of it that is. */
export interface ReleaseFile {
  readonly version: string;
  readonly rows: number;
  readonly parquet: Buffer;
  readonly csvGz: Buffer;
}

/**
 * Rows of a row group, before it goes on to the end of its place: fifteen years of a borough's recorded crime are one row group, and the
 * directory of a large file stays small.
 */
const groupRows = 8_000;
/** Bytes of a page before it is compressed: a few hundred rows, so that an index leads to little more than is wanted. */
const pageBytes = 8 * 1024;

/**
 * Writes a release from the rows of its places, both forms at once, with little more in memory than one row group and the packed files. The
 * version follows from the metadata and the rows alone.
 */
export async function writeReleaseFile(
  places: AsyncIterable<readonly (readonly Cell[])[]>,
  metadata: Readonly<Record<string, string>>,
): Promise<ReleaseFile> {
  const parquet = new ParquetFile({ columns: releaseColumns, metadata, pageSize: pageBytes });
  const gzip = createGzip({ level: 6 });
  const packed = buffer(gzip);
  const hash = createHash('sha256').update(JSON.stringify(metadata));
  const pieces: Buffer[] = [];
  let waiting: (readonly Cell[])[] = [];
  let count = 0;
  const endGroup = () => {
    for (const batch of batchesOf(releaseColumns, waiting, waiting.length)) pieces.push(parquet.write(batch));
    waiting = [];
  };
  gzip.write(writeCsvRow(releaseColumns.map(({ name }) => name)));
  for await (const rows of places) {
    if (rows.length === 0) continue;
    const text = rows.map(writeCsvRow).join('');
    hash.update(text);
    gzip.write(text);
    for (const row of rows) waiting.push(row);
    count += rows.length;
    if (waiting.length >= groupRows) endGroup();
    await takeTurn();
  }
  if (waiting.length > 0) endGroup();
  pieces.push(parquet.end());
  gzip.end();
  const version = hash.digest('hex').slice(0, versionLength);
  return { version, rows: count, parquet: Buffer.concat(pieces), csvGz: await packed };
}

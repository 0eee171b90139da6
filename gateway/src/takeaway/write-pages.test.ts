import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { datasetColumns } from './datasets/dataset-pages.ts';
import type { Cell } from './table-rows.ts';
import { type StreamedFormat, writePages } from './write-pages.ts';

const rowsOfPage = 1_000;
const row: readonly Cell[] = datasetColumns.map(({ type }) =>
  type === 'double' ? 1 : type === 'boolean' ? false : 'a text',
);
const columns = datasetColumns;
const options = (format: StreamedFormat) => ({ format, columns, hasByteOrderMark: false, comments: '', metadata: {} });

/** Pages that count how many were asked for. */
function countedPages(count: number) {
  const asked = { pages: 0 };
  async function* pages() {
    for (let page = 0; page < count; page += 1) {
      asked.pages += 1;
      yield Array.from({ length: rowsOfPage }, () => row);
      await Promise.resolve();
    }
  }
  return { asked, pages: pages() };
}

async function bytesOf(written: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of written) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

describe('Pages that are written as they are read', () => {
  it.each(['csv', 'ndjson', 'parquet', 'arrow'] as const)(
    '%s asks for no page before the one before is taken',
    async (format) => {
      const { asked, pages } = countedPages(5);
      const pieces = writePages(pages, options(format));
      for (let piece = 0; piece < 2; piece += 1) await pieces.next();
      expect(asked.pages).toBeLessThanOrEqual(2);
      await pieces.return(undefined);
      expect(asked.pages).toBeLessThanOrEqual(2);
    },
  );

  it('has every row of every page once', async () => {
    const take = (format: StreamedFormat) => bytesOf(writePages(countedPages(3).pages, options(format)));
    const lines = async (format: StreamedFormat) => (await take(format)).toString().trimEnd().split('\n').length;
    expect([await lines('csv'), await lines('ndjson')]).toEqual([3 * rowsOfPage + 1, 3 * rowsOfPage]);
    const parquet = await take('parquet');
    expect(parquetMetadata(new Uint8Array(parquet).buffer).num_rows).toBe(BigInt(3 * rowsOfPage));
    expect(tableFromIPC(await take('arrow')).numRows).toBe(3 * rowsOfPage);
  });

  it('ends with the error of a page, and not as if it were whole', async () => {
    async function* broken() {
      yield [row];
      await Promise.resolve();
      throw new Error('away');
    }
    await expect(bytesOf(writePages(broken(), options('csv')))).rejects.toThrow('away');
  });
});

import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { Cell } from '../table-rows.ts';
import { writeReleaseFile } from './release-file.ts';

/** Every borough, month and offence of fifteen years where all is asked for; the borough's part is a tenth otherwise. */
const [months, offences] = process.env['TAKEAWAY_ALL'] === undefined ? [60, 17] : [180, 56];
const boroughs = 33;

// Every figure is another one: the product of three numbers, in a range that has few repeats.
async function* places(count = boroughs, withheld = -1): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let borough = 1; borough <= count; borough += 1) {
    const area = `E09${String(borough).padStart(6, '0')}`;
    yield Array.from({ length: months * offences }, (_, at) => {
      const [month, offence] = [Math.floor(at / offences), at % offences];
      const period = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      const dimensions = offence === 0 ? 'total' : `offence-group=g${offence % 13};offence=o${offence}`;
      const value = (borough * 7_919 + month * 104_729 + offence * 1_299_709) % 3_001;
      const figure = at === withheld && borough === 1 ? [null, 'CONFIDENTIAL'] : [value, 'PUBLISHED'];
      const head = ['recorded-crime', area, null, dimensions, 'MONTH', period, `${period}-01`, `${period}-28`];
      return [...head, ...figure, null, null, null, null, null];
    });
    await Promise.resolve();
  }
}

it('one borough is read in two parts of the file, of 150 kB at most, whatever borough it is', async () => {
  const { parquet, rows } = await writeReleaseFile(places(), { release: 'made-up' });
  expect(rows).toBe(boroughs * months * offences);
  for (const borough of ['E09000001', 'E09000012', 'E09000033']) {
    const read: number[] = [];
    const slice = (from: number, to = parquet.length) => {
      read.push(to - from);
      return Promise.resolve(new Uint8Array(parquet.subarray(from, to)).buffer);
    };
    const file = { byteLength: parquet.length, slice };
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: 64 * 1024 });
    const found = await parquetReadObjects({ file, metadata, filter: { area: { $eq: borough } } });
    expect(found).toHaveLength(months * offences);
    expect(read).toHaveLength(2);
    expect(read.reduce((sum, each) => sum + each, 0)).toBeLessThan(150_000);
    expect(metadata.row_groups.every(({ num_rows: length }) => length <= 16_000n)).toBe(true);
  }
});

it('is the same file each time, and of another version where one cell is withheld', async () => {
  const some = 4;
  const [one, same, other] = await Promise.all([
    writeReleaseFile(places(some), {}),
    writeReleaseFile(places(some), {}),
    writeReleaseFile(places(some, 5), {}),
  ]);
  expect([same.version === one.version, same.parquet.equals(one.parquet), other.version === one.version]).toEqual([
    true,
    true,
    false,
  ]);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wardOf2022 } from './area-wards.ts';

describe('wardOf2022', () => {
  it('knows in which borough a ward lies, and whether it came in May 2022', () => {
    expect([wardOf2022('E05009374'), wardOf2022('E05013628'), wardOf2022('E05009288')]).toEqual([
      { borough: 'E09000012', isNewIn2022: false },
      { borough: 'E09000003', isNewIn2022: true },
      { borough: 'E09000001', isNewIn2022: false },
    ]);
  });

  it('knows the first and the last ward of a borough, and not those beside', () => {
    const codes = ['E05013627', 'E05013628', 'E05013651', 'E05013652'];
    expect(codes.map((code) => wardOf2022(code)?.borough)).toEqual([
      'E09000018',
      'E09000003',
      'E09000003',
      'E09000007',
    ]);
  });

  // Barnet had E05000040 until May 2022; E05001234 is elsewhere.
  it.each(['E05000040', 'E05001234', 'E05009387 ', 'E0509387', 'E09000012', ''])('is null for %j', (code) => {
    expect(wardOf2022(code)).toBeNull();
  });
});

const files = process.env['BOROUGHGRAPH_FILES'] ?? join(import.meta.dirname, '../../../../../shared/data');
const lookup = join(files, 'local-authority', 'ward-to-lad-lookup-2023-12-uk.csv');

describe.skipIf(!existsSync(lookup))('the published lookup of December 2023', () => {
  it('has the wards of this table, and no other in London', () => {
    const rows = readFileSync(lookup, 'utf8').split(/\r?\n/);
    const codes = rows.flatMap((row) => {
      const [ward = ''] = /E05\d{6}/.exec(row) ?? [];
      const [borough = null] = /E09\d{6}/.exec(row) ?? [];
      return ward === '' ? [] : [{ ward, borough }];
    });
    expect(codes.filter(({ ward, borough }) => (wardOf2022(ward)?.borough ?? null) !== borough)).toEqual([]);
    expect(codes.filter(({ borough }) => borough !== null)).toHaveLength(704);
  });
});

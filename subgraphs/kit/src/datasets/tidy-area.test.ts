import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { cellsOf, readText } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';

/** Reads tidy rows of visits that are measured on the given kinds of area. */
const read = (areaTypes: readonly AreaType[], ...rows: readonly string[]) =>
  readText({
    dataset: { ...libraryVisitsDataset, indicators: [{ ...libraryVisits, areaTypes }], formats: [] },
    text: ['indicator,area,area_name,period,value', ...rows.map((row) => `library-visits,${row}`), ''].join('\n'),
  });
const rejected = (areaTypes: readonly AreaType[], row: string) =>
  read(areaTypes, row).rejected.map(({ column, expected, candidates }) => [column, expected, ...candidates].join('; '));

describe('the area of a tidy row', () => {
  it('is found by its code, or by a name, with the other beside it or without', () => {
    const rows = ['e54000031,South West London ICB,2024-01,10', 'North East London,,2024-01,20', 'QKK,,2024-01,30'];
    expect(cellsOf(read(['INTEGRATED_CARE_BOARD'], ...rows).draft)).toEqual({
      'library-visits E54000031': '2024-01 10',
      'library-visits E54000029': '2024-01 20',
      'library-visits E54000030': '2024-01 30',
    });
  });

  it('is rejected where code and name are of two areas', () => {
    expect(rejected(['INTEGRATED_CARE_BOARD'], 'E54000030,South West London ICB,2024-01,10')).toEqual([
      'area_name; the name of E54000030, South East London ICB, or another code beside it',
    ]);
  });

  // A public list gave South West London the code of a board in Surrey.
  it.each(['E54000063', 'QXU'])(
    'is rejected under the code %s of a board elsewhere, with the name of one here',
    (code) => {
      expect(rejected(['INTEGRATED_CARE_BOARD'], `${code},South West London ICB,2024-01,10`)).toEqual([
        expect.stringMatching(/^area; the code or name of an area of type INTEGRATED_CARE_BOARD/),
      ]);
    },
  );

  it('is rejected where units of two kinds share the name, with both as candidates', () => {
    expect(rejected(['BASIC_COMMAND_UNIT', 'LCJB_AREA'], 'North East,,2024-01,10')).toEqual([
      'area; the code or name of an area of type BASIC_COMMAND_UNIT, LCJB_AREA; North East BCU; North East London LCJB',
    ]);
  });

  it('is refused with the name of a ward, which nothing here can be compared with', () => {
    expect(rejected(['WARD'], 'E05013628,Barnet Vale,2024-01,10')).toEqual([
      'area_name; nothing: a ward is known by its code alone here',
    ]);
  });

  it('is a ward of 2022, and of no other year', () => {
    const wards = read(['BOROUGH', 'WARD'], 'E05013628,,2024-01,10', 'E05000040,,2024-01,20');
    expect(cellsOf(wards.draft)).toEqual({ 'library-visits E05013628': '2024-01 10' });
    expect(wards.rejected).toMatchObject([
      {
        line: 3,
        column: 'area',
        expected: 'a ward of London since May 2022: wards of other years cannot stand in one series with it',
      },
    ]);
  });
});

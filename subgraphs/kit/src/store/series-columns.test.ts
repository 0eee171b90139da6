import { shownFigures } from '@boroughgraph/test/support/shown.ts';
import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { flagBits, observationStatuses } from '../statistics/observation.ts';
import { type SeriesRecord, seriesColumns, withholdCells } from './series-columns.ts';
import { series } from './tables.ts';

const confidential = observationStatuses.indexOf('CONFIDENTIAL');
const notAvailable = observationStatuses.indexOf('NOT_AVAILABLE');
const [synthetic, both] = [flagBits(['SYNTHETIC']), flagBits(['SYNTHETIC', 'PROVISIONAL'])];

/** Three published cells with something in every column. What the second says is nowhere else. */
const row: SeriesRecord = {
  releaseNumber: 7,
  indicatorId: 'visits',
  place: 'E09000012',
  dimensionKey: 'library=main',
  values: shownFigures([10, 9201, 30]),
  statuses: [0, 0, 0],
  flags: [synthetic, both, synthetic],
  numerators: shownFigures([11, 9202, 31]),
  denominators: shownFigures([12, 9203, 32]),
  lowers: shownFigures([13, 9204, 33]),
  uppers: shownFigures([14, 9205, 34]),
  denominatorPeriodIds: ['CY2021', 'CY9206', 'CY2023'],
  denominatorSource: 'Estimates',
  coverages: [
    [1, 2],
    [9207, 9208],
    [3, 4],
  ],
};

/** The columns of the table itself, each of which the row above must fill. */
const keys = Object.keys(getTableColumns(series));
const contentsOf = (record: SeriesRecord) => new Map<string, unknown>(Object.entries(record));

describe('the columns of a series', () => {
  it('are those of the table, each with a rule', () => {
    expect(seriesColumns.map(({ key }) => key)).toEqual(keys);
    expect([...contentsOf(row)].filter(([, content]) => content !== null).map(([key]) => key)).toEqual(keys);
  });

  it('keep nothing of a withheld cell but its status, and flags that every cell of its series has', () => {
    const said: Readonly<Record<string, number>> = { statuses: confidential, flags: synthetic };
    const lists = [...contentsOf(row)].filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
    const expected = lists.map(([key, [first, , third]]) => [key, [first, said[key] ?? null, third]]);
    const withheld = contentsOf(withholdCells(row, [1]));
    expect(lists.map(([key]) => [key, withheld.get(key)])).toEqual(expected);
  });

  it('keep nothing but its name of a series of which all cells are withheld', () => {
    const kept = contentsOf(withholdCells(withholdCells(row, [0, 2]), [1]));
    expect([...kept].filter(([, content]) => content !== null)).toEqual([
      ['releaseNumber', 7],
      ['indicatorId', 'visits'],
      ['place', 'E09000012'],
      ['dimensionKey', 'library=main'],
      ['values', [null, null, null]],
      ['statuses', [confidential, confidential, confidential]],
      ['flags', [synthetic, synthetic, synthetic]],
    ]);
  });

  it('keep what is said of the whole series while a cell of it has a figure or a status', () => {
    const gaps = { ...row, values: shownFigures([null, 20, null]), statuses: null };
    expect(withholdCells(gaps, [1]).denominatorSource).toBeNull();
    expect(withholdCells({ ...gaps, statuses: [notAvailable, null, null] }, [1]).denominatorSource).toBe('Estimates');
  });
});

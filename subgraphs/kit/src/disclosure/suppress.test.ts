import { describe, expect, it } from 'vitest';
import type { LeakKind, LinearTable, TableCell } from './linear-table.ts';
import { findRecoverable } from './ranges.ts';
import { protectTable } from './suppress.ts';

const base: TableCell = { value: null, state: 'shown', cost: 10, slack: 0, minimumWidth: 4, lowest: 1 };
const shown = (value: number, cost = 10): TableCell => ({ ...base, value, cost });
const withheld = (value: number | null): TableCell => ({ ...base, value, state: 'withheld' });

function table(
  cells: readonly TableCell[],
  sums: readonly (readonly number[])[],
  kind: LeakKind = 'areas',
): LinearTable {
  const termsOf = (sum: readonly number[]) =>
    sum.map((cell, index) => [cell, index === sum.length - 1 ? -1 : 1] as const);
  return { cells, equations: sums.map((sum) => ({ kind, terms: termsOf(sum) })) };
}

/** The table as it is served. */
function served(of: LinearTable): LinearTable {
  const also = new Set(protectTable(of).withheld);
  return { ...of, cells: of.cells.map((cell, index) => (also.has(index) ? { ...cell, state: 'withheld' } : cell)) };
}

describe('what is withheld besides', () => {
  it('is the total of a row with one gap, where it is the cheapest', () => {
    const row = table([shown(14), withheld(3), shown(20), shown(37, 1)], [[0, 1, 2, 3]]);
    expect(protectTable(row)).toEqual({
      withheld: [3],
      leaks: [{ cell: 1, kind: 'areas', equation: 0 }],
      unprotected: [],
      conflicts: [],
      doubted: [],
      isCoarse: false,
    });
  });

  it('is a borough where the total must stay', () => {
    const row = table([shown(14), withheld(3), shown(20, 9), shown(37, Number.POSITIVE_INFINITY)], [[0, 1, 2, 3]]);
    expect(protectTable(row).withheld).toEqual([2]);
  });

  it('is a zero only where another edition has another figure there', () => {
    const sums = [[0, 1, 2]];
    expect(protectTable(table([withheld(null), shown(0), shown(0, 1)], sums))).toMatchObject({ withheld: [] });
    const total: TableCell = { ...shown(0, 1), mayBeLess: true };
    expect(protectTable(table([withheld(null), shown(0), total], sums))).toMatchObject({
      withheld: [2],
      unprotected: [],
    });
  });

  it('is nothing for a zero that follows where zeros are shown: nobody withholds it for being small', () => {
    const sums = [[0, 1, 2]];
    expect(protectTable(table([withheld(null), shown(0), shown(0)], sums))).toMatchObject({ unprotected: [] });
    expect(protectTable(table([withheld(null), shown(1), shown(2)], sums))).toMatchObject({ withheld: [2] });
  });

  it('is nothing where two gaps hide each other already', () => {
    expect(protectTable(table([withheld(2), withheld(4), shown(6)], [[0, 1, 2]]))).toEqual({
      withheld: [],
      leaks: [],
      unprotected: [],
      conflicts: [],
      doubted: [],
      isCoarse: false,
    });
  });

  it('is the total of two gaps that would both be 5, for a reader who can tell that both are small counts', () => {
    expect(protectTable(table([withheld(5), withheld(5), shown(10)], [[0, 1, 2]])).withheld).toEqual([2]);
  });

  it('is never a zero, nor a count too small to hide the gap', () => {
    // 6 may go down to 1 and so hides 3 as 3 to 8; 2 would hide it as 3 or 4; of the zero an attacker knows that it is not withheld.
    const row = table(
      [shown(0, 1), withheld(3), shown(2, 1), shown(6), shown(11, Number.POSITIVE_INFINITY)],
      [[0, 1, 2, 3, 4]],
    );
    expect(protectTable(row).withheld).toEqual([3]);
  });

  it('is a partner in the row, one in the column, and one where these meet', () => {
    // 3 20 | 23    The totals must stay.
    // 9 30 | 39
    const must = Number.POSITIVE_INFINITY;
    const cells = [
      withheld(3),
      shown(20),
      shown(23, must),
      shown(9),
      shown(30),
      shown(39, must),
      shown(12, must),
      shown(50, must),
    ];
    const square = table(cells, [
      [0, 1, 2],
      [3, 4, 5],
      [0, 3, 6],
      [1, 4, 7],
    ]);
    expect(protectTable(square).withheld).toEqual([1, 3, 4]);
  });

  it('is the wider totals and no borough, where both would do', () => {
    // Two categories by two boroughs, with totals each way: the gap goes with its totals, and those with the total of all.
    const cells = [
      withheld(3),
      shown(20),
      shown(23, 2),
      shown(9),
      shown(30),
      shown(39, 2),
      shown(12, 1),
      shown(50, 1),
      shown(62, 1),
    ];
    const square = table(cells, [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
    ]);
    expect(protectTable(square).withheld).toEqual([2, 6, 8]);
  });

  it('is a flow before a stock', () => {
    const terms = [[0, 1] as const, [1, 1] as const, [2, -1] as const, [3, -1] as const];
    const cells = [shown(30), shown(12, 1), shown(38, 2), withheld(4)];
    expect(protectTable({ cells, equations: [{ kind: 'balance', terms }] })).toMatchObject({
      withheld: [1],
      leaks: [{ cell: 3, kind: 'balance', equation: 0 }],
    });
  });

  it('is the part where whole and part tell a small rest', () => {
    // 50 less 47 leaves 3 that nobody shows by themselves.
    expect(
      protectTable(table([shown(47, 1), { ...withheld(3), lowest: 0 }, shown(50)], [[0, 1, 2]], 'subset')),
    ).toMatchObject({ withheld: [0], leaks: [{ cell: 1, kind: 'subset', equation: 0 }] });
  });

  it('cannot be found where all that tells the gap must stay', () => {
    const must = Number.POSITIVE_INFINITY;
    expect(protectTable(table([shown(14, must), withheld(3), shown(17, must)], [[0, 1, 2]]))).toMatchObject({
      withheld: [],
      unprotected: [1],
    });
  });

  it('needs no figure that the publisher withheld', () => {
    const row = table([shown(14), withheld(null), shown(20, 9), shown(37, Number.POSITIVE_INFINITY)], [[0, 1, 2, 3]]);
    expect(protectTable(row).withheld).toEqual([2]);
  });

  it('is the same each time', () => {
    const cells = [
      withheld(2),
      shown(20),
      shown(22),
      shown(9),
      withheld(3),
      shown(12),
      shown(11),
      shown(23),
      shown(34),
    ];
    const square = table(cells, [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
    ]);
    expect(protectTable(square)).toEqual(protectTable(square));
    expect(findRecoverable(served(square)).recoverable).toEqual([]);
  });

  /** Rows and columns with their totals and a grand total: one small count in each row, by turns. */
  function grid(rows: number, columns: number): LinearTable {
    const values = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) =>
        column === (row * 7) % columns ? 1 + (row % 5) : 10 + ((row * column) % 31),
      ),
    );
    const add = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
    const across = values.map(add);
    const down = Array.from({ length: columns }, (_, column) => add(values.map((row) => row[column] ?? 0)));
    const parts = values.flat().map((value) => (value < 6 ? withheld(value) : shown(value, 100)));
    const at = (row: number, column: number) => row * columns + column;
    const [firstAcross, firstDown] = [rows * columns, rows * columns + rows];
    const range = (length: number) => Array.from({ length }, (_, index) => index);
    const last = firstDown + columns;
    return table(
      [...parts, ...across.map((sum) => shown(sum, 10)), ...down.map((sum) => shown(sum, 10)), shown(add(across), 1)],
      [
        ...range(rows).map((row) => [...range(columns).map((column) => at(row, column)), firstAcross + row]),
        ...range(columns).map((column) => [...range(rows).map((row) => at(row, column)), firstDown + column]),
        [...range(rows).map((row) => firstAcross + row), last],
        [...range(columns).map((column) => firstDown + column), last],
      ],
    );
  }

  it('is whole sums where the few cells that would do take too much work to find, and nothing follows then', () => {
    const of = grid(24, 16);
    const fine = protectTable(of);
    const coarse = protectTable(of, 1e6);
    expect([fine.isCoarse, coarse.isCoarse]).toEqual([false, true]);
    expect([fine.unprotected, coarse.unprotected]).toEqual([[], []]);
    expect(coarse.withheld.length).toBeGreaterThan(fine.withheld.length);
    const after = new Set(coarse.withheld);
    const cells = of.cells.map((cell, index): TableCell => (after.has(index) ? { ...cell, state: 'withheld' } : cell));
    expect(findRecoverable({ ...of, cells }).recoverable).toEqual([]);
  });

  it('claims no leak that it had no work left to prove, and leaves nothing unprotected unsaid', () => {
    const { leaks, unprotected } = protectTable(grid(24, 16), 1);
    expect(leaks).toEqual([]);
    expect(unprotected.length).toBeGreaterThan(0);
  });
});

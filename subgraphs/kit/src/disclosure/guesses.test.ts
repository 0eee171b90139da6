import { describe, expect, it } from 'vitest';
import type { LinearTable, TableCell, TableEquation } from './linear-table.ts';
import { protectTable } from './suppress.ts';

const base: TableCell = { value: null, state: 'shown', cost: 10, slack: 0, minimumWidth: 9, lowest: 0 };
const shown = (value: number): TableCell => ({ ...base, value });
const withheld: TableCell = { ...base, state: 'withheld' };
const missing: TableCell = { ...base, state: 'missing', cost: Infinity, minimumWidth: 0 };

/** The first of the positions is the sum of the others. */
const sum = (whole: number, ...parts: readonly number[]): TableEquation => ({
  kind: 'areas',
  terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
});

/** Two boroughs and their pair, each with a total and the parts one and two: rows of three, the pair's last. */
const pairOf = (cells: readonly TableCell[]): LinearTable => ({
  cells,
  equations: [sum(0, 1, 2), sum(3, 4, 5), sum(6, 7, 8), sum(6, 0, 3), sum(8, 2, 5)],
});

describe('a figure that a file leaves out', () => {
  it('is not taken for nothing where that alone would tell what is withheld, whatever else is', () => {
    // By all sums the pair's part one is the sum of the boroughs'. If it were nothing, both of them would be.
    const pair = pairOf([
      ...[shown(35), withheld, withheld],
      ...[shown(45), withheld, withheld],
      ...[shown(80), missing, withheld],
    ]);
    expect(protectTable(pair)).toMatchObject({ unprotected: [], doubted: [7] });
  });

  it('is taken for nothing where something else can be withheld, even beside one that is not', () => {
    // 20 - 12 is the withheld part of another borough, unless there was anything in the one that is left out.
    const pair = pairOf([
      ...[shown(35), withheld, withheld],
      ...[shown(45), withheld, withheld],
      ...[shown(80), missing, withheld],
    ]);
    const cells = [...pair.cells, shown(20), shown(12), withheld, missing];
    const both = { cells, equations: [...pair.equations, sum(9, 10, 11, 12)] };
    const { withheld: besides, unprotected, doubted } = protectTable(both);
    expect({ unprotected, doubted }).toEqual({ unprotected: [], doubted: [7] });
    expect(besides.filter((cell) => cell > 8)).toHaveLength(1);
  });
});

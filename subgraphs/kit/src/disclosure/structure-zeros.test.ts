import { describe, expect, it } from 'vitest';
import type { TableCell, TableEquation } from './linear-table.ts';
import { withZerosToWithhold } from './structure-zeros.ts';
import { protectTable } from './suppress.ts';

const base: TableCell = { value: null, state: 'shown', cost: 10, slack: 0, minimumWidth: 4, lowest: 1 };
const shown = (value: number): TableCell => ({ ...base, value });
const withheld: TableCell = { ...base, state: 'withheld' };
const same = (one: number, other: number): TableEquation => ({
  kind: 'same-figure',
  terms: [
    [one, -1],
    [other, 1],
  ],
});

/** The positions of the cells of which a zero may be withheld. */
const mayBeLess = (cells: readonly TableCell[], ...equations: readonly TableEquation[]) =>
  withZerosToWithhold(cells, equations).flatMap((cell, position) => (cell.mayBeLess === true ? [position] : []));

describe('a zero that may be withheld', () => {
  it('is the same figure as a withheld one, however many publications lie between', () => {
    expect(mayBeLess([withheld, shown(0), shown(0), shown(0)], same(0, 1), same(2, 1))).toEqual([1, 2]);
  });

  it('is the same figure as one that another edition has otherwise', () => {
    expect(mayBeLess([{ ...shown(0), mayBeLess: true }, shown(0)], same(0, 1))).toEqual([0, 1]);
  });

  it('stands in a sum with a withheld one that another edition has otherwise', () => {
    // The two parts are withheld since they are small in another edition, of which their total is left out.
    const restated = { ...withheld, mayBeLess: true };
    const sums: TableEquation[] = [
      {
        kind: 'areas',
        terms: [
          [0, 1],
          [1, 1],
          [2, -1],
        ],
      },
    ];
    expect(mayBeLess([restated, restated, shown(0)], ...sums)).toEqual([0, 1, 2]);
    expect(mayBeLess([withheld, withheld, shown(0)], ...sums)).toEqual([]);
  });

  it('is none that only adds up with a withheld one', () => {
    expect(mayBeLess([withheld, shown(0)], { ...same(0, 1), kind: 'areas' })).toEqual([]);
  });

  it('protects a figure that one publication withholds and another, of an older edition, shows as zero', () => {
    const equations = [same(0, 1)];
    expect(protectTable({ cells: withZerosToWithhold([withheld, shown(0)], equations), equations })).toMatchObject({
      withheld: [1],
      unprotected: [],
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearTable, TableCell } from './linear-table.ts';
import { protectTable } from './suppress.ts';

const cellOf = (value: number, cost: number): TableCell => {
  const isSmall = value >= 1 && value <= 5;
  const about = { cost, slack: 0, minimumWidth: 4, lowest: 1 } as const;
  return isSmall ? { ...about, value: null, state: 'withheld' } : { ...about, value, state: 'shown' };
};

/** Rows and columns with totals of which some are out, as publishers' are. */
const contraryTable = fc
  .record({
    parts: fc.array(fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.nat(40)), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    }),
    errors: fc.array(fc.constantFrom(0, 0, 0, 0, -2, -1, 1, 2), { minLength: 9, maxLength: 9 }),
  })
  .map(({ parts, errors }): LinearTable => {
    const cells: TableCell[] = [];
    const put = (value: number, cost: number) => cells.push(cellOf(Math.max(0, value), cost)) - 1;
    const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
    const at = parts.map((row) => row.map((value) => put(value, 100)));
    const across = parts.map((row, index) => put(add(row) + (errors[index] ?? 0), 10));
    const columns = [0, 1, 2];
    const down = columns.map((column) =>
      put(add(parts.map((row) => row[column] ?? 0)) + (errors[5 + column] ?? 0), 10),
    );
    const all = put(add(parts.flat()) + (errors[8] ?? 0), 1);
    const sum = (kind: 'areas' | 'categories', whole: number, adding: readonly number[]) => ({
      kind,
      terms: [...adding.map((cell) => [cell, 1] as const), [whole, -1] as const],
    });
    return {
      cells,
      equations: [
        ...at.map((row, index) => sum('categories', across[index] ?? 0, row)),
        ...columns.map((column) =>
          sum(
            'areas',
            down[column] ?? 0,
            at.map((row) => row[column] ?? 0),
          ),
        ),
        sum('areas', all, across),
        sum('categories', all, down),
      ],
    };
  });

/** Withheld cells that one sum alone leaves fewer than five numbers for, none of them by a sum that cannot be true. */
function followingFromOneSum({ cells, equations }: LinearTable, hidden: ReadonlySet<number>): readonly number[] {
  const rangeOf = (cell: number): readonly [number, number] => {
    const { state, value } = cells[cell] ?? { state: 'unknown', value: null };
    return state !== 'shown' || hidden.has(cell) ? [1, Infinity] : [value ?? 0, value ?? 0];
  };
  return equations.flatMap(({ terms }) =>
    terms.flatMap(([cell, own]) => {
      if (cells[cell]?.state !== 'withheld') return [];
      const others = terms.filter(([other]) => other !== cell);
      // The cell is what the others add up to, each with its sign against that of the cell.
      const ends = others.map(([other, sign]) =>
        rangeOf(other)
          .map((end) => -sign * own * end)
          .toSorted((a, b) => a - b),
      );
      const low = Math.max(
        1,
        ends.reduce((sum, [end = 0]) => sum + end, 0),
      );
      const high = ends.reduce((sum, [, end = 0]) => sum + end, 0);
      return low <= high && high - low < 4 ? [cell] : [];
    }),
  );
}

describe('a table whose sums contradict each other', () => {
  it('gives no small count up by any one of its sums, whichever the attacker believes', () => {
    let withConflicts = 0;
    fc.assert(
      fc.property(contraryTable, (table) => {
        const { withheld, conflicts, unprotected } = protectTable(table);
        withConflicts += conflicts.length > 0 ? 1 : 0;
        // What nothing protects is named, and the file is refused.
        if (unprotected.length > 0) return;
        expect(followingFromOneSum(table, new Set(withheld))).toEqual([]);
      }),
      { seed: 20_261_128, numRuns: 300 },
    );
    expect(withConflicts).toBeGreaterThan(100);
  });
});

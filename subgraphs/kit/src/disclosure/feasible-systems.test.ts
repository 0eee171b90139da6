import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDisclosive } from './leaks.ts';
import type { LinearTable, TableCell } from './linear-table.ts';
import { findRecoverable } from './ranges.ts';
import { protectTable } from './suppress.ts';

const cellOf = (value: number, cost: number): TableCell => {
  const isSmall = value >= 1 && value <= 5;
  const about = { cost, slack: 0, minimumWidth: 4, lowest: 1 } as const;
  return isSmall ? { ...about, value: null, state: 'withheld' } : { ...about, value, state: 'shown' };
};

interface Contrary {
  readonly parts: readonly (readonly number[])[];
  /** By how much the totals are out: of eight rows, of the columns, of all. */
  readonly errors: readonly number[];
  /** Whether totals are dearer than parts. */
  readonly areTotalsDear: boolean;
}

const partsOf = (rows: fc.ArrayConstraints) =>
  fc.array(fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.nat(40)), { minLength: 3, maxLength: 3 }), rows);

/** Rows and columns with totals of which some are out, as publishers' are. */
const contraryTable = fc
  .record({
    parts: partsOf({ minLength: 2, maxLength: 5 }),
    errors: fc.array(fc.constantFrom(0, 0, 0, 0, -2, -1, 1, 2), { minLength: 12, maxLength: 12 }),
    areTotalsDear: fc.constant(false),
  })
  .map(tableOf);

/** The same with one total out, or two, which is not withheld if it can be helped: so most of its sums contradict each other together. */
const nearlyTrueTable = fc
  .record({
    parts: partsOf({ minLength: 4, maxLength: 8 }),
    out: fc.array(fc.nat(11), { minLength: 1, maxLength: 2 }),
    by: fc.constantFrom(-3, -1, 1, 3),
  })
  .map(({ parts, out, by }) =>
    tableOf({ parts, areTotalsDear: true, errors: [...Array(12).keys()].map((at) => (out.includes(at) ? by : 0)) }),
  );

function tableOf({ parts, errors, areTotalsDear }: Contrary): LinearTable {
  const cells: TableCell[] = [];
  const put = (value: number, cost: number) => cells.push(cellOf(Math.max(0, value), cost)) - 1;
  const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const at = parts.map((row) => row.map((value) => put(value, 100)));
  const across = parts.map((row, index) => put(add(row) + (errors[index] ?? 0), areTotalsDear ? 300 : 10));
  const columns = [0, 1, 2];
  const down = columns.map((column) =>
    put(add(parts.map((row) => row[column] ?? 0)) + (errors[8 + column] ?? 0), areTotalsDear ? 300 : 10),
  );
  const all = put(add(parts.flat()) + (errors[11] ?? 0), areTotalsDear ? 1000 : 1);
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
}

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

/** Every largest set of equations that can be true together, by trying all of those that leave few out. */
function largestFeasible({ equations, ...table }: LinearTable, mostLeftOut: number): readonly LinearTable[] {
  const found: (readonly number[])[] = [];
  const visit = (leftOut: readonly number[], left: number) => {
    const [last = -1] = leftOut.slice(-1);
    if (left === 0) {
      const rest = { ...table, equations: equations.filter((_, position) => !leftOut.includes(position)) };
      if (found.some((smaller) => smaller.every((position) => leftOut.includes(position)))) return;
      if (findRecoverable(rest).conflicts.length === 0) found.push(leftOut);
    } else {
      for (let position = last + 1; position < equations.length; position += 1) visit([...leftOut, position], left - 1);
    }
  };
  for (let left = 0; left <= mostLeftOut; left += 1) visit([], left);
  return found.map((leftOut) => ({
    ...table,
    equations: equations.filter((_, position) => !leftOut.includes(position)),
  }));
}

function withheldBesides(table: LinearTable, besides: readonly number[]): LinearTable {
  const withhold = (cell: TableCell, position: number): TableCell =>
    besides.includes(position) ? { ...cell, state: 'withheld' } : cell;
  return { ...table, cells: table.cells.map(withhold) };
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
      { seed: 20_261_128, numRuns: 60 },
    );
    expect(withConflicts).toBeGreaterThan(20);
  });

  it('gives no small count up to whoever guesses which of its sums are wrong', () => {
    let guessed = 0;
    let long = 0;
    fc.assert(
      fc.property(nearlyTrueTable, (table) => {
        const { withheld, conflicts, unprotected } = protectTable(table);
        if (unprotected.length > 0 || conflicts.length === 0) return;
        long += conflicts.some(({ equations }) => equations.length > 8) ? 1 : 0;
        const systems = largestFeasible(withheldBesides(table, withheld), 2);
        guessed += systems.length;
        const following = systems.flatMap((system) =>
          findRecoverable(system).recoverable.filter((found) => isDisclosive(system, found)),
        );
        expect(following).toEqual([]);
      }),
      { seed: 20_261_129, numRuns: 50 },
    );

    expect([guessed > 200, long > 10]).toEqual([true, true]);
  });
});

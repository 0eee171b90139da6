import { describe, expect, it } from 'vitest';
import type { Conflict, LeakKind, LinearTable, TableCell, TableEquation } from './linear-table.ts';
import { findRecoverable } from './ranges.ts';

const base: TableCell = { value: null, state: 'shown', cost: 1, slack: 0, minimumWidth: 4, lowest: 1 };
const shown = (value: number, slack = 0): TableCell => ({ ...base, value, slack });
const withheld: TableCell = { ...base, state: 'withheld' };
const unknown: TableCell = { ...base, state: 'unknown' };

/** Each sum is the positions of its parts, and then that of their total. */
function table(cells: readonly TableCell[], ...sums: readonly (readonly number[])[]): LinearTable {
  const kind: LeakKind = 'categories';
  const termsOf = (sum: readonly number[]) =>
    sum.map((cell, index) => [cell, index === sum.length - 1 ? -1 : 1] as const);
  return { cells, equations: sums.map((sum) => ({ kind, terms: termsOf(sum) })) };
}

const conflict = (...equations: readonly number[]): Conflict => ({ equations, setAside: equations });
const recoverable = (of: LinearTable) => findRecoverable(of).recoverable;

describe('what follows from a table', () => {
  it('is the one gap in a row with its total: 12 - 4 - 5 = 3', () => {
    expect(recoverable(table([shown(4), shown(5), withheld, shown(12)], [0, 1, 2, 3]))).toEqual([
      { cell: 2, low: 3, high: 3 },
    ]);
  });

  it('is both of two gaps that share 2, where a withheld count is at least 1', () => {
    expect(recoverable(table([shown(4), withheld, withheld, shown(6)], [0, 1, 2, 3]))).toEqual([
      { cell: 1, low: 1, high: 1 },
      { cell: 2, low: 1, high: 1 },
    ]);
  });

  it('is a range narrower than the policy leaves: two gaps that share 5 are 1 to 4 each', () => {
    expect(recoverable(table([withheld, withheld, shown(5)], [0, 1, 2]))).toEqual([
      { cell: 0, low: 1, high: 4 },
      { cell: 1, low: 1, high: 4 },
    ]);
  });

  it('is nothing of two gaps that share 6, which are 1 to 5 each', () => {
    expect(recoverable(table([withheld, withheld, shown(6)], [0, 1, 2]))).toEqual([]);
  });

  it('counts zero among what a gap may be, where zeros are withheld', () => {
    const hidden = { ...withheld, lowest: 0 };
    expect(recoverable(table([hidden, hidden, shown(4)], [0, 1, 2]))).toEqual([]);
    expect(recoverable(table([hidden, hidden, shown(3)], [0, 1, 2]))).toHaveLength(2);
  });

  it('is zero where nothing is left, though a withheld count was taken to be at least 1', () => {
    // 5 is all of the total, so that both gaps are none: withheld since they are small in another edition.
    expect(recoverable(table([withheld, withheld, shown(5), shown(5)], [0, 1, 2, 3]))).toEqual([
      { cell: 0, low: 0, high: 0 },
      { cell: 1, low: 0, high: 0 },
    ]);
  });

  it('is what one sum leaves, though others beside it are true of no whole numbers', () => {
    // 32 - 27 = 5, and 5 is said to be twice one number, too.
    const odd = table([withheld, shown(27), shown(32), unknown, unknown], [0, 1, 2], [3, 4, 0]);
    const twice: TableEquation = {
      kind: 'same-figure',
      terms: [
        [3, 1],
        [4, -1],
      ],
    };
    const impossible = { ...odd, equations: [...odd.equations, twice] };
    expect(recoverable(impossible)).toEqual([{ cell: 0, low: 5, high: 5 }]);
    const unsure = { ...impossible, equations: impossible.equations.map((one) => ({ ...one, isGuess: true })) };
    expect(recoverable(unsure)).toEqual([{ cell: 0, low: 5, high: 5 }]);
  });

  it('is what is left by the sums that were declared, where one that nobody declared contradicts them', () => {
    const [declared, guess] = table([withheld, shown(27), shown(32), shown(7)], [0, 1, 2], [3, 0]).equations;
    const cells = [withheld, shown(27), shown(32), shown(7)];
    if (declared === undefined || guess === undefined) throw new Error('two sums are made');
    const { recoverable: found, conflicts } = findRecoverable({
      cells,
      equations: [declared, { ...guess, isGuess: true }],
    });
    expect(found).toEqual([{ cell: 0, low: 5, high: 5 }]);
    expect(conflicts).toEqual([{ equations: [0, 1], setAside: [1] }]);
  });

  it('takes a missing category for none, unless the shown ones say that there was something', () => {
    const missing: TableCell = { ...base, state: 'missing' };
    expect(recoverable(table([withheld, missing, shown(9)], [0, 1, 2]))).toEqual([{ cell: 0, low: 9, high: 9 }]);
    // By the second sum it is 25 - 5 = 20, so that of 29 at most 9 are left for the gap: all, or shared with an unknown one.
    const cells = [withheld, missing, shown(29), shown(5), unknown, shown(25)];
    expect(recoverable(table(cells, [0, 1, 2], [1, 3, 5]))).toEqual([{ cell: 0, low: 9, high: 9 }]);
    expect(recoverable(table(cells, [0, 1, 4, 2], [1, 3, 5]))).toEqual([]);
  });

  it('takes a rounded total for what it may have been: 20 is 15 to 25, so that the gap is 1 to 6', () => {
    expect(recoverable(table([shown(19), withheld, shown(20, 5)], [0, 1, 2]))).toEqual([]);
    // 24 of at most 25 are shown: what is left is 1.
    expect(recoverable(table([shown(24), withheld, shown(20, 5)], [0, 1, 2]))).toEqual([{ cell: 1, low: 1, high: 1 }]);
  });

  it('believes a sum though a rate contradicts it, which may be of other residents', () => {
    // By itself the total is 25 to 34, and leaves 1 to 4; by its rate it would be 25 to 28, less than the 30 that are shown.
    const total: TableCell = { ...shown(26.5, 1.5), certain: [25, 34] };
    expect(findRecoverable(table([shown(30), withheld, total], [0, 1, 2]))).toEqual({
      recoverable: [{ cell: 1, low: 1, high: 4 }],
      conflicts: [],
    });
  });

  it('believes what a rate leaves of a rounded total, where nothing contradicts it', () => {
    // By itself the total is 25 to 34, and leaves 5 to 14; by its rate it is 25 to 28, which leaves 5 to 8.
    const total: TableCell = { ...shown(26.5, 1.5), certain: [25, 34] };
    expect(recoverable(table([shown(20), withheld, total], [0, 1, 2]))).toEqual([{ cell: 1, low: 5, high: 8 }]);
  });

  it('knows that one rounded total is the same figure in two sums', () => {
    // Total - 10 = a and total - 12 = b, so that a is b + 2; and a + b = 8.
    const cells = [shown(10), withheld, shown(12), withheld, shown(20, 5), shown(8)];
    expect(recoverable(table(cells, [0, 1, 4], [2, 3, 4], [1, 3, 5]))).toEqual([
      { cell: 1, low: 5, high: 5 },
      { cell: 3, low: 3, high: 3 },
    ]);
  });

  it('is the corner of a table that its rows and columns close in on', () => {
    // a + b = 23, c + d = 3, a + c = 13, b + d = 13: each row and column has two gaps.
    const corner = [withheld, withheld, shown(23), withheld, withheld, shown(3), shown(13), shown(13), shown(26)];
    // c is 1 or 2, and so a is 12 or 11, b 11 or 12.
    expect(recoverable(table(corner, [0, 1, 2], [3, 4, 5], [0, 3, 6], [1, 4, 7]))).toEqual([
      { cell: 0, low: 11, high: 12 },
      { cell: 1, low: 11, high: 12 },
      { cell: 3, low: 1, high: 2 },
      { cell: 4, low: 1, high: 2 },
    ]);
  });

  it('is a month that its year gives away', () => {
    const months = [9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8].map((count) => shown(count));
    // The eleven add up to 89.
    expect(recoverable(table([...months, withheld, shown(93)], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))).toEqual([
      { cell: 11, low: 4, high: 4 },
    ]);
  });

  it('is a stock that opening, starts and ends give away', () => {
    const terms = [[0, 1] as const, [1, 1] as const, [2, -1] as const, [3, -1] as const];
    const balance: LinearTable = {
      cells: [shown(30), shown(12), shown(38), withheld],
      equations: [{ kind: 'balance', terms }],
    };
    expect(recoverable(balance)).toEqual([{ cell: 3, low: 4, high: 4 }]);
  });

  it('is a count that a rate and its population give back as exactly as its decimals allow', () => {
    // 0.4 per 1,000 of 9,800 is 3.92, and 0.35 to 0.45 are 3.43 to 4.41: the count is 4.
    const rate: LinearTable = {
      cells: [withheld, { ...shown(0.4, 0.05), isWhole: false }],
      equations: [
        {
          kind: 'statistic',
          terms: [
            [0, 1],
            [1, -9.8],
          ],
        },
      ],
    };
    expect(recoverable(rate)).toEqual([{ cell: 0, low: 4, high: 4 }]);
  });

  it('is what whole numbers leave: 2a + 3b = 9 has no answer but a = 3, b = 1, where a is at least 1', () => {
    const terms = [[0, 2] as const, [1, 3] as const, [2, -1] as const];
    const cells = [{ ...withheld, minimumWidth: 2 }, unknown, shown(9)];
    expect(recoverable({ cells, equations: [{ kind: 'balance', terms }] })).toEqual([{ cell: 0, low: 3, high: 3 }]);
  });

  it('believes that a withheld count is at least 1 before it takes what is left out for nothing', () => {
    // Cell 3 is 0 by cell 4, so that one of the two is wrong; of cell 0 it follows only by a guess that what is left out is nothing.
    const missing: TableCell = { ...unknown, state: 'missing', lowest: 0 };
    const cells = [withheld, shown(0), missing, withheld, shown(0), withheld];
    expect(recoverable(table(cells, [0, 1, 2], [3, 4], [0, 3, 5]))).toEqual([{ cell: 3, low: 0, high: 0 }]);
  });

  it('uses what is unknown for no more than that it is not negative', () => {
    expect(recoverable(table([withheld, unknown, shown(3)], [0, 1, 2]))).toEqual([{ cell: 0, low: 1, high: 3 }]);
    expect(recoverable(table([withheld, unknown, shown(5)], [0, 1, 2]))).toEqual([]);
  });

  it('believes no sum that its own figures contradict, and says which', () => {
    // 60 + 45 are more than 100 already.
    const cells = [shown(60), shown(45), withheld, shown(100)];
    expect(findRecoverable(table(cells, [0, 1, 2, 3]))).toEqual({ recoverable: [], conflicts: [conflict(0)] });
  });

  it('believes each of two sums that contradict each other, since either may be the wrong one', () => {
    // By the first sum the gap is 3, by the second 9.
    const cells = [withheld, shown(10), shown(13), shown(30), shown(39)];
    expect(findRecoverable(table(cells, [0, 1, 2], [0, 3, 4]))).toEqual({
      recoverable: [{ cell: 0, low: 3, high: 3 }],
      conflicts: [conflict(0, 1)],
    });
  });

  it('believes each sum of areas by itself where a region and its parts do not add up', () => {
    // Two boroughs of 40 and a gap are 83, two others 90; but all together are 180, and not 83 + 90.
    const cells = [shown(40), shown(40), withheld, shown(83), shown(45), shown(45), shown(90), shown(180)];
    const found = findRecoverable(table(cells, [0, 1, 2, 3], [4, 5, 6], [3, 6, 7], [0, 1, 2, 4, 5, 7]));
    expect(found.recoverable).toEqual([{ cell: 2, low: 3, high: 3 }]);
    expect(found.conflicts).toEqual([conflict(0, 3)]);
  });

  it('believes all but one of three sums that contradict each other, whichever it is', () => {
    // By the first and second a + b = 20 and b + c = 20, so that a is c; by the third a + 2 = c. Two of them leave a wide range,
    // and so does each by itself; b + c = 20 and a + 2 = c with a + d = 21 and d = 18 do not.
    const cells = [withheld, withheld, withheld, shown(20), shown(20), shown(2), shown(19), shown(21)];
    const found = findRecoverable(table(cells, [0, 1, 3], [1, 2, 4], [0, 5, 2], [0, 6, 7]));
    expect(found.recoverable.map(({ cell }) => cell)).toEqual([0, 1, 2]);
    expect(found.conflicts).toEqual([conflict(0, 1, 2)]);
  });

  it('holds an approximate sum to be true where nothing contradicts it, and sets it aside before an exact one', () => {
    const approximate = (cells: readonly TableCell[], ...sums: readonly (readonly number[])[]): LinearTable => {
      const { equations, ...rest } = table(cells, ...sums);
      return { ...rest, equations: equations.map((sum, index) => ({ ...sum, isApproximate: index === 1 })) };
    };
    // By the exact sum the gap and another share 20; by the approximate one it is 4, within 1.
    const within: TableCell = { ...shown(1, 1), cost: Number.POSITIVE_INFINITY };
    const consistent = [withheld, withheld, shown(20), shown(10), within, shown(15)];
    expect(recoverable(approximate(consistent, [0, 1, 2], [0, 3, 4, 5])).map(({ cell }) => cell)).toEqual([0, 1]);
    // By the exact sum it is 3; by the approximate one at least 13: it removes nothing.
    const contrary = [withheld, shown(17), shown(20), shown(10), within, shown(25)];
    expect(findRecoverable(approximate(contrary, [0, 1, 2], [0, 3, 4, 5]))).toEqual({
      recoverable: [{ cell: 0, low: 3, high: 3 }],
      conflicts: [{ equations: [0, 1], setAside: [1] }],
    });
  });

  it('takes a withheld count to be at least 1 still, where shown figures contradict each other beside it', () => {
    // Two gaps share 5; that 60 are more than the 50 that the first is a part of says nothing of them.
    const cells = [withheld, withheld, shown(5), shown(60), shown(50)];
    expect(findRecoverable(table(cells, [0, 1, 2], [0, 3, 4]))).toEqual({
      recoverable: [
        { cell: 0, low: 1, high: 4 },
        { cell: 1, low: 1, high: 4 },
      ],
      conflicts: [conflict(1)],
    });
  });

  it('is nothing where nothing is withheld', () => {
    expect(findRecoverable(table([shown(1), shown(2), shown(3)], [0, 1, 2]))).toEqual({
      recoverable: [],
      conflicts: [],
    });
  });
});

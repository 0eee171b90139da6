import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearTable, TableCell, TableEquation } from './linear-table.ts';
import { findRecoverable } from './ranges.ts';
import { informativeEquations } from './structure-gaps.ts';

const shown = (value: number): TableCell => ({
  value,
  state: 'shown',
  cost: 1,
  slack: 0,
  minimumWidth: 4,
  lowest: 1,
});
const withheld: TableCell = { ...shown(0), value: null, state: 'withheld' };
const unknown: TableCell = { ...shown(0), value: null, state: 'unknown', minimumWidth: 0, lowest: 0 };
const missing: TableCell = { ...unknown, state: 'missing' };

/** The whole is the sum of the parts, by their positions. */
const sum = (whole: number, ...parts: readonly number[]): TableEquation => ({
  kind: 'areas',
  terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
});

/** The positions of the equations that tell something. */
function telling(cells: readonly TableCell[], ...equations: readonly TableEquation[]): readonly number[] {
  return informativeEquations(cells, equations).map((equation) => equations.indexOf(equation));
}

describe('the equations that tell something', () => {
  it('are those of which all figures are shown or withheld', () => {
    expect(telling([shown(12), shown(4), withheld], sum(0, 1, 2))).toEqual([0]);
  });

  it('do not have a total of which nothing is known: it is whatever the parts add up to', () => {
    expect(telling([unknown, shown(4), withheld], sum(0, 1, 2))).toEqual([]);
  });

  it('may have a part of which nothing is known: the others are at most the total', () => {
    expect(telling([shown(12), unknown, withheld], sum(0, 1, 2))).toEqual([0]);
  });

  it('do not have an unknown part that stands alone against the total', () => {
    expect(telling([withheld, unknown], sum(0, 1))).toEqual([]);
  });

  it('may have an unknown total that another equation tells', () => {
    // Both wholes are cell 0, so that the withheld figure and 4 are 9 and 2.
    expect(telling([unknown, withheld, shown(4), shown(9), shown(2)], sum(0, 1, 2), sum(0, 3, 4))).toEqual([0, 1]);
  });

  it('may have a total that is missing: it is taken for nothing', () => {
    expect(telling([missing, withheld], sum(0, 1))).toEqual([0]);
  });

  it('go with the equation that told their unknown figure, in whichever order they stand', () => {
    // Cell 0 is unknown in the second alone, which therefore tells nothing of cell 1; so the other does not either.
    const cells = [unknown, unknown, withheld, withheld];
    const [ofCell1, ofCell0] = [sum(1, 2), sum(0, 1, 3)];
    expect(telling(cells, ofCell1, ofCell0)).toEqual([]);
    expect(telling(cells, ofCell0, ofCell1)).toEqual([]);
  });

  it('stay in their order, whichever go', () => {
    const cells = [shown(12), shown(4), withheld, unknown];
    expect(telling(cells, sum(0, 1, 2), sum(3, 1, 2), sum(0, 2, 1))).toEqual([0, 2]);
  });

  it('tell as much as all of them', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { recoverable } = findRecoverable({
          ...table,
          equations: informativeEquations(table.cells, table.equations),
        });
        expect(recoverable).toEqual(findRecoverable(table).recoverable);
      }),
      { seed: 20251123, numRuns: 500 },
    );
    const left = fc
      .sample(tables, { seed: 20251123, numRuns: 500 })
      .map(({ cells, equations }) => equations.length - informativeEquations(cells, equations).length);
    expect([0, 1, 2, 3].map((count) => left.includes(count))).toEqual([true, true, true, true]);
  });
});

/** Some of the sums in two rows and two columns of counts from 1 to 9 with their totals: of each, an attacker knows it, that it is withheld, or nothing. */
const tables: fc.Arbitrary<LinearTable> = fc
  .record({
    counts: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 9 }))),
    used: fc.subarray([sum(2, 0, 1), sum(5, 3, 4), sum(8, 6, 7), sum(6, 0, 3), sum(7, 1, 4), sum(8, 2, 5)]),
    states: fc.array(fc.constantFrom('shown', 'shown', 'withheld', 'unknown'), { minLength: 9, maxLength: 9 }),
  })
  .map(({ counts: [a = 0, b = 0, c = 0, d = 0], used, states }) => {
    const truths = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
    const cellOf = { shown, withheld: () => withheld, unknown: () => unknown };
    const cells = truths.map((truth, index) => cellOf[states[index] ?? 'shown'](truth));
    return { cells, equations: used };
  });

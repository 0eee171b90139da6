import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearTable, TableCell, TableEquation } from '@boroughgraph/kit/inside/disclosure/linear-table.ts';
import { findRecoverable } from '@boroughgraph/kit/inside/disclosure/ranges.ts';
import { leastCostOf } from './least-cost.ts';

const base = { slack: 0, minimumWidth: 4, lowest: 1 } as const;

/** The first of the positions is the sum of the others. */
const sum = (whole: number, ...parts: readonly number[]): TableEquation => ({
  kind: 'areas',
  terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
});

/** Two rows of two with their totals, under a policy of 1 to 5; each cell has a cost of its own. */
function tableOf([a = 0, b = 0, c = 0, d = 0]: readonly number[], costs: readonly number[]): LinearTable {
  const values = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
  const cells = values.map((value, cell): TableCell => ({
    ...base,
    value,
    cost: costs[cell] ?? 1,
    state: value >= 1 && value <= 5 ? 'withheld' : 'shown',
  }));
  return { cells, equations: [sum(2, 0, 1), sum(5, 3, 4), sum(6, 0, 3), sum(7, 1, 4), sum(8, 2, 5), sum(8, 6, 7)] };
}

/** The least cost of all choices of cells that protect a table, by trying each of them; null where none does. */
function triedCost(table: LinearTable): number | null {
  const may = table.cells.flatMap(({ state, value }, cell) => (state === 'shown' && (value ?? 0) >= 1 ? [cell] : []));
  const costs = Array.from({ length: 2 ** may.length }, (_, number) => {
    const chosen = new Set(may.filter((_cell, index) => (number >> index) % 2 === 1));
    const cells = table.cells.map((cell, at): TableCell => (chosen.has(at) ? { ...cell, state: 'withheld' } : cell));
    const isProtected = findRecoverable({ ...table, cells }).recoverable.length === 0;
    return isProtected ? [...chosen].reduce((total, cell) => total + (table.cells[cell]?.cost ?? 0), 0) : Infinity;
  });
  const least = Math.min(...costs);
  return Number.isFinite(least) ? least : null;
}

describe('the least cost of protecting a table', () => {
  it('is that of the cheapest of all choices', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
    const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(counts, costs, (of, prices) => {
        const table = tableOf(of, prices);
        const found = leastCostOf(table, 10_000);
        expect(found === null ? null : Math.round(found.atLeast)).toBe(triedCost(table));
      }),
      { seed: 20_260_401, numRuns: 25 },
    );
  });
});

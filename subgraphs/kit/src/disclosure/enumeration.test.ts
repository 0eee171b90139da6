import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearTable, RecoverableCell, TableCell, TableEquation } from './linear-table.ts';
import { findRecoverable } from './ranges.ts';
import { protectTable } from './suppress.ts';

/** Above all figures that the tables of these tests hold, so that what has no upper end reaches it. */
const ceiling = 250;
/** Tables that take more are left out: with that, few are. */
const mostSteps = 4_000;

/** All that an attacker can tell of a table, by trying every whole number in every open cell; null where that takes too long. */
function enumerate({
  cells,
  equations,
}: LinearTable): { readonly tables: number; readonly ranges: RecoverableCell[] } | null {
  const bounds = cells.map(boundsOf);
  const ranges = cells.map((_, cell) => ({ cell, low: Infinity, high: -Infinity }));
  const isOpen = ({ state, slack }: TableCell) => state !== 'shown' || slack > 0;
  const open = cells.flatMap((cell, position) => (isOpen(cell) ? [position] : []));
  const equationsOf = cells.map((_, cell) => equations.filter(({ terms }) => terms.some(([other]) => other === cell)));
  let steps = 0;
  let tables = 0;
  /** The ends that one equation leaves for a cell beside the bounds of the others. */
  const leftBy = ({ terms }: TableEquation, cell: number): readonly [number, number] => {
    let [least, most, own] = [0, 0, 1];
    for (const [other, by] of terms) {
      const [lower, upper] = bounds[other] ?? [0, 0];
      if (other === cell) {
        own = by;
      } else {
        least += Math.min(by * lower, by * upper);
        most += Math.max(by * lower, by * upper);
      }
    }
    return own > 0 ? [-most / own, -least / own] : [-least / own, -most / own];
  };
  const visit = (depth: number): void => {
    steps += 1;
    const cell = open[depth];
    if (steps > mostSteps) return;
    if (cell === undefined) {
      tables += 1;
      for (const range of ranges) {
        const value = bounds[range.cell]?.[0] ?? 0;
        range.low = Math.min(range.low, value);
        range.high = Math.max(range.high, value);
      }
      return;
    }
    const [lower, upper] = bounds[cell] ?? [0, 0];
    const ends = (equationsOf[cell] ?? []).map((equation) => leftBy(equation, cell));
    const first = Math.max(lower, ...ends.map(([least]) => Math.ceil(least)));
    const last = Math.min(upper, ...ends.map(([, most]) => Math.floor(most)));
    for (let value = first; value <= last; value += 1) {
      bounds[cell] = [value, value];
      visit(depth + 1);
    }
    bounds[cell] = [lower, upper];
  };
  visit(0);
  const isNarrow = ({ cell, low, high }: RecoverableCell) =>
    cells[cell]?.state === 'withheld' && high - low < cells[cell].minimumWidth;
  return steps > mostSteps ? null : { tables, ranges: ranges.filter(isNarrow) };
}

function boundsOf({ state, value, slack, lowest, minimumWidth }: TableCell): readonly [number, number] {
  if (state === 'withheld')
    return [lowest, value !== null && value <= lowest + minimumWidth ? lowest + minimumWidth : ceiling];
  if (state === 'unknown' || value === null) return [0, ceiling];
  return [Math.max(0, value - slack), value + slack];
}

/** Small counts of a table by rows, columns and layers, under a policy of 1 to 3. */
interface Plan {
  readonly shape: readonly [rows: number, columns: number, layers: number];
  readonly counts: readonly number[];
  /** What else is true of each cell. */
  readonly traits: readonly ('plain' | 'unknown' | 'kept' | 'publisher')[];
  readonly areTotalsRounded: boolean;
}

const plans: fc.Arbitrary<Plan> = fc.record({
  shape: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 3 }), fc.constantFrom(1, 1, 2)),
  counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 14 })), {
    minLength: 12,
    maxLength: 12,
  }),
  traits: fc.array(
    fc.oneof(
      { weight: 16, arbitrary: fc.constant('plain' as const) },
      { weight: 3, arbitrary: fc.constantFrom('unknown', 'kept', 'publisher', 'publisher') },
    ),
    { minLength: 36, maxLength: 36 },
  ),
  areTotalsRounded: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
});

/** A table with a total after each row, column and, where there are two, layer. */
function tableOf({ shape, counts, traits, areTotalsRounded }: Plan): LinearTable {
  const [rows, columns, layers] = shape;
  const sizes = [layers === 1 ? 1 : 3, rows + 1, columns + 1] as const;
  const at = (place: readonly number[]) => ((place[0] ?? 0) * sizes[1] + (place[1] ?? 0)) * sizes[2] + (place[2] ?? 0);
  const places = [...Array(sizes[0]).keys()].flatMap((layer) =>
    [...Array(sizes[1]).keys()].flatMap((row) => [...Array(sizes[2]).keys()].map((column) => [layer, row, column])),
  );
  const ends = [layers === 1 ? -1 : 2, rows, columns];
  const partsOf = (place: readonly number[]) =>
    places.filter((part) =>
      part.every((step, axis) => step !== ends[axis] && (step === place[axis] || place[axis] === ends[axis])),
    );
  const countOf = (place: readonly number[]) =>
    partsOf(place).reduce((total, part) => total + (counts[at(part) % counts.length] ?? 0), 0);
  const cells = places.map((place): TableCell => {
    const isTotal = place.some((step, axis) => step === ends[axis]);
    return cellOf(countOf(place), {
      trait: traits[at(place)] ?? 'plain',
      isTotal,
      isRounded: isTotal && areTotalsRounded,
    });
  });
  const equations = [0, 1, 2].flatMap((axis): TableEquation[] =>
    places
      .filter((place) => place[axis] === ends[axis])
      .map((whole) => ({
        kind: 'categories',
        terms: places
          .filter((part) => part.every((step, other) => other === axis || step === whole[other]))
          .map((part) => [at(part), part[axis] === ends[axis] ? -1 : 1]),
      })),
  );
  return { cells, equations };
}

function cellOf(
  count: number,
  {
    trait,
    isTotal,
    isRounded,
  }: { readonly trait: Plan['traits'][number]; readonly isTotal: boolean; readonly isRounded: boolean },
): TableCell {
  const isSmall = count >= 1 && count <= 3;
  const cell = { cost: trait === 'kept' ? Infinity : isTotal ? 1 : 10, slack: 0, minimumWidth: 2, lowest: 1 };
  if (isSmall) return { ...cell, state: 'withheld', value: trait === 'publisher' ? null : count };
  if (trait === 'unknown') return { ...cell, state: 'unknown', value: null };
  return isRounded
    ? { ...cell, state: 'shown', value: Math.round(count / 5) * 5, slack: 2 }
    : { ...cell, state: 'shown', value: count };
}

function withheldBesides(table: LinearTable, besides: readonly number[]): LinearTable {
  const withhold = (cell: TableCell, position: number): TableCell =>
    besides.includes(position) ? { ...cell, state: 'withheld' } : cell;
  return { ...table, cells: table.cells.map(withhold) };
}

const fixed = { seed: 20251122, numRuns: 200 };

describe('beside every whole table that a reader cannot tell from the true one', () => {
  it('finds the same cells to follow, with the same ranges, and not few', () => {
    let found = 0;
    fc.assert(
      fc.property(plans.map(tableOf), (table) => {
        const all = enumerate(table);
        fc.pre(all !== null && all.tables > 0);
        found += all.ranges.length;
        expect(findRecoverable(table)).toEqual({ recoverable: all.ranges, conflicts: [] });
      }),
      fixed,
    );
    expect(found).toBeGreaterThan(200);
  });

  it('leaves nothing to follow after protection, but what it names', () => {
    fc.assert(
      fc.property(plans.map(tableOf), (table) => {
        const { withheld, unprotected } = protectTable(table);
        const all = enumerate(withheldBesides(table, withheld));
        fc.pre(all !== null && all.tables > 0);
        expect(all.ranges.map(({ cell }) => cell).filter((cell) => !unprotected.includes(cell))).toEqual([]);
      }),
      fixed,
    );
  });

  it('leaves something unprotected only where something follows when all that may be withheld is', () => {
    fc.assert(
      fc.property(plans.map(tableOf), (table) => {
        const { unprotected } = protectTable(table);
        const may = table.cells.flatMap(({ state, value, cost }, cell) =>
          state === 'shown' && cost < Infinity && (value ?? 0) >= 1 ? [cell] : [],
        );
        const follows = findRecoverable(withheldBesides(table, may)).recoverable;
        expect(unprotected.length > 0 && follows.length === 0).toBe(false);
      }),
      fixed,
    );
  });

  it('withholds no cell that could be given back', () => {
    fc.assert(
      fc.property(plans.map(tableOf), (table) => {
        const { withheld, unprotected } = protectTable(table);
        fc.pre(unprotected.length === 0);
        const needless = withheld.filter((cell) => {
          const without = withheldBesides(
            table,
            withheld.filter((other) => other !== cell),
          );
          return findRecoverable(without).recoverable.length === 0;
        });
        expect(needless).toEqual([]);
      }),
      fixed,
    );
  });
});

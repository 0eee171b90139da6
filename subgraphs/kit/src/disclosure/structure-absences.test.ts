import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { describe, expect, it } from 'vitest';
import type { TableCell, TableEquation } from './linear-table.ts';
import { type DisclosurePolicy, disclosurePolicies } from './policy.ts';
import { figuresIn } from './structure-figures.ts';
import { endMonthOf } from './figure-index.ts';
import { rangesOfAbsent, withholdAbsent } from './structure-absences.ts';

const policy = disclosurePolicies['dfe-1-5'];
const shown = (value: number, slack = 0): TableCell => ({
  value,
  state: 'shown',
  cost: 1,
  slack,
  minimumWidth: 4,
  lowest: 1,
});
const withheld: TableCell = { ...shown(0), value: null, state: 'withheld' };
const gap: TableCell = { ...withheld, state: 'unknown', minimumWidth: 0, lowest: 0 };

/** The first of the positions is the sum of the others. */
const sum = (whole: number, ...parts: readonly number[]): TableEquation => ({
  kind: 'areas',
  terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
});

/** The positions of the gaps that are withheld, where all are under one policy. */
function withheldGaps(
  cells: readonly TableCell[],
  equations: readonly TableEquation[],
  of: DisclosurePolicy = policy,
): readonly number[] {
  const absent = new Map(cells.flatMap((cell, position) => (cell === gap ? [[position, of] as const] : [])));
  const protectedCells = withholdAbsent(cells, absent, rangesOfAbsent(cells, equations, absent));
  return protectedCells.flatMap(({ state }, position) =>
    cells[position] === gap && state === 'withheld' ? [position] : [],
  );
}

it('is told from one of which a publisher says that nothing was counted, behind shares too', () => {
  const indicator = libraryVisits;
  const [place, dimensions] = ['E09000001', {}];
  const index = figuresIn([
    {
      table: 'library/visits',
      indicator,
      place,
      dimensions,
      readings: new Map([[0, { value: null, status: 'NOT_COLLECTED' }]]),
      policy,
      roundedTo: 1,
      isFixed: false,
    },
  ]);
  const endMonth = endMonthOf(indicator, 0);
  for (const part of ['VALUE', 'NUMERATOR', 'DENOMINATOR'] as const) {
    const name = { table: 'library/visits', indicator: indicator.id, part };
    expect(index.at(name, { place, dimensions, endMonth })).toMatchObject({ state: 'gap', isMarked: true });
    expect(index.at(name, { place: 'E09000007', dimensions, endMonth })).toMatchObject({ isMarked: false });
  }
});

describe('an absent figure beside its total', () => {
  it.each([
    ['a small count', 66, [0]],
    ['the largest that is withheld', 67, [0]],
    ['the smallest that is shown', 68, []],
    ['thousands', 9000, []],
    ['nothing', 62, []],
    ['less than nothing, which contradicts itself', 60, []],
  ])('that leaves %s', (_what, total, expected) => {
    expect(withheldGaps([gap, shown(total), shown(31), shown(31)], [sum(1, 0, 2, 3)])).toEqual(expected);
  });

  it('is withheld for a zero where zeros are', () => {
    const cells = [gap, shown(62), shown(31), shown(31)];
    expect(withheldGaps(cells, [sum(1, 0, 2, 3)], disclosurePolicies['ndtms-under-5'])).toEqual([0]);
  });

  it('stays beside a withheld one, which hides what it is', () => {
    expect(withheldGaps([gap, shown(35), withheld, shown(31)], [sum(1, 0, 2, 3)])).toEqual([]);
  });

  it('stays where rounding leaves it large, and is withheld where it leaves it small', () => {
    // 40 to 49 less 31 is 9 to 18; 32.5 to 35.5, which are 33 to 35, less 31 are 2 to 4.
    expect(withheldGaps([gap, shown(44.5, 4.5), shown(31)], [sum(1, 0, 2)])).toEqual([]);
    expect(withheldGaps([gap, shown(34, 1.5), shown(31)], [sum(1, 0, 2)])).toEqual([0]);
  });

  it('is worked out through another that is absent', () => {
    // Cell 1 is 900 by its own parts, so that the other is 904 - 900.
    const cells = [gap, gap, shown(904), shown(500), shown(400)];
    expect(withheldGaps(cells, [sum(2, 0, 1), sum(1, 3, 4)])).toEqual([0]);
  });

  it('is withheld with another where both together are less than the policy hides', () => {
    expect(withheldGaps([gap, gap, shown(33), shown(31)], [sum(2, 0, 1, 3)])).toEqual([0, 1]);
    expect(withheldGaps([gap, gap, shown(36), shown(31)], [sum(2, 0, 1, 3)])).toEqual([]);
  });

  it('is no leak of what is shown elsewhere under its own policy', () => {
    expect(withheldGaps([gap, shown(4)], [{ ...sum(1, 0), kind: 'same-figure' }])).toEqual([]);
  });
});

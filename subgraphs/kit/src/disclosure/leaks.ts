import type { Leak, LinearTable, RecoverableCell } from './linear-table.ts';
import type { OpenTable } from './open-table.ts';

/** By which equation a withheld cell follows: of those in which it stands, the one that leaves least for it by itself. Never throws. */
export function describeLeak(table: OpenTable, cell: number): Leak {
  const [nearest] = table
    .equationsOf(cell)
    .map((equation) => ({
      equation,
      width: widthLeft(table, { cell, equation }),
      others: othersOpen(table, { cell, equation }),
    }))
    .toSorted((a, b) => a.width - b.width || a.others - b.others || a.equation - b.equation);
  const equation = nearest?.equation ?? 0;
  return { cell, kind: table.equation(equation).kind, equation };
}

interface Place {
  readonly cell: number;
  readonly equation: number;
}

/** How wide a range one equation leaves for a cell, by what is known of the others beforehand. Infinity where it leaves any. Never throws. */
export function widthLeft(table: OpenTable, { cell, equation }: Place): number {
  let least = 0;
  let most = 0;
  let own = 1;
  for (const [other, coefficient] of table.equation(equation).terms)
    if (other === cell) {
      own = coefficient;
    } else {
      const known = table.knownValue(other);
      const [lower, upper] = table.isOpen(other) ? table.boundsOf(other) : [known, known];
      least += coefficient > 0 ? coefficient * lower : coefficient * upper;
      most += coefficient > 0 ? coefficient * upper : coefficient * lower;
    }
  const ends = [-least / own, -most / own].toSorted((a, b) => a - b);
  const [lower, upper] = table.boundsOf(cell);
  return Math.max(0, Math.min(upper, ends[1] ?? 0) - Math.max(lower, ends[0] ?? 0));
}

const othersOpen = (table: OpenTable, { cell, equation }: Place) =>
  table.equation(equation).terms.filter(([other]) => other !== cell && table.isOpen(other)).length;

/**
 * Whether what follows for a withheld cell is anything that is withheld: not where it is a zero alone and zeros are shown, as of a rate
 * that its policy withholds for another reason than its count. Never throws.
 */
export function isDisclosive({ cells }: LinearTable, { cell, high }: RecoverableCell): boolean {
  return high >= (cells[cell]?.lowest ?? 0);
}

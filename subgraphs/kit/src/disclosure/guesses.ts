import type { LinearTable, TableCell } from './linear-table.ts';
import { OpenTable } from './open-table.ts';
import { mayBeWithheld } from './partner-rings.ts';
import { componentsOf, findRecoverableIn } from './ranges.ts';
import type { Work } from './work.ts';

/** A table in which missing cells may be anything, all of them or some. Never throws. */
export function withoutGuesses(table: LinearTable, cells?: ReadonlySet<number>): LinearTable {
  return {
    ...table,
    cells: table.cells.map((cell, position) =>
      cell.state === 'missing' && cells?.has(position) !== false ? { ...cell, state: 'unknown' } : cell,
    ),
  };
}

/**
 * Sets of missing cells of a table not to be assumed zero, so that some withheld ones can be protected: as few as are found, then
 * all that hang together with them. A file that leaves a row out does not say that it is nothing; where that guess alone makes a
 * withheld cell follow, whatever else is withheld, no suppression helps against it. Empty where nothing is guessed. Never throws.
 *
 * @param exposed withheld cells that have not been protected.
 */
export function guessesToDoubt(
  table: LinearTable,
  exposed: readonly number[],
  work: Work,
): readonly ReadonlySet<number>[] {
  const utmost = withAllHidden(table);
  const guesses = componentsOf(new OpenTable(utmost), exposed).flatMap(({ cells }) =>
    cells.filter((cell) => table.cells[cell]?.state === 'missing'),
  );
  if (guesses.length === 0) return [];
  const all = new Set(guesses);
  const fewest = new Set(guesses);
  const countFollowing = () => findRecoverableIn(withoutGuesses(utmost, fewest), exposed, work).length;
  const inevitable = countFollowing();
  for (const guess of guesses) {
    fewest.delete(guess);
    if (work.isSpent() || countFollowing() > inevitable) fewest.add(guess);
  }
  return fewest.size === 0 || fewest.size === all.size ? [all] : [fewest, all];
}

/** A table in which nothing is known of whatever may be withheld: more cannot be done for the others. */
function withAllHidden(table: LinearTable): LinearTable {
  const open = new OpenTable(table);
  const hidden = (cell: TableCell): TableCell => ({ ...cell, state: 'unknown', value: null });
  return {
    ...table,
    cells: table.cells.map((cell, position) =>
      mayBeWithheld(open, position, Number.POSITIVE_INFINITY) ? hidden(cell) : cell,
    ),
  };
}

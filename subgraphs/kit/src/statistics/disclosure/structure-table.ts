import type { LeakKind, LinearTable, TableCell, TableEquation, TableTerm } from './linear-table.ts';
import type { DisclosurePolicy } from './policy.ts';
import { costOf } from './structure-costs.ts';
import type { Figure } from './structure-figures.ts';

/** Figures and sums of them as a table of cells and equations, put together piece by piece. */
export class StructureTable {
  readonly #cells: TableCell[] = [];
  readonly #figures: (Figure | null)[] = [];
  readonly #equations: TableEquation[] = [];
  readonly #positions = new Map<Figure, number>();

  get table(): LinearTable {
    return { cells: this.#cells, equations: this.#equations };
  }

  /** The figure of a cell; null for a difference that nobody publishes, or a part that is missing. */
  figureAt(cell: number): Figure | null {
    return this.#figures[cell] ?? null;
  }

  /** The whole is the sum of its parts, of which null ones exist and are not published. */
  addSum(kind: LeakKind, whole: Figure, parts: readonly (Figure | null)[]): void {
    const terms = parts.map((part) => [part === null ? this.#push(unknownCell, null) : this.#cellOf(part), 1] as const);
    this.addEquation(kind, [[this.#cellOf(whole), -1], ...terms]);
  }

  /** Figures that add up to zero under their signs. */
  addBalance(kind: LeakKind, terms: readonly (readonly [Figure, number])[]): void {
    this.addEquation(
      kind,
      terms.map(([figure, sign]) => [this.#cellOf(figure), sign]),
    );
  }

  /**
   * A whole and a part of it: their difference is a count that is told by both, and protected where it is small. Left out where
   * nothing follows: where the difference is no small count, and where one of the two is rounded.
   */
  addDifference(whole: Figure, part: Figure): void {
    const { policy } = whole.series;
    const isKnown = whole.state === 'shown' && part.state === 'shown';
    const isTold = isKnown && policy.secondarySuppression && isSmall(restOf(whole, part), policy);
    if ((isKnown && !isTold) || isRounded(whole) || isRounded(part)) return;
    const cell: TableCell = isTold ? withheldCell(whole) : unknownCell;
    this.addEquation('subset', [
      [this.#cellOf(whole), -1],
      [this.#cellOf(part), 1],
      [this.#push(cell, null), 1],
    ]);
  }

  private addEquation(kind: LeakKind, terms: readonly TableTerm[]): void {
    this.#equations.push({ kind, terms });
  }

  #cellOf(figure: Figure): number {
    const known = this.#positions.get(figure);
    if (known !== undefined) return known;
    const made = this.#push(cellOf(figure), figure);
    this.#positions.set(figure, made);
    return made;
  }

  #push(cell: TableCell, figure: Figure | null): number {
    this.#figures.push(figure);
    return this.#cells.push(cell) - 1;
  }
}

const unknownCell: TableCell = {
  value: null,
  state: 'unknown',
  cost: Infinity,
  slack: 0,
  minimumWidth: 0,
  lowest: 0,
};

function cellOf(figure: Figure): TableCell {
  switch (figure.state) {
    case 'unknown':
      return unknownCell;
    case 'withheld':
      // Where its policy withholds nothing for another's sake, nothing that follows is protected either.
      return figure.series.policy.secondarySuppression ? withheldCell(figure) : unknownCell;
    case 'shown': {
      const { low, high } = figure.known ?? { low: 0, high: 0 };
      return { ...withheldCell(figure), state: 'shown', value: (low + high) / 2, slack: (high - low) / 2 };
    }
    default:
      throw new Error(`no cell for ${String(figure.state satisfies never)}`);
  }
}

function withheldCell(figure: Figure): TableCell {
  const { minimumCount, zerosShown } = figure.series.policy;
  const lowest = zerosShown ? 1 : 0;
  const minimumWidth = Math.max(0, minimumCount - 1 - lowest);
  return { value: null, state: 'withheld', cost: costOf(figure), slack: 0, minimumWidth, lowest };
}

const isRounded = ({ known }: Figure) => known !== null && known.low < known.high;
const restOf = (whole: Figure, part: Figure) => (whole.known?.low ?? 0) - (part.known?.low ?? 0);

/** Whether a policy withholds a count for being small. Never throws. */
export function isSmall(count: number, { minimumCount, zerosShown }: DisclosurePolicy): boolean {
  return count < minimumCount && count >= (zerosShown ? 1 : 0) && minimumCount > 1;
}

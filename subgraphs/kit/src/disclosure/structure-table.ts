import type { LeakKind, LinearTable, TableCell, TableEquation, TableTerm } from './linear-table.ts';
import type { DisclosurePolicy } from './policy.ts';
import { rangesOfAbsent, withholdAbsent } from './structure-absences.ts';
import { costOf } from './structure-costs.ts';
import { withZerosToWithhold } from './structure-zeros.ts';
import { informativeEquations } from './structure-gaps.ts';
import type { Figure, FigureOrGap, Gap } from './figure-index.ts';
import type { Standing } from './structure.ts';

/** Figures and sums of them as a table of cells and equations, put together piece by piece. */
export class StructureTable {
  readonly #cells: TableCell[] = [];
  readonly #figures: (Figure | null)[] = [];
  readonly #equations: TableEquation[] = [];
  readonly #positions = new Map<Figure | string, number>();
  readonly #absent = new Map<number, DisclosurePolicy>();
  readonly #absentPlaces = new Map<number, PlacedFigure>();
  #table: LinearTable | null = null;
  #ranges: ReturnType<typeof rangesOfAbsent> | null = null;

  /** All that was put in, without equations that tell nothing. */
  get table(): LinearTable {
    this.#table ??= this.#completed();
    return this.#table;
  }

  /** What no release has beside its total, and what may be more than zero: where it would stand, in no order. */
  get absences(): readonly PlacedFigure[] {
    const ranges = this.#rangesOfAbsent();
    return [...this.#absentPlaces].flatMap(([cell, place]) => {
      const { high } = ranges.get(cell) ?? { high: Infinity };
      return high > 0 && high < Infinity ? [place] : [];
    });
  }

  /** Where a cell would stand that no release has; null for any other cell. */
  absenceAt(cell: number): PlacedFigure | null {
    return this.#absentPlaces.get(cell) ?? null;
  }

  /** Of all that was put in, as the table is. */
  #rangesOfAbsent(): ReturnType<typeof rangesOfAbsent> {
    this.#ranges ??= rangesOfAbsent(this.#cells, this.#equations, this.#absent);
    return this.#ranges;
  }

  #completed(): LinearTable {
    const ranges = this.#rangesOfAbsent();
    const cells = withZerosToWithhold(withholdAbsent(this.#cells, this.#absent, ranges), this.#equations);
    return { cells, equations: informativeEquations(cells, this.#equations) };
  }

  /** Keeps which figures of a sum are not given, where a policy would protect them. */
  #keepAbsent(figures: readonly FigureOrGap[]): void {
    const shown = figures.filter((figure) => figure.state !== 'gap').filter(isUnderPolicy);
    for (const figure of figures) {
      const isGap = figure.state === 'gap';
      if (isGap ? figure.isMarked === true : figure.state !== 'unknown') continue;
      const beside = isGap ? (shown.find((other) => isOneCount(other, figure)) ?? shown[0]) : figure;
      if (beside === undefined || !isUnderPolicy(beside)) continue;
      const cell = this.#cellOf(figure);
      this.#absent.set(cell, beside.series.policy);
      if (isGap && isOneCount(beside, figure) && figure.spot !== undefined)
        this.#absentPlaces.set(cell, { series: { ...beside.series, ...figure.spot }, ordinal: beside.ordinal });
    }
  }

  /** Keeps the rest of a whole where the whole or its part is not given: it may follow all the same, from what the others leave. */
  #keepAbsentRest(rest: number, figures: readonly FigureOrGap[]): void {
    const [beside] = figures.filter((figure) => figure.state !== 'gap').filter(isUnderPolicy);
    const gaps = figures.filter((figure) => figure.state === 'gap' && figure.isMarked !== true);
    if (beside?.state !== 'shown' || gaps.length === 0) return;
    for (const cell of [rest, ...gaps.map((gap) => this.#cellOf(gap))]) this.#absent.set(cell, beside.series.policy);
  }

  /** The figure of a cell; null for a difference that nobody publishes, or a part that is missing. */
  figureAt(cell: number): Figure | null {
    return this.#figures[cell] ?? null;
  }

  /** The whole is the sum of its parts. */
  addSum(relation: Relation, whole: FigureOrGap, parts: readonly FigureOrGap[]): void {
    if (relation.kind !== 'same-figure') this.#keepAbsent([whole, ...parts]);
    const terms = parts.map((part) => [this.#cellOf(part), 1] as const);
    this.#addEquation(relation, [[this.#cellOf(whole), -1], ...terms]);
  }

  /** Takes a gap for nothing, as long as that contradicts nothing. */
  assumeZero(gap: Gap): void {
    this.#cells[this.#cellOf(gap)] = missingCell;
  }

  /** Figures that add up to zero under their signs. */
  addBalance(relation: Relation, terms: readonly (readonly [FigureOrGap, number])[]): void {
    this.#keepAbsent(terms.map(([figure]) => figure));
    this.#addEquation(
      relation,
      terms.map(([figure, sign]) => [this.#cellOf(figure), sign]),
    );
  }

  /** Shares that make up a whole, each in the unit in which it is printed. */
  addShares(relation: Relation, whole: number, parts: readonly Figure[]): void {
    const all = this.#push({ ...unknownCell, state: 'shown', value: whole }, null);
    this.#addEquation(relation, [[all, -1], ...parts.map((part) => [this.#cellOf(part), 1] as const)]);
  }

  /**
   * A whole and a part of it: their difference is a count that both imply, and protected where it is or may be small. Left
   * out where nothing follows: where the difference is no small count.
   */
  addDifference(relation: Relation, whole: FigureOrGap, part: FigureOrGap): void {
    const isKnown = whole.state === 'shown' && part.state === 'shown';
    const isImplied = isKnown && whole.series.policy.secondarySuppression && mayRestBeSmall(whole, part);
    if (isKnown && !isImplied) return;
    const rest = this.#push(isImplied ? withheldCell(whole) : unknownCell, null);
    this.#keepAbsentRest(rest, [whole, part]);
    this.#addEquation(relation, [
      [this.#cellOf(whole), -1],
      [this.#cellOf(part), 1],
      [rest, 1],
    ]);
  }

  #addEquation({ kind, standing = exact, isGuess = false }: Relation, terms: readonly TableTerm[]): void {
    const most = mostOut(standing, terms.length);
    // By how much it is out one way or the other: a cell for each.
    const out = most === 0 ? [] : ([1, -1] as const).map((sign) => [this.#push(upTo(most), null), sign] as const);
    const approximate = standing.kind === 'approximate' ? { isApproximate: true } : {};
    this.#equations.push({ kind, terms: [...terms, ...out], ...approximate, ...(isGuess ? { isGuess } : {}) });
  }

  #cellOf(figure: FigureOrGap): number {
    const key = figure.state === 'gap' ? figure.name : figure;
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    const made = figure.state === 'gap' ? this.#push(unknownCell, null) : this.#push(cellOf(figure), figure);
    this.#positions.set(key, made);
    return made;
  }

  #push(cell: TableCell, figure: Figure | null): number {
    this.#figures.push(figure);
    return this.#cells.push(cell) - 1;
  }
}

/** Where a figure stands, or would stand. */
export type PlacedFigure = Pick<Figure, 'series' | 'ordinal'>;

/** Whether the policy of a figure withholds others for the sake of small ones. */
const isUnderPolicy = ({ series: { isFixed, policy } }: Figure) =>
  !isFixed && policy.secondarySuppression && policy.minimumCount > 1;

/** Whether a gap is one of the count and period of a figure. */
const isOneCount = ({ series: { table, indicator }, endMonth }: Figure, { name, spot }: Gap) =>
  spot?.endMonth === endMonth && name.startsWith(`${table} ${indicator.id} `);

/** What adds up, and how firmly. */
export interface Relation {
  readonly kind: LeakKind;
  /** @default exact */
  readonly standing?: Standing | undefined;
  /** True where nobody declared it. @default false */
  readonly isGuess?: boolean | undefined;
}

const exact: Standing = { kind: 'exact' };

/** By how much an equation of so many figures may be out. */
function mostOut(standing: Standing, figures: number): number {
  switch (standing.kind) {
    case 'exact':
      return 0;
    case 'rounded':
      return standing.by * figures;
    case 'approximate':
      return standing.tolerance;
    default:
      throw new Error(`no tolerance for ${JSON.stringify(standing satisfies never)}`);
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

/** Any whole number from zero to so many, which is no figure and so is never withheld. */
const upTo = (most: number): TableCell => ({
  ...unknownCell,
  state: 'shown',
  value: most / 2,
  slack: most / 2,
  isTolerance: true,
});

const missingCell: TableCell = { ...unknownCell, state: 'missing' };

function cellOf(figure: Figure): TableCell {
  switch (figure.state) {
    case 'unknown':
      return unknownCell;
    case 'withheld':
      // Where its policy withholds nothing for another's sake, nothing that follows is protected either.
      return figure.series.policy.secondarySuppression ? withheldCell(figure) : unknownCell;
    case 'shown': {
      const { known, certain } = figure;
      const { low, high } = known ?? { low: 0, high: 0 };
      const implied = certain === undefined ? {} : { certain: [certain.low, certain.high] as const };
      return { ...withheldCell(figure), ...implied, state: 'shown', value: (low + high) / 2, slack: (high - low) / 2 };
    }
    default:
      throw new Error(`no cell for ${String(figure.state satisfies never)}`);
  }
}

function withheldCell(figure: Figure): TableCell {
  const { shareWidth } = figure;
  const cell = withheldCountCell(figure);
  return shareWidth === undefined ? cell : { ...cell, lowest: 0, minimumWidth: shareWidth, isWhole: false };
}

function withheldCountCell(figure: Figure): TableCell {
  const { minimumCount, zerosShown } = figure.series.policy;
  const lowest = zerosShown ? 1 : 0;
  const minimumWidth = Math.max(0, minimumCount - 1 - lowest);
  const mayBeLess = figure.series.restated?.has(figure.ordinal) === true;
  return { value: null, state: 'withheld', cost: costOf(figure), slack: 0, minimumWidth, lowest, mayBeLess };
}

/** Rounded figures leave a range for their difference, and a small count may lie anywhere in it. */
function mayRestBeSmall({ known, series }: Figure, { known: ofPart }: Figure): boolean {
  const least = Math.max(0, (known?.low ?? 0) - (ofPart?.high ?? 0));
  const most = (known?.high ?? 0) - (ofPart?.low ?? 0);
  return isSmall(least, series.policy) || (most > least && isSmall(Math.max(1, least), series.policy));
}

/** Whether a policy withholds a count for being small. Never throws. */
export function isSmall(count: number, { minimumCount, zerosShown }: DisclosurePolicy): boolean {
  return count < minimumCount && count >= (zerosShown ? 1 : 0) && minimumCount > 1;
}

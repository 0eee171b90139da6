/** How a withheld figure follows from shown ones: by which kind of sum. */
export type LeakKind = 'categories' | 'areas' | 'periods' | 'balance' | 'subset' | 'same-figure' | 'statistic';

/**
 * One figure, as whoever reads the table meets it.
 *
 * `shown` is read, `withheld` has to be protected; of an `unknown` one nothing is known but that it is not negative, and
 * nothing of it needs protection: a figure that is not available, or the rest of a subset which is no small count. `missing` is
 * the same, but assumed to be zero as long as that contradicts nothing: a category that a table does not have.
 */
export interface TableCell {
  /** Null where nobody here knows it, as with what a publisher withheld. Only a withheld or unknown cell may be null. */
  readonly value: number | null;
  readonly state: 'shown' | 'withheld' | 'unknown' | 'missing';
  /**
   * What withholding it would cost: small for wide totals and flows, large for a borough's headline. Infinity: it must stay
   * as it is, for example because another agency serves it.
   */
  readonly cost: number;
  /**
   * Half the width of what rounding hides: 0 for an exact figure, 5 for one that its publisher rounded to 10. Where the rounding is
   * known to the last unit, give the middle of what it hides: 5 to 14 that are shown as 10 are 9.5 with a slack of 4.5.
   */
  readonly slack: number;
  /**
   * The range that is certain of a shown figure, where value and slack say more: a rate narrows it that may be of other residents
   * than those at hand, or halves are assumed to be rounded up. It is what is left where the narrower one contradicts a sum.
   * @default what value and slack say
   */
  readonly certain?: readonly [lower: number, upper: number];
  /**
   * How wide its feasibility interval must stay once it is withheld: 4 where 1 to 5 are withheld. 0: it must not follow exactly. A
   * withheld figure of at most `lowest` and this is a small count, and an attacker is assumed to know that it is one.
   */
  readonly minimumWidth: number;
  /**
   * The lower bound that an attacker assumes for a withheld one: 1 where zeros are shown, else 0. A smaller figure is never withheld for
   * another. Where that contradicts what is shown, the bound is 0.
   */
  readonly lowest: number;
  /** True where a smaller one may be withheld all the same: in another edition the figure is no zero, and must be withheld in both. @default false */
  readonly mayBeLess?: boolean;
  /** True for no figure at all: by how much the one equation that it stands in may be out, from nothing on. @default false */
  readonly isTolerance?: boolean;
  /** False for a rate or a share, which has decimals. @default true */
  readonly isWhole?: boolean;
}

/** Some cells, each times its coefficient, add up to 0. A cell stands in it once. */
export interface TableEquation {
  readonly terms: readonly TableTerm[];
  readonly kind: LeakKind;
  /** True where it holds but nearly, within cells of its own that say how far it may be out. @default false */
  readonly isApproximate?: boolean;
  /** True where nobody declared it: what contradicts a sum that was declared is not believed beside it. @default false */
  readonly isGuess?: boolean;
}

/** The position of a cell in its table, and by what it is multiplied. */
export type TableTerm = readonly [cell: number, coefficient: number];

/** Figures and how they add up: all that an attacker of several tables can put together. */
export interface LinearTable {
  readonly cells: readonly TableCell[];
  readonly equations: readonly TableEquation[];
}

/** A withheld cell that follows from the others: its feasibility interval, both ends included. */
export interface RecoverableCell {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  /** True where the work was spent before it was known whether the cell follows: it is assumed to. @default false */
  readonly isUnproven?: boolean;
}

/**
 * Equations that cannot all be true, while any of them left out, the others can: at least one of them is wrong as published, and nobody
 * can tell which.
 */
export interface Conflict {
  /** Positions of the equations. */
  readonly equations: readonly number[];
  /** Those that are not believed together for it: the approximate ones and those that nobody declared, or all where none is. */
  readonly setAside: readonly number[];
}

/** What an attacker can work out. */
export interface Recoverability {
  /** In the order of the cells. */
  readonly recoverable: readonly RecoverableCell[];
  /** Where the shown figures contradict each other, in no order. */
  readonly conflicts: readonly Conflict[];
}

/** By what a withheld cell followed before anything was done about it. */
export interface Leak {
  readonly cell: number;
  readonly kind: LeakKind;
  /** The position of the equation that tells most of it. */
  readonly equation: number;
}

/** What must be done to a table so that nothing withheld follows from it. */
export interface Protection {
  /** Cells that must be withheld besides, in the order of the cells. */
  readonly withheld: readonly number[];
  /** One for each cell that followed from the table as it was. */
  readonly leaks: readonly Leak[];
  /** Cells that follow whatever is withheld, since what discloses them must stay: the table must not be published. */
  readonly unprotected: readonly number[];
  /** Where the figures as published contradict each other beside a withheld one, in no order. */
  readonly conflicts: readonly Conflict[];
  /**
   * Missing cells that are not assumed to be zero, in the order of the cells: whoever assumes it finds that a withheld one follows,
   * whatever else is withheld.
   */
  readonly doubted: readonly number[];
  /** True where the work was spent before few cells had been found, so that many are withheld. */
  readonly isCoarse: boolean;
}

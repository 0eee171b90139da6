import type { Dimensions } from '../statistics/dimensions.ts';

/**
 * Counts that lie behind an observation: its value, or the numerator or denominator of its share or rate. Each of them is a
 * figure that a policy protects.
 */
export type FigurePart = 'VALUE' | 'NUMERATOR' | 'DENOMINATOR';

/**
 * Which figures a structure relates. One relation holds for every place, for every period, and for every narrowing by the
 * dimensions that no term of the structure names.
 */
export interface FigureReference {
  /** The id of an indicator. */
  readonly indicator: string;
  /** The dataset that the indicator is of, where it is another. @default the dataset that declares the structure */
  readonly dataset?: string;
  /** The agency of that dataset, where it is another. @default the agency that declares the structure */
  readonly agency?: string;
  /**
   * What its series are narrowed to, where the terms differ by it; `{}` where no term names a dimension, for the total beside
   * whatever the others are narrowed to. @default what the other terms are narrowed to
   */
  readonly dimensions?: Dimensions;
  /** @default 'VALUE' */
  readonly part?: FigurePart;
  /**
   * How many months before the period of the structure its own period ends: 12 for the stock of a year before, 9 for the
   * mid-year before a 31 March. Periods of two kinds belong together where they end on the same day. @default 0
   */
  readonly monthsBefore?: number;
}

/**
 * How firmly a relation holds. `exact`: by definition, so that only what is marked as rounded is out. `rounded`: exact but for
 * rounding that nothing marks, by which each of its figures may be out. `approximate`: most of the time and nearly, so that the
 * figures may be out by so much together; where it contradicts the others it alone is not believed.
 */
export type Standing =
  | { readonly kind: 'exact' }
  | { readonly kind: 'rounded'; readonly by: number }
  | { readonly kind: 'approximate'; readonly tolerance: number };

interface Relation {
  /** @default exact */
  readonly standing?: Standing;
}

/** The series of a dimension's values add up to a total. */
export interface CategoriesStructure extends Relation {
  readonly kind: 'categories';
  readonly indicator: string;
  /** @default 'VALUE' */
  readonly part?: FigurePart;
  readonly dimension: string;
  /** The value of the dimension whose series is the total. @default the series that the dimension does not narrow */
  readonly total?: string;
  /** The values that add up. @default all values that the release has series of, but the total and what is named like one */
  readonly values?: readonly string[];
  /** True where nobody declared it, so that it counts only as long as the figures bear it out. @default false */
  readonly isGuess?: boolean;
}

/** The values of a share for a dimension, or for the boroughs, make up the whole: they add up to its multiplier. */
export interface SharesStructure extends Relation {
  readonly kind: 'shares';
  readonly indicator: string;
  /** @default none: the boroughs */
  readonly dimension?: string;
  /** True where nobody declared it, so that it counts only as long as the figures bear it out. @default false */
  readonly isGuess?: boolean;
}

/** The figures of some areas add up to that of a wider one, for every count of the dataset. */
export interface AreasStructure extends Relation {
  readonly kind: 'areas';
  /** The code of the wider area. */
  readonly whole: string;
  /** The codes of the areas that make it up without a rest. */
  readonly members: readonly string[];
}

/**
 * The figures of areas that cover the same ground add up to the same, for every count of the dataset: boroughs, and whatever
 * consists of boroughs or lies in one, to each wider area that they cover. Which do, the rows of a release say.
 */
export interface GeographyStructure extends Relation {
  readonly kind: 'geography';
}

/** The figures of the periods that lie within a longer one add up to its figure: months to a year or to a window of twelve. */
export interface PeriodsStructure extends Relation {
  readonly kind: 'periods';
  readonly whole: FigureReference;
  readonly parts: FigureReference;
}

/** Figures that add up to zero under their signs: any point in the year, less ended in it, less at its end. */
export interface BalanceStructure extends Relation {
  readonly kind: 'balance';
  readonly terms: readonly (FigureReference & { readonly sign: 1 | -1 })[];
}

/** One figure counts a part of another: the difference is a count that both imply. */
export interface SubsetStructure extends Relation {
  readonly kind: 'subset';
  readonly whole: FigureReference;
  readonly part: FigureReference;
}

/** The same count published twice: in another indicator, dataset or agency. */
export interface SameStructure extends Relation {
  readonly kind: 'same';
  readonly figure: FigureReference;
  readonly other: FigureReference;
}

/**
 * A rate, share, mean or median rests on a count, and is withheld with it. A rate or share with a known denominator gives its
 * count back, as exactly as its decimals allow.
 */
export interface StatisticStructure {
  readonly kind: 'statistic';
  readonly statistic: FigureReference;
  readonly count: FigureReference;
  /** Where the denominator is found that its own observations do not carry. @default nowhere */
  readonly denominator?: FigureReference;
}

/** What adds up in a dataset, so that an attacker can work one figure out of others. */
export type Structure =
  | CategoriesStructure
  | SharesStructure
  | AreasStructure
  | GeographyStructure
  | PeriodsStructure
  | BalanceStructure
  | SubsetStructure
  | SameStructure
  | StatisticStructure;

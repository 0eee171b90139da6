import type {
  Additivity,
  AreaType,
  AttributionBasis,
  BreakKind,
  CaveatSeverity,
  PeriodType,
  Polarity,
  Unit,
  ValueType,
} from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimension, Dimensions } from './dimensions.ts';
import type { PeriodGrid } from './periods.ts';

/** A day at which numbers before and after are not comparable. */
export interface SeriesBreak {
  readonly at: string;
  readonly kind: BreakKind;
  readonly note: string;
  /** Who says so. @default the publisher's own table, which shows it */
  readonly source?: string;
}

/** What a reader must know before using a number. */
export interface Caveat {
  readonly severity: CaveatSeverity;
  readonly text: string;
}

/** What a series measures: which place, and which value of each dimension it is narrowed to. */
export interface SeriesSubject {
  /** An area code, or the id of a site. */
  readonly place: string;
  readonly dimensions: Dimensions;
}

/** A remark on some series of an indicator; on all of them where `appliesTo` is absent. */
export type Remark<T> = T & { readonly appliesTo?: (subject: SeriesSubject) => boolean };

/** A break as an indicator declares it. */
export interface DeclaredBreak extends SeriesBreak {
  /**
   * Of a change that no source dates: the first day on which figures are not known any more to be of the old way, and the first on which
   * they are known to be of the new one. It is served where the figures that are loaded pass from the old way to what is not known, and
   * from that to the new one; `at` is then the latest day that it can have. @default it is at its day
   */
  readonly undated?: { readonly unsureFrom: string; readonly newFrom: string };
}

/** A starting point that a framework states, and to which area it belongs. */
export interface Baseline {
  /** In the unit of the indicator. */
  readonly value: number;
  /** Ids of the framework and of its measure, which is tied to the indicator. */
  readonly framework: string;
  readonly measure: string;
  /** The document's own words, and its place. */
  readonly text: string;
  readonly source: string;
  readonly area: string;
  /** True for what happened in a year, which is held against twelve months alone. @default false */
  readonly isOfYear?: boolean;
  /** Why no figure of the indicator may be compared with it, as a sentence. @default nothing */
  readonly notComparableBecause?: string;
}

/** A count of those of whom a rate is, where it is served. */
export interface RateBase {
  /** The id of the indicator. */
  readonly indicator: string;
  /** @default the dataset of the rate */
  readonly dataset?: string;
  /** @default the agency of the rate */
  readonly agency?: string;
  /** How many months before the period of the rate its own period ends: 9 for the mid-year before a 31 March. @default 0 */
  readonly monthsBefore?: number;
}

/** A count of which another counts a part, where it is served. */
export interface WiderCount {
  /** The id of the indicator. */
  readonly indicator: string;
  /** @default the agency of the part */
  readonly agency?: string;
  /** How many months before the period of the part its own period ends. @default 0 */
  readonly monthsBefore?: number;
}

/** What a value can be at all, both ends included, in the unit of its indicator. */
export interface PossibleValues {
  readonly low: number;
  readonly high: number;
  /** True where it can only be a whole number. */
  readonly isWhole: boolean;
}

/** One thing that an agency measures: what a number of it means wherever it is shown. */
export interface IndicatorDefinition {
  /** Kebab-case; written into dashboards, so it never changes. */
  readonly id: string;
  /** The dataset whose releases answer for it. */
  readonly datasetId: string;
  readonly name: string;
  readonly definition: string;
  /** Other words by which people look for it: abbreviations, everyday words, what another publisher calls it. @default [] */
  readonly alsoCalled?: readonly string[];
  /** The same for values of its dimensions, by value. @default none */
  readonly valuesAlsoCalled?: Readonly<Record<string, readonly string[]>>;
  readonly unit: Unit;
  readonly valueType: ValueType;
  /** 1 for a count, 1000 for a rate per 1,000. */
  readonly multiplier: number;
  /** Decimals for display; values are served as published. */
  readonly decimals: number;
  /**
   * What a value can be at all, where that does not follow from its kind; a row with another is refused.
   *
   * @default 0 to 100 for a percentage, -100 to 100 for a gap between two, whole and not below 0 for a count, not below 0 for others
   */
  readonly possible?: Partial<PossibleValues>;
  readonly polarity: Polarity;
  readonly additivity: Additivity;
  readonly attributionBasis: AttributionBasis;
  /** The kinds of area that it is measured on; empty where only sites are. */
  readonly areaTypes: readonly AreaType[];
  /** What kind of site it is measured at, such as `court`; absent where only areas are. */
  readonly siteKind?: string;
  /** The regular grid of its periods: of its first kind of period, where it has several. */
  readonly grid: PeriodGrid;
  /** The same in further kinds of period, each with series of its own, where some publish it so: see `inEachKind`. @default [] */
  readonly otherKinds?: readonly IndicatorDefinition[];
  /** The id of the indicator of which this is a further kind of period: the one that readers and files know. @default its own id */
  readonly kindOf?: string;
  readonly dimensions: readonly Dimension[];
  /**
   * Of an index, whose periods are the years of its editions: by the id of the period, of which years the data of that edition are,
   * to complete the sentence `in the edition of 2019, …`. No such figure is of its period, and none was published before its time.
   *
   * @default figures are of their periods
   */
  readonly editions?: Readonly<Record<string, string>>;
  readonly breaks?: readonly Remark<DeclaredBreak>[];
  /**
   * True where each edition of its table restates the periods that it holds, so that figures of two editions may not count alike: a
   * series then has a break where another edition answers, unless the two agree where both have figures. @default false
   */
  readonly hasSeams?: boolean;
  readonly caveats?: readonly Remark<Caveat>[];
  /** Where frameworks say that it started; those that documents contradict stand side by side. */
  readonly baselines?: readonly Remark<Baseline>[];
  /** The areas that alone may be compared with another area, and why, as a sentence. @default every area */
  readonly comparableOnlyWith?: { readonly areas: readonly string[]; readonly reason: string };
  /** Who should report, or what should be there, for people: `emergency departments`. @default 'parts' */
  readonly coverageUnit?: string;
  /**
   * The share of those who should report, up to 1, below which nothing is worked out from a figure: no sum of areas, no rate, no trend
   * or chart, no comparison. A figure that a publisher prints stays, and is marked.
   *
   * @default 1, all of them
   */
  readonly neededCoverage?: number;
  /** Codes of composites that are measured in place of their members. */
  readonly measuredTogether?: readonly string[];
  /** Areas of the right kind for which nobody measures it, and why; their series are empty. */
  readonly notMeasuredIn?: Readonly<Record<string, string>>;
  /** What a measure or a priority that points at it narrows it to; never stated in a definition. @default nothing */
  readonly narrowedTo?: Dimensions;
  /** The code of the area at which it was asked for, whose series it gives; never stated in a definition. @default none */
  readonly askedAt?: string;
  /** What `Indicator.series` narrows to where the caller names no dimensions. @default {} */
  readonly headline?: Dimensions;
  /**
   * True for what happened in the course of a period beside a stock that another indicator counts at its end. Where something
   * must be withheld so that nothing follows by subtraction, a flow goes before the stock. @default false
   */
  readonly isFlow?: boolean;
  /**
   * Of whom it is a rate, where another indicator counts them: whoever reads both has the count that the rate rests on, though it comes
   * without its denominator, and so the rate is withheld with that count. @default the denominators of its own observations alone
   */
  readonly base?: RateBase;
  /**
   * The counts of which it counts a part, also of other datasets and agencies: at one place and time it cannot be above them. Nothing
   * is withheld for it; a withheld figure that follows from such a difference is told by a structure. @default none is known
   */
  readonly partOf?: readonly WiderCount[];
  /** What of it is for named users alone, where its dataset is open. @default nothing */
  readonly restrictedCuts?: readonly RestrictedCut[];
  /** True where no published file that its dataset reads has it, so that it awaits one. @default false */
  readonly awaitsFile?: boolean;
  /** True where the number is worked out when it is asked for, from parts that two agencies own, and so is never stored. */
  readonly isComputed?: boolean;
  /** The field that works it out, as an operation writes it: `Area.crimeRate`. @default nobody has said */
  readonly computedBy?: string;
  /**
   * The range in which a plausible value for a borough lies, for the synthetic sample; both ends included. Absent where no file
   * was ever seen: the sample then makes nothing up.
   */
  readonly typicalRange?: readonly [low: number, high: number];
}

/** A cut of an indicator that is for named users alone, though its dataset is open. All that it says holds of its series. */
export interface RestrictedCut {
  /** Series of these kinds of area. @default of every place, sites too */
  readonly areaTypes?: readonly AreaType[];
  /** Series of periods of these kinds. @default of any */
  readonly periodTypes?: readonly PeriodType[];
  /** Series that are narrowed by this dimension, to whatever value. @default narrowed or not */
  readonly dimension?: string;
}

/** The remarks that apply to one series, in the order of their definition. Never throws. */
export function remarksOn<T>(remarks: readonly Remark<T>[] | undefined, subject: SeriesSubject): readonly T[] {
  return (remarks ?? []).filter((remark) => remark.appliesTo?.(subject) ?? true);
}

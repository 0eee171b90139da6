import type { Period } from './periods.ts';

/**
 * Why there is, or is not, a value, in the order in which the store numbers them: append, never reorder.
 *
 * Source: GSS symbols in tables, as the contract names them.
 */
export const observationStatuses = [
  'PUBLISHED',
  'CONFIDENTIAL',
  'NOT_AVAILABLE',
  'NOT_COLLECTED',
  'NOT_APPLICABLE',
  'NOT_YET_DUE',
  'NOT_PUBLISHED',
  'LOW_BASE',
  'WITHHELD_BY_TIER',
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** What else is true of a value, in the order of the bits that the store keeps them in: append, never reorder. */
export const observationFlags = [
  'PROVISIONAL',
  'REVISED',
  'ESTIMATED',
  'MODELLED',
  'PLANNED',
  'LOW_RELIABILITY',
  'BREAK_BEFORE',
  'ROUNDED',
  'ROUNDS_TO_ZERO',
  'PARTIAL_COVERAGE',
  'COMPOSITE_AREA',
  'SYNTHETIC',
] as const;
export type ObservationFlag = (typeof observationFlags)[number];

/** How many places reported out of those expected to. */
export interface Coverage {
  readonly reporting: number | null;
  readonly expected: number | null;
  readonly unit: string;
}

/** A coverage without what is counted. */
export type ReportedCoverage = Omit<Coverage, 'unit'>;

declare const protection: unique symbol;

/**
 * A number that its dataset's disclosure policy lets be seen. While the program runs it is a number like any other; the compiler
 * keeps those that no policy has seen out of what is stored and what is served. `disclosure/protect.ts` alone makes them, and the
 * store has no others.
 */
export type ProtectedFigure = number & { readonly [protection]: 'under its policy' };

/** What is said of one cell: of any number, as by a publisher's file before a policy has seen it, or of protected figures. */
export interface Reading<Figure extends number = number> {
  /** Null unless the status is PUBLISHED; zero is a value. */
  readonly value: Figure | null;
  readonly status: ObservationStatus;
  readonly flags?: readonly ObservationFlag[];
  readonly numerator?: Figure | null;
  readonly denominator?: Figure | null;
  readonly lower?: Figure | null;
  readonly upper?: Figure | null;
  /** How many of those who should have reported did; the indicator names what is counted. */
  readonly coverage?: ReportedCoverage | null;
}

/** A reading that may be stored and served. One without a figure is. */
export type ProtectedReading = Reading<ProtectedFigure>;

/** One cell as it is served, of type Observation in the schema; `R` is the release that it lies in, null for a gap in none. */
export interface Observation<R = unknown> {
  readonly period: Period;
  readonly value: ProtectedFigure | null;
  readonly displayValue: string;
  readonly status: ObservationStatus;
  readonly flags: readonly ObservationFlag[];
  readonly numerator: ProtectedFigure | null;
  readonly denominator: ProtectedFigure | null;
  readonly denominatorPeriod: Period | null;
  readonly denominatorSource: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly coverage: Coverage | null;
  readonly release: R | null;
}

/** The bits of a list of flags. Never throws. */
export function flagBits(flags: readonly ObservationFlag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << observationFlags.indexOf(flag)), 0);
}

/** The flags of stored bits, in the order of `observationFlags`. Never throws. */
export function flagsOf(bits: number): readonly ObservationFlag[] {
  return bits === 0 ? noFlags : observationFlags.filter((_, index) => (bits & (1 << index)) !== 0);
}

const noFlags: readonly ObservationFlag[] = [];

/** What a table prints for a status without a value. Source: GSS symbols in tables. */
const symbols: Readonly<Record<ObservationStatus, string>> = {
  PUBLISHED: '',
  CONFIDENTIAL: '[c]',
  NOT_AVAILABLE: '[x]',
  NOT_COLLECTED: '[x]',
  NOT_APPLICABLE: '[z]',
  NOT_YET_DUE: '[not yet due]',
  NOT_PUBLISHED: '[not published]',
  LOW_BASE: '[u]',
  WITHHELD_BY_TIER: '[restricted]',
};

/**
 * What a table prints for a reading: `1,230`, `3,200.6` or a GSS symbol such as `[c]`.
 *
 * The value is rounded to `decimals` for display only. A value that its publisher rounded to zero prints `[low]`.
 */
export function displayValueOf(reading: Reading, decimals: number): string {
  if (reading.status !== 'PUBLISHED' || reading.value === null) return symbols[reading.status];
  if (reading.flags?.includes('ROUNDS_TO_ZERO') === true) return '[low]';
  return formatterFor(decimals).format(reading.value);
}

const formatters = new Map<number, Intl.NumberFormat>();

function formatterFor(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formatters.set(decimals, made);
  return made;
}

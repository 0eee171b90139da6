import { statusSymbols } from '@boroughgraph/schema/vocabulary/status-symbols.ts';
import {
  type ObservationFlag,
  observationFlagValues,
  type ObservationStatus,
  observationStatusValues,
} from '@boroughgraph/schema/vocabulary/core.ts';
import type { Period } from './periods.ts';

/** The number that the store keeps for each status: add one, never change or reuse one. */
const statusNumbers: Readonly<Record<ObservationStatus, number>> = {
  PUBLISHED: 0,
  CONFIDENTIAL: 1,
  NOT_AVAILABLE: 2,
  NOT_COLLECTED: 3,
  NOT_APPLICABLE: 4,
  NOT_YET_DUE: 5,
  NOT_PUBLISHED: 6,
  LOW_BASE: 7,
  WITHHELD_BY_TIER: 8,
};

/** Every status, each at the number that the store keeps for it, whatever the order of the schema. */
export const observationStatuses = inOrderOf(observationStatusValues, statusNumbers);

/** The bit in which the store keeps each flag: add one, never change or reuse one. */
const flagPositions: Readonly<Record<ObservationFlag, number>> = {
  PROVISIONAL: 0,
  REVISED: 1,
  ESTIMATED: 2,
  MODELLED: 3,
  PLANNED: 4,
  LOW_RELIABILITY: 5,
  BREAK_BEFORE: 6,
  ROUNDED: 7,
  ROUNDS_TO_ZERO: 8,
  PARTIAL_COVERAGE: 9,
  COMPOSITE_AREA: 10,
  SYNTHETIC: 11,
  IN_DEVELOPMENT: 12,
};

/** Every flag, each at the place of its bit, whatever the order of the schema. */
export const observationFlags = inOrderOf(observationFlagValues, flagPositions);

function inOrderOf<T extends string>(words: readonly T[], numbers: Readonly<Record<T, number>>): readonly T[] {
  return words.toSorted((one, other) => numbers[one] - numbers[other]);
}

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
  /** What each edition that has the cell says of it, oldest first. @default none: it is worked out here */
  readonly editions?: () => readonly Edition<R>[];
}

/** What one edition says of a cell, and the first day on which it could be seen. */
export interface Edition<R = unknown> {
  readonly day: string;
  readonly value: ProtectedFigure | null;
  readonly displayValue: string;
  readonly status: ObservationStatus;
  readonly flags: readonly ObservationFlag[];
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

/**
 * What a table prints for a reading: `1,230`, `3,200.6` or a GSS symbol such as `[c]`.
 *
 * The value is rounded to `decimals` for display only. A value that its publisher rounded to zero prints `[low]`.
 */
export function displayValueOf(reading: Reading, decimals: number): string {
  if (reading.status !== 'PUBLISHED' || reading.value === null) return statusSymbols[reading.status];
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

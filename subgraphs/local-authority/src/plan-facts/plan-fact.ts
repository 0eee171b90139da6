import type { Period } from '@boroughgraph/kit/statistics/periods.ts';
import type { Unit } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorLink } from '../frameworks/indicator-links.ts';
import type { FactNature, FactPrecision } from '../generated/vocabulary.ts';

/** A number that a plan prints, with the words around it. */
export interface PlanFactRecord {
  /** Stable, in kebab-case. */
  readonly id: string;
  /** What the number is of. */
  readonly of: string;
  /** In `unit`; null where the document prints a range alone. */
  readonly value: number | null;
  readonly printed: string;
  readonly unit: Unit;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly precision: FactPrecision;
  readonly nature: FactNature;
  /** How it was estimated; null where nothing is said, or nothing was estimated. */
  readonly method: string | null;
  /** Null where the document names no day, month or year. */
  readonly period: Period | null;
  /** The time in words; null where `period` says it all, or the document says nothing. */
  readonly time: string | null;
  /** Code of the place. */
  readonly area: string;
  /** How what is stated differs from what the indicator counts; null where it does not. */
  readonly differs: string | null;
  /** The document's own words. An ellipsis stands for words that are left out. */
  readonly text: string;
  readonly source: string;
  /** The indicator that counts it, or comes nearest. */
  readonly about: IndicatorLink;
  /** Ids of the facts that state something else for the same, in the order of the files. */
  readonly contradictedBy: readonly string[];
}

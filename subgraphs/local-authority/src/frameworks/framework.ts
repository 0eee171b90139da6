import type { Polarity } from '@boroughgraph/schema/vocabulary/core.ts';
import type { MeasureCollection, MeasureKind } from '../generated/vocabulary.ts';
import type { IndicatorLink } from './indicator-links.ts';

/** What a document states, in its own words, and where. An ellipsis stands for words that are left out. */
export interface Statement {
  readonly text: string;
  readonly source: string;
}

/** One thing that a framework says will be measured, reached or done. */
export interface MeasureRecord {
  /** Stable; people write it into dashboards. */
  readonly id: string;
  readonly kind: MeasureKind;
  /** The document's own words. An ellipsis stands for words that are left out. */
  readonly wording: string;
  readonly theme: string;
  /** Null where the document does not say which direction is good, or it is something to be done. */
  readonly polarity: Polarity | null;
  /** Starting points; those that documents contradict stand side by side. Empty where none is stated. */
  readonly baselines: readonly Statement[];
  /** Empty where none is stated, and in every framework without numeric targets. */
  readonly targets: readonly Statement[];
  /** Null where the document names no quarter, month or day: a year alone is no day. */
  readonly due: string | null;
  /** The directorate or board that leads, as printed; null where the document names none. */
  readonly lead: string | null;
  readonly source: string;
  /**
   * Whether anybody collects its figures. UNKNOWN where no document says so, and for what is done or not done without
   * being counted.
   */
  readonly collection: MeasureCollection;
  /** Indicators of any agency that measure it, whether or not their figures are held; empty where none is defined. */
  readonly measuredBy: readonly IndicatorLink[];
}

/** A performance framework: what London said it would measure, and how. */
export interface FrameworkRecord {
  readonly id: string;
  readonly title: string;
  /** First day, by the financial years of the plan unless its file says otherwise. */
  readonly validFrom: string;
  /** Last day; null where it is open. */
  readonly validTo: string | null;
  readonly hasNumericTargets: boolean;
  /** The document that sets it out. */
  readonly source: string;
  /** In the order of the measures. */
  readonly themes: readonly string[];
  readonly measures: readonly MeasureRecord[];
}

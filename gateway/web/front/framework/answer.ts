import {
  type AbsenceReason,
  type MeasuredRelation,
  type ObservationFlag,
  type ObservationStatus,
  type Polarity,
  type Unit,
} from '@boroughgraph/schema/vocabulary/core.ts';
import { type WholeSeries } from '../answer.ts';

/** The answer to `framework-page.graphql`. */
export interface FrameworkAnswer {
  readonly frameworks: readonly { readonly id: string; readonly title: string }[] | null;
  readonly framework: Framework | null;
}

/** A plan, or what somebody has asked of one. */
export interface Framework {
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly hasNumericTargets: boolean;
  readonly source: string;
  readonly themes: readonly string[];
  readonly measures: readonly Measure[];
}

/** What a framework says it measures, promises or asks for. */
export interface Measure {
  readonly id: string;
  /** As the graph calls it: `MEASURE`, `COMMITMENT`. */
  readonly kind: string;
  readonly wording: string;
  readonly theme: string;
  readonly polarity: Polarity | null;
  readonly baselines: readonly Statement[];
  readonly targets: readonly Statement[];
  readonly due: string | null;
  readonly lead: string | null;
  readonly source: string;
  /** `NOT_COLLECTED` where nobody collects it. */
  readonly collection: string;
  readonly measuredBy: readonly MeasuringIndicator[] | null;
}

/** What somebody has written, and where. */
export interface Statement {
  readonly text: string;
  readonly source: string;
}

/** An indicator by which something is measured, with what it says of the area. */
export interface MeasuringIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly narrowedTo: readonly { readonly label: string }[];
  readonly series: MeasuringSeries | null;
  readonly seriesAbsence: { readonly reason: AbsenceReason; readonly text: string } | null;
}

/** A series as a line of a framework. */
export interface MeasuringSeries {
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly relation: MeasuredRelation;
  readonly isSynthetic: boolean;
  readonly latest: {
    readonly period: { readonly label: string };
    readonly displayValue: string;
    readonly status: ObservationStatus;
    readonly flags: readonly ObservationFlag[];
  } | null;
  readonly trend: Pick<WholeSeries['trend'], 'direction' | 'judgement' | 'reason' | 'firstPeriod' | 'lastPeriod'>;
}

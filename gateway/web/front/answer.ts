import {
  type AgeBand,
  type CaveatSeverity,
  type ComparatorKind,
  type ComparisonOutcome,
  type Designation,
  type Judgement,
  type LondonPart,
  type MeasuredRelation,
  type ObservationFlag,
  type ObservationStatus,
  type PeriodType,
  type Polarity,
  type TrendDirection,
  type Unit,
  type Variation,
} from '@boroughgraph/schema/vocabulary/core.ts';

/** The answer to `borough-page.graphql`, as the schema types it: what an agency that is down owes is null. */
export interface BoroughAnswer {
  readonly borough: BoroughFigures | null;
}

/** One borough with what each agency publishes about it. */
export interface BoroughFigures {
  readonly code: string;
  readonly name: string;
  readonly part: LondonPart;
  readonly note: string | null;
  readonly populationEstimates: readonly PopulationEstimate[] | null;
  readonly crime: {
    readonly recorded: MonthSeries | null;
    readonly byOffenceGroup: readonly ComparedLine[] | null;
  } | null;
  readonly crimeRate: (ComparedLine & { readonly statement: string }) | null;
  readonly courtDelay: {
    readonly timeliness: readonly WholeSeries[] | null;
    readonly openCases: readonly LineSeries[] | null;
  } | null;
  readonly health: {
    readonly violenceAttendances: MonthSeries | null;
    readonly emergencyAdmissions: WholeSeries | null;
    readonly drugMisuseAdmissions: WholeSeries | null;
  } | null;
  readonly safeguarding: {
    readonly childrenInNeed: WholeSeries | null;
    readonly childProtectionPlans: WholeSeries | null;
    readonly lookedAfterChildren: WholeSeries | null;
  } | null;
  readonly localPriorities: readonly LocalPriority[] | null;
}

/** How many residents an area has, by an estimate. */
export interface PopulationEstimate {
  readonly year: number;
  readonly ageBand: AgeBand;
  readonly persons: number;
  readonly source: string;
  readonly releaseId: string;
  readonly isSynthetic: boolean;
}

/** What the borough and the Met chose to act on. */
export interface LocalPriority {
  readonly title: string;
  readonly isMandatory: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rationale: string | null;
  readonly source: string;
  readonly isSynthetic: boolean;
  readonly measuredBy:
    | readonly { readonly id: string; readonly name: string; readonly unit: Unit; readonly series: LineSeries | null }[]
    | null;
}

/** A series as a line of a table: its newest figure, and what that is. */
export interface LineSeries {
  readonly indicator: { readonly id: string; readonly name: string; readonly unit: Unit; readonly decimals: number };
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly relation: MeasuredRelation;
  readonly directlyMeasured: boolean;
  readonly isSynthetic: boolean;
  readonly dimensions: readonly { readonly dimension: string; readonly value: string; readonly label: string }[];
  readonly latest: Observation | null;
  readonly caveats: readonly Caveat[];
  readonly dataset: Dataset;
}

/** A line with what it is compared with. */
export interface ComparedLine extends LineSeries {
  readonly comparators: readonly Comparator[];
}

/** A series that is drawn. */
export interface WholeSeries extends ComparedLine {
  readonly indicator: LineSeries['indicator'] & { readonly definition: string; readonly polarity: Polarity };
  readonly periodType: PeriodType;
  readonly observations: readonly Observation[];
  readonly breaks: readonly { readonly at: string; readonly note: string; readonly source: string | null }[];
  readonly trend: {
    readonly direction: TrendDirection;
    readonly judgement: Judgement;
    readonly method: string;
    readonly reason: string | null;
    readonly firstPeriod: { readonly label: string } | null;
    readonly lastPeriod: { readonly label: string } | null;
  };
  readonly statement: string;
  /** Of series in months alone. */
  readonly controlChart?: ControlChart;
}

/** A series in months, with its control chart. */
export interface MonthSeries extends WholeSeries {
  readonly controlChart: ControlChart;
}

/** What chance explains of a series. */
export interface ControlChart {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isProvisional: boolean;
  readonly ruleSet: string;
  readonly reason: string | null;
  readonly startsBecause: string | null;
  readonly firstPeriod: { readonly start: string; readonly label: string } | null;
  readonly lastPeriod: { readonly end: string; readonly label: string } | null;
  readonly caveats: readonly Caveat[];
  readonly points: readonly { readonly period: { readonly id: string }; readonly variation: Variation }[];
}

/** One number in one period, or why there is none. */
export interface Observation {
  readonly period: { readonly id: string; readonly label: string; readonly start: string; readonly end: string };
  readonly value: number | null;
  readonly displayValue: string;
  readonly status: ObservationStatus;
  readonly flags: readonly ObservationFlag[];
  readonly lower: number | null;
  readonly upper: number | null;
  readonly coverage: {
    readonly reporting: number | null;
    readonly expected: number | null;
    readonly unit: string;
  } | null;
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
}

/** What a reader must not conclude. */
export interface Caveat {
  readonly severity: CaveatSeverity;
  readonly text: string;
}

/** The newest figure beside another. */
export interface Comparator {
  readonly kind: ComparatorKind;
  readonly area: { readonly name: string } | null;
  readonly own: { readonly period: { readonly label: string } } | null;
  readonly observation:
    (Pick<Observation, 'displayValue' | 'status'> & { readonly period: { readonly label: string } }) | null;
  readonly baseline: { readonly value: number; readonly text: string; readonly source: string } | null;
  readonly outcome: ComparisonOutcome;
  readonly method: string;
  readonly reason: string | null;
}

/** Where figures come from. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly designation: Designation;
  readonly landingPage: string | null;
  readonly disclosurePolicy: { readonly description: string };
}

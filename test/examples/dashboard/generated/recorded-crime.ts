/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Periods that lie wholly between two dates, both included; either end may be left open.
 * Example: `{ from: "2024-01-01", to: "2024-12-31" }`.
 */
export type PeriodRange = {
  /** First day that a period may start on. Open when left out. */
  readonly from?: `${number}-${number}-${number}` | null | undefined;
  /** Last day that a period may end on. Open when left out. */
  readonly to?: `${number}-${number}-${number}` | null | undefined;
};

/**
 * Why there is, or is not, a value.
 * A value is null unless the status is PUBLISHED; zero is a value.
 * Source: symbols in tables of the Government Analysis Function, where one exists (in square brackets).
 */
export type ObservationStatus =
  /** There is a value. */
  | 'PUBLISHED'
  /** [c] Withheld to protect people; never says whether the cell itself or its complement was small. */
  | 'CONFIDENTIAL'
  /**
   * [x] Should exist and was not supplied.
   * With a coverage beside it, too few of those who should report did for it to be worked out here.
   */
  | 'NOT_AVAILABLE'
  /** Nobody measures it at this grain, or nobody did yet in this period. */
  | 'NOT_COLLECTED'
  /** [z] Has no meaning here, for example a percentage of nothing. */
  | 'NOT_APPLICABLE'
  /** The period has not ended, or its release is still to come. */
  | 'NOT_YET_DUE'
  /** The publisher paused: the figure was due and no release carried it. */
  | 'NOT_PUBLISHED'
  /** [u] Too few respondents for a figure that can be relied on. */
  | 'LOW_BASE'
  /** The caller's access does not cover it. */
  | 'WITHHELD_BY_TIER';

/**
 * What a reader must know about a value that is there.
 * Several may hold at once.
 * Source: symbols in tables of the Government Analysis Function, where one exists (in square brackets).
 */
export type ObservationFlag =
  /** [p] The publisher expects to revise it. */
  | 'PROVISIONAL'
  /** [r] Differs from an earlier release. */
  | 'REVISED'
  /** [e] The publisher's estimate, not a count. */
  | 'ESTIMATED'
  /** Comes from a model, not from measurement at this place. */
  | 'MODELLED'
  /** Was planned when it was published: not what happened. */
  | 'PLANNED'
  /** [u] Shown although it rests on few cases or an incomplete source. */
  | 'LOW_RELIABILITY'
  /** [b] A break lies between this observation and the one before. */
  | 'BREAK_BEFORE'
  /** Rounded by the publisher. */
  | 'ROUNDED'
  /** [low] Rounds to zero and is not zero. */
  | 'ROUNDS_TO_ZERO'
  /**
   * Some of those who should report did not, so the value is too low by an unknown amount.
   * Nothing is worked out from it, nor compared with it, unless its coverage reaches the indicator's neededCoverage.
   */
  | 'PARTIAL_COVERAGE'
  /** Of official statistics in development, once called experimental: new, and still tested by their publisher. */
  | 'IN_DEVELOPMENT'
  /** Measured on a published combination of areas. */
  | 'COMPOSITE_AREA'
  /** Invented sample data. */
  | 'SYNTHETIC';

/** What one unit of a value is. */
export type Unit =
  /** Offences recorded by the police: one incident may be several. */
  | 'OFFENCES'
  /** Incidents or crimes as reported, recorded offences or not. */
  | 'INCIDENTS'
  /** Stops of a person or a vehicle by the police. */
  | 'STOPS'
  /** Outcomes of prosecutions, convictions or not. */
  | 'OUTCOMES'
  /** Cases: at a court each with one or more defendants, elsewhere as the definition says. */
  | 'CASES'
  /** Trials listed at a court. */
  | 'TRIALS'
  /** Defendants. */
  | 'DEFENDANTS'
  /** Offenders in a cohort. */
  | 'OFFENDERS'
  /** Days. */
  | 'DAYS'
  /** Weeks. */
  | 'WEEKS'
  /** Minutes. */
  | 'MINUTES'
  /** People. */
  | 'PEOPLE'
  /** Children under 18, each counted once. */
  | 'CHILDREN'
  /** Households. */
  | 'HOUSEHOLDS'
  /** Child protection plans: a child may have more than one in a year. */
  | 'PLANS'
  /** Episodes of need or of care: a person may have more than one in a year. */
  | 'EPISODES'
  /** Referrals: a person may be referred more than once in a year. */
  | 'REFERRALS'
  /** Attendances at a service: a person may attend more than once. */
  | 'ATTENDANCES'
  /** Admissions to hospital: a person may be admitted more than once. */
  | 'ADMISSIONS'
  /** Police officers, counted as people or as full-time equivalents; the definition says which. */
  | 'OFFICERS'
  /** Posts in an establishment, filled or not. */
  | 'POSTS'
  /** Calls to a telephone service: a person may call more than once. */
  | 'CALLS'
  /** Contacts with a service by any channel: a person may have more than one. */
  | 'CONTACTS'
  /** Reports made to an organisation, whatever it made of them. */
  | 'REPORTS'
  /** Complaints, each with one or more allegations. */
  | 'COMPLAINTS'
  /** Enquiries by an authority into the safety of a child or an adult. */
  | 'ENQUIRIES'
  /** Detentions: a person may be detained more than once. */
  | 'DETENTIONS'
  /** Orders and notices made by a court, the police or a council. */
  | 'ORDERS'
  /** Disposals outside court: cautions, community resolutions and the like. */
  | 'DISPOSALS'
  /** Tests of people: a person may be tested more than once. */
  | 'TESTS'
  /** Visits. */
  | 'VISITS'
  /** People killed or injured in collisions. */
  | 'CASUALTIES'
  /** Places or beds, in use or not. */
  | 'PLACES'
  /** Things, which the definition names. */
  | 'ITEMS'
  /** Hours. */
  | 'HOURS'
  /** Courts, hospitals or other sites. */
  | 'SITES'
  /** Areas. */
  | 'AREAS'
  /** Hundredths of a whole, as 12.5 for 12.5%. */
  | 'PERCENT'
  /** Difference of two percentages. */
  | 'PERCENTAGE_POINTS'
  /** Times as much: 1 where two rates are equal. */
  | 'RATIO'
  /** For each 1,000 of the denominator, which the definition names. */
  | 'PER_1000'
  /** For each 10,000 of the denominator, which the definition names. */
  | 'PER_10000'
  /** For each 100,000 of the denominator, which the definition names. */
  | 'PER_100000'
  /** Points of a scale that the definition explains. */
  | 'SCORE'
  /** Pounds sterling, not adjusted for prices. */
  | 'POUNDS';

export type RecordedCrimeQueryVariables = Exact<{
  code: string | number;
  during?: PeriodRange | null | undefined;
}>;


export type RecordedCrimeQuery = { readonly borough: { readonly code: string, readonly name: string, readonly crime: { readonly recorded: { readonly indicator: { readonly id: string, readonly unit: Unit }, readonly dataset: { readonly id: string, readonly publisher: string, readonly attribution: string }, readonly observations: ReadonlyArray<{ readonly value: number | null, readonly status: ObservationStatus, readonly flags: ReadonlyArray<ObservationFlag>, readonly period: { readonly id: string, readonly start: `${number}-${number}-${number}`, readonly end: `${number}-${number}-${number}` }, readonly release: { readonly id: string, readonly publishedAt: `${number}-${number}-${number}` } | null }> } | null } | null } | null };

// Generated from the schema by `npm run generate`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import type { CharacteristicModel } from '@boroughgraph/kit/series/characteristics.ts';
import type { DatasetModel } from '@boroughgraph/kit/series/dataset-model.ts';
import type { DimensionValueModel } from '@boroughgraph/kit/series/dimension-value.ts';
import type { HoldingModel } from '@boroughgraph/kit/series/holding.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Observation as ObservationModel, Edition as EditionModel } from '@boroughgraph/kit/statistics/observation.ts';
import type { ReleaseRecord } from '@boroughgraph/kit/store/release-record.ts';
import type { SearchMatch as SearchMatchModel } from '@boroughgraph/kit/series/search/find-things.ts';
import type { SeriesEvent as SeriesEventModel } from '@boroughgraph/kit/statistics/series-event.ts';
import type { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import type { SeriesPageModel } from '@boroughgraph/kit/series/series-page.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { PeriodType, AgeBand, ObservationStatus, ObservationFlag, BreakKind, SeriesEventKind, CaveatSeverity, TrendDirection, Scatter, Judgement, Variation, SpcRule, ComparatorKind, ComparisonOutcome, MeasuredRelation, LinkKind, LinkBasis, AccessTier, Designation, Unit, ValueType, Polarity, Additivity, AttributionBasis, AreaType, LondonPart, AbsenceReason, SearchKind, SeriesLevel, ProtectedCharacteristic, CharacteristicState } from '@boroughgraph/schema/vocabulary/core.ts';

export type Maybe<T> = T | null;

export type InputMaybe<T> = Maybe<T>;

export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;

export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, for example 2025-03-31. */
  Date: { input: string; output: string; }
  /** An instant in UTC, for example 2025-03-31T08:30:00Z. */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Why something is not there. Nothing of it follows from what is withheld: a figure that is withheld is there, with its status. */
export type Absence = {
  readonly __typename?: 'Absence';
  /** Why, as one word. */
  readonly reason: AbsenceReason;
  /** Why, for people to read: from whom it is awaited, for whom it is, when and why it was recalled. */
  readonly text: Scalars['String']['output'];
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type Agency = {
  readonly __typename?: 'Agency';
  /** Where to ask about the numbers. Null where the agency names no contact. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** One dataset of the agency. Null where it has none of this id. */
  readonly dataset?: Maybe<Dataset>;
  /** What the agency holds, loaded or not. */
  readonly datasets: ReadonlyArray<Dataset>;
  /** What the agency measures and where its numbers come from. */
  readonly description: Scalars['String']['output'];
  /** Stable id, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
  /** One indicator of the agency. Null where it has none of this id. */
  readonly indicator?: Maybe<Indicator>;
  /** What the agency measures. */
  readonly indicators: ReadonlyArray<Indicator>;
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /**
   * What of the agency fits some words, best first, and what is held before what is not.
   * Misspellings, abbreviations and everyday words are read.
   */
  readonly search: ReadonlyArray<SearchMatch>;
  /**
   * Bulk reading: every series of the named indicators, ordered by indicator, kind of period, place and dimensions.
   * Everything that is measured when both areas and sites are left out.
   */
  readonly series: SeriesPage;
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type AgencyDatasetArgs = {
  id: Scalars['ID']['input'];
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type AgencyIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type AgencyIndicatorsArgs = {
  held?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type AgencySearchArgs = {
  first?: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};

/** One agency's corner of the graph: who answers for the numbers, what they hold, and how fresh it is. */
export type AgencySeriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  areaType?: InputMaybe<AreaType>;
  areas?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  changedSince?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  first?: Scalars['Int']['input'];
  indicators: ReadonlyArray<Scalars['ID']['input']>;
  periodType?: InputMaybe<PeriodType>;
  sites?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What one agency has in the catalogue of the whole graph. */
export type AgencyCatalogue = {
  /** What the agency measures and holds. Null where it is down. */
  readonly agency?: Maybe<Agency>;
  /** Id of the agency, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
};

/**
 * A dataset of any agency, for whoever knows its id and not whose it is.
 * Each agency has a type of its own for it, and says of it what it says of a Dataset.
 */
export type AnyDataset = {
  /**
   * Who sees what of it, how others come to it, and for how long it is held, for people to read.
   * An agreement with its agency, a scope in the caller's token and a purpose with the request, where it is for named users.
   */
  readonly access: Scalars['String']['output'];
  /**
   * Who may see it.
   * In an open dataset a cut of an indicator may be for named users all the same, as its definition says: by borough, or by one dimension.
   */
  readonly accessTier: AccessTier;
  /** The sentence that must be shown beside the numbers. */
  readonly attribution: Scalars['String']['output'];
  /**
   * What became of its figures between two days, for each indicator of which anything did.
   * The numbers as they stood at the end of one day beside those at the end of another, figure by figure, by the comparison that
   * the report of a load makes. Null where the dataset is for named users.
   */
  readonly changes?: Maybe<DatasetChanges>;
  /** What it holds, for people to read. */
  readonly description: Scalars['String']['output'];
  /** What standing the figures have. */
  readonly designation: Designation;
  /** What is done to protect people. */
  readonly disclosurePolicy: DisclosurePolicy;
  /** Ids that it had before, none for most: what is asked for by one of them is answered by it, and addresses with one lead on to it. */
  readonly formerIds: ReadonlyArray<Scalars['ID']['output']>;
  /** How often it is published, in words. */
  readonly frequency: Scalars['String']['output'];
  /** Stable id, in kebab-case: mps-recorded-crime-borough. */
  readonly id: Scalars['ID']['output'];
  /** Address of the publisher's page about it. Null where there is none. */
  readonly landingPage?: Maybe<Scalars['String']['output']>;
  /**
   * The newest release that was not recalled.
   * Null where none is loaded, each was recalled, or the dataset is for named users.
   */
  readonly latestRelease?: Maybe<Release>;
  /** Name of the licence. */
  readonly licence: Scalars['String']['output'];
  /** Who publishes it. */
  readonly publisher: Scalars['String']['output'];
  /**
   * The newest releases, oldest first, recalled ones included.
   * Those of invented sample data are left out once there is a real one, and do not come back when that is recalled.
   * Empty where the dataset is for named users: what a file holds is theirs to know.
   */
  readonly releases: ReadonlyArray<Release>;
  /** The publisher's title. */
  readonly title: Scalars['String']['output'];
};

/**
 * A dataset of any agency, for whoever knows its id and not whose it is.
 * Each agency has a type of its own for it, and says of it what it says of a Dataset.
 */
export type AnyDatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A dataset of any agency, for whoever knows its id and not whose it is.
 * Each agency has a type of its own for it, and says of it what it says of a Dataset.
 */
export type AnyDatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

export type Area = {
  readonly __typename?: 'Area';
  readonly code: Scalars['ID']['output'];
};

/** A starting point that a performance framework states for what an indicator measures. */
export type Baseline = {
  readonly __typename?: 'Baseline';
  /** Id of the framework. */
  readonly framework: Scalars['ID']['output'];
  /** Id of the measure in it. */
  readonly measure: Scalars['ID']['output'];
  /** The document, and the lines of its text extract. */
  readonly source: Scalars['String']['output'];
  /** The document's own words. */
  readonly text: Scalars['String']['output'];
  /** The figure, in the unit of the indicator. */
  readonly value: Scalars['Float']['output'];
};

/** What a reader must not conclude from a series. */
export type Caveat = {
  readonly __typename?: 'Caveat';
  /** How strongly it speaks. */
  readonly severity: CaveatSeverity;
  /** The caveat, for people to read. */
  readonly text: Scalars['String']['output'];
};

/** What of an indicator is held by one protected characteristic of the people who are counted. */
export type CharacteristicHolding = {
  readonly __typename?: 'CharacteristicHolding';
  /** Which characteristic. */
  readonly characteristic: ProtectedCharacteristic;
  /** What is held by it. */
  readonly state: CharacteristicState;
  /** The dimension values by which it is broken down, for `Indicator.series`; empty where the state is NOT_COLLECTED. */
  readonly values: ReadonlyArray<DimensionValue>;
};

/** The newest published value of a series beside another one. */
export type Comparator = {
  readonly __typename?: 'Comparator';
  /** The area compared with. Null where the comparison has none, or that area is not measured. */
  readonly area?: Maybe<Area>;
  /** The baseline compared with. Null for every other kind, and where no framework names one. */
  readonly baseline?: Maybe<Baseline>;
  /** The lower coverage of the two figures. Null where neither has any. */
  readonly coverage?: Maybe<Coverage>;
  /**
   * Own value less the other's, in the unit of the indicator.
   * Null where the two are not compared, but for a baseline from which the value lies so far, though nobody knows how much of it is
   * chance.
   */
  readonly difference?: Maybe<Scalars['Float']['output']>;
  /** What it is compared with. */
  readonly kind: ComparatorKind;
  /** Name of the method, for people to read. */
  readonly method: Scalars['String']['output'];
  /** The observation compared with, of the same period or of the year before. Null for a baseline, and where there is none. */
  readonly observation?: Maybe<Observation>;
  /** How the two stand to each other. */
  readonly outcome: ComparisonOutcome;
  /**
   * The figure of the series itself that is compared: the newest published one, whose period may be older than the newest.
   * Where none is published, the newest cell. Null where there is none.
   */
  readonly own?: Maybe<Observation>;
  /** Why the two are not compared. Null where they are. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/**
 * XmR control chart of the published series since the last break, from ten points on.
 * In the unit of the indicator.
 * Without numbers, the reason says why there are none: too few points, or a series that drifts, which no one centre line describes.
 * Source: NHS England, Making Data Count.
 */
export type ControlChart = {
  readonly __typename?: 'ControlChart';
  /** What not to conclude from its lines and points; empty where there is nothing to say. */
  readonly caveats: ReadonlyArray<Caveat>;
  /** Centre line: the mean. Null where there is no chart. */
  readonly centre?: Maybe<Scalars['Float']['output']>;
  /** The lowest coverage of its points. Null where none of them has any, or there is no chart. */
  readonly coverage?: Maybe<Coverage>;
  /** Period of the oldest point of the chart. Null where there is no chart. */
  readonly firstPeriod?: Maybe<Period>;
  /** True where too few points make the limits provisional. */
  readonly isProvisional: Scalars['Boolean']['output'];
  /** Period of the newest point of the chart. Null where there is no chart. */
  readonly lastPeriod?: Maybe<Period>;
  /**
   * Lower control limit: the centre less 2.66 mean moving ranges, or the least that a value can be where that is more.
   * Null where there is no chart.
   */
  readonly lower?: Maybe<Scalars['Float']['output']>;
  /** Oldest first; empty where there is no chart. */
  readonly points: ReadonlyArray<SpcPoint>;
  /** How many points the chart is made of; 0 where there is none. */
  readonly pointsUsed: Scalars['Int']['output'];
  /** Why there is no chart. Null where there is one. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Name and version of the rules, for people to read. */
  readonly ruleSet: Scalars['String']['output'];
  /** Why the chart does not reach further back: a gap, a break, the first period. Null where there is no chart. */
  readonly startsBecause?: Maybe<Scalars['String']['output']>;
  /**
   * Upper control limit: the centre and 2.66 mean moving ranges, or the most that a value can be where that is less.
   * Null where there is no chart.
   */
  readonly upper?: Maybe<Scalars['Float']['output']>;
};

/** How many of those who should have reported did. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** How many should have reported. Null where the publisher does not say. */
  readonly expected?: Maybe<Scalars['Int']['output']>;
  /** How many reported. Null where the publisher does not say. */
  readonly reporting?: Maybe<Scalars['Int']['output']>;
  /** What is counted: emergency departments, police forces, boroughs. Parts, where nobody says which. */
  readonly unit: Scalars['String']['output'];
};

/**
 * A publication that an agency holds: who publishes it, under which licence and what protects the people in it.
 * Its releases are its editions.
 */
export type Dataset = AnyDataset & {
  readonly __typename?: 'Dataset';
  /**
   * Who sees what of it, how others come to it, and for how long it is held, for people to read.
   * An agreement with its agency, a scope in the caller's token and a purpose with the request, where it is for named users.
   */
  readonly access: Scalars['String']['output'];
  /**
   * Who may see it.
   * In an open dataset a cut of an indicator may be for named users all the same, as its definition says: by borough, or by one dimension.
   */
  readonly accessTier: AccessTier;
  /** The sentence that must be shown beside the numbers. */
  readonly attribution: Scalars['String']['output'];
  /**
   * What became of its figures between two days, for each indicator of which anything did.
   * The numbers as they stood at the end of one day beside those at the end of another, figure by figure, by the comparison that
   * the report of a load makes. Null where the dataset is for named users.
   */
  readonly changes?: Maybe<DatasetChanges>;
  /** What it holds, for people to read. */
  readonly description: Scalars['String']['output'];
  /** What standing the figures have. */
  readonly designation: Designation;
  /** What is done to protect people. */
  readonly disclosurePolicy: DisclosurePolicy;
  /** Ids that it had before, none for most: what is asked for by one of them is answered by it, and addresses with one lead on to it. */
  readonly formerIds: ReadonlyArray<Scalars['ID']['output']>;
  /** How often it is published, in words. */
  readonly frequency: Scalars['String']['output'];
  /** Stable id, in kebab-case: mps-recorded-crime-borough. */
  readonly id: Scalars['ID']['output'];
  /** Address of the publisher's page about it. Null where there is none. */
  readonly landingPage?: Maybe<Scalars['String']['output']>;
  /**
   * The newest release that was not recalled.
   * Null where none is loaded, each was recalled, or the dataset is for named users.
   */
  readonly latestRelease?: Maybe<Release>;
  /** Name of the licence. */
  readonly licence: Scalars['String']['output'];
  /** Who publishes it. */
  readonly publisher: Scalars['String']['output'];
  /**
   * The newest releases, oldest first, recalled ones included.
   * Those of invented sample data are left out once there is a real one, and do not come back when that is recalled.
   * Empty where the dataset is for named users: what a file holds is theirs to know.
   */
  readonly releases: ReadonlyArray<Release>;
  /** The publisher's title. */
  readonly title: Scalars['String']['output'];
};

/**
 * A publication that an agency holds: who publishes it, under which licence and what protects the people in it.
 * Its releases are its editions.
 */
export type DatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A publication that an agency holds: who publishes it, under which licence and what protects the people in it.
 * Its releases are its editions.
 */
export type DatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

/** What became of the figures of a dataset between two days. */
export type DatasetChanges = {
  readonly __typename?: 'DatasetChanges';
  /** The indicators of which a figure is new, changed, gone or withheld, in the order of the dataset. */
  readonly indicators: ReadonlyArray<IndicatorChanges>;
  /** The releases that could be seen since the first day and by the second, oldest first: the newest 20. */
  readonly releases: ReadonlyArray<Release>;
};

/** One way in which an indicator is broken down. */
export type Dimension = {
  readonly __typename?: 'Dimension';
  /** Stable id, in kebab-case: offence-group. */
  readonly id: Scalars['ID']['output'];
  /** Name for people to read. */
  readonly label: Scalars['String']['output'];
  /** Every value that may be asked for. The total over all values is not among them. */
  readonly values: ReadonlyArray<DimensionValue>;
};

/**
 * One dimension value to ask for.
 * Example: `{ dimension: "offence-group", value: "burglary" }`.
 */
export type DimensionInput = {
  /** Id of the dimension, as the indicator lists it. */
  readonly dimension: Scalars['ID']['input'];
  /** Id of the value, as the dimension lists it. */
  readonly value: Scalars['ID']['input'];
};

/** One value of one dimension, for example the offence group robbery. */
export type DimensionValue = {
  readonly __typename?: 'DimensionValue';
  /** Stable id of the dimension, in kebab-case: offence-group. */
  readonly dimension: Scalars['ID']['output'];
  /**
   * The first period of which a figure with this value is published and held, anywhere.
   * In the kind of period of the series that it belongs to; of an indicator, the first kind of which anything is held. Null where
   * none is held, the caller may not know, or another agency points at the value.
   */
  readonly firstPeriod?: Maybe<Period>;
  /** The publisher's name for the value, for people to read. */
  readonly label: Scalars['String']['output'];
  /** The last such period. Null where firstPeriod is. */
  readonly lastPeriod?: Maybe<Period>;
  /** Stable id of the value, in kebab-case: theft-from-the-person. */
  readonly value: Scalars['ID']['output'];
};

/** What is done to protect people in a dataset; a rule of its owner, not of the graph. */
export type DisclosurePolicy = {
  readonly __typename?: 'DisclosurePolicy';
  /** The rule in words, for people to read. */
  readonly description: Scalars['String']['output'];
  /** Kinds of area whose figures are shown as they are. Empty where there are none. */
  readonly exemptAreaTypes: ReadonlyArray<AreaType>;
  /** Stable id, in kebab-case. */
  readonly id: Scalars['ID']['output'];
  /** Datasets that count the same people, and are protected together with this one. Empty where there are none. */
  readonly linkedTables: ReadonlyArray<LinkedTable>;
  /** The smallest count above zero that is shown: 6 where 1 to 5 are withheld, 1 where nothing is. */
  readonly minimumCount: Scalars['Int']['output'];
  /** The fewest people, cases or respondents of whom a statistic is shown. Null where no such rule is beside `minimumCount`. */
  readonly minimumDenominator?: Maybe<Scalars['Int']['output']>;
  /** The multiple to which counts are rounded. Null where they are not. */
  readonly roundingBase?: Maybe<Scalars['Int']['output']>;
  /**
   * Kinds of statistic that stay although the count that they rest on is withheld, since it does not follow from them.
   * Empty where every statistic goes with its count.
   */
  readonly safeStatistics: ReadonlyArray<ValueType>;
  /** True where further cells are withheld so that none follows by subtraction. Nothing tells which of the withheld they are. */
  readonly secondarySuppression: Scalars['Boolean']['output'];
  /** True where a count of zero is shown. */
  readonly zerosShown: Scalars['Boolean']['output'];
};

/** A dimension value to which something that is found narrows its indicator. */
export type FoundValue = {
  readonly __typename?: 'FoundValue';
  /** Id of the dimension. */
  readonly dimension: Scalars['ID']['output'];
  /** Name of the value, for people to read. */
  readonly label: Scalars['String']['output'];
  /** Id of the value. */
  readonly value: Scalars['ID']['output'];
};

/** How many areas of one kind have a published figure. */
export type HeldAreas = {
  readonly __typename?: 'HeldAreas';
  /** The kind of area. */
  readonly areaType: AreaType;
  /** How many of them. */
  readonly count: Scalars['Int']['output'];
};

/** What is held in one kind of period. */
export type HeldPeriods = {
  readonly __typename?: 'HeldPeriods';
  /** The first period of which a figure is published and held. Null where each is withheld or missing. */
  readonly firstPeriod?: Maybe<Period>;
  /** The last such period. Null where firstPeriod is. */
  readonly lastPeriod?: Maybe<Period>;
  /** The kind of period. */
  readonly periodType: PeriodType;
};

/**
 * What of an indicator is held.
 * Worked out from what is loaded, so that it changes with the next release, recall or end of an embargo.
 */
export type Holding = {
  readonly __typename?: 'Holding';
  /** Why nothing is held. Null where something is. */
  readonly absence?: Maybe<Absence>;
  /** The kinds of area that have a published figure, and how many of each, in the order of areaTypes; empty where none has. */
  readonly areas: ReadonlyArray<HeldAreas>;
  /** The first period of which a figure is published, in the first kind of period of which anything is held. Null where none is. */
  readonly firstPeriod?: Maybe<Period>;
  /** True where something is held that the caller may read. */
  readonly isHeld: Scalars['Boolean']['output'];
  /** True where what is held is invented sample data. */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /** The last such period. Null where firstPeriod is. */
  readonly lastPeriod?: Maybe<Period>;
  /**
   * The day on which the next edition is due: as long after the newest as the publisher takes between two.
   * A day that has passed is that of an edition which is late here, or of a publication that has ended. Null where nothing is
   * held, it is a sample, or the publisher names no such interval.
   */
  readonly nextDue?: Maybe<Scalars['Date']['output']>;
  /** The same for each kind of period of which anything is held, in the order of periodTypes. */
  readonly periods: ReadonlyArray<HeldPeriods>;
  /** How many courts, providers and other sites have a published figure. */
  readonly sites: Scalars['Int']['output'];
};

/** What an agency measures: each agency has its own type for it, so that a framework can list all of them. */
export type Indicator = {
  /** What may be added up. */
  readonly additivity: Additivity;
  /** Kinds of area on which it is measured; empty where only sites are. */
  readonly areaTypes: ReadonlyArray<AreaType>;
  /** By what a number is attributed to a place. */
  readonly attributionBasis: AttributionBasis;
  /**
   * The nine characteristics that the law protects, and what of it is held by each: a gap says which it is, and is never zero.
   * Of the people who are counted: the strand of a hate crime says why somebody was attacked, and is none.
   */
  readonly characteristics: ReadonlyArray<CharacteristicHolding>;
  /** The dataset that its numbers come from. */
  readonly dataset: Dataset;
  /** Decimals that a displayed value has. */
  readonly decimals: Scalars['Int']['output'];
  /** What is counted, of whom, by whom, and what is left out. */
  readonly definition: Scalars['String']['output'];
  /** Ways in which it is broken down; empty where it is not. */
  readonly dimensions: ReadonlyArray<Dimension>;
  /** What of it is held, or why nothing is. */
  readonly held: Holding;
  /** Stable id, in kebab-case: recorded-crime. */
  readonly id: Scalars['ID']['output'];
  /** What numerator over denominator is multiplied by: 100 for a percentage, 1,000 for a rate per 1,000, 1 for a count. */
  readonly multiplier: Scalars['Int']['output'];
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /**
   * The dimension values to which a measure or a priority that leads here narrows it: `series` applies them.
   * Empty where it is not narrowed.
   */
  readonly narrowedTo: ReadonlyArray<DimensionValue>;
  /**
   * The share of those who should report, up to 1, that a figure needs.
   * Below it nothing is worked out from the figure: no sum of areas, no rate, no trend, no control chart, no comparison; the reason
   * says how many reported, and how many are needed.
   * A figure that its publisher prints stays, marked PARTIAL_COVERAGE. 1 is all of them.
   */
  readonly neededCoverage: Scalars['Float']['output'];
  /** Kinds of period for which it is measured. */
  readonly periodTypes: ReadonlyArray<PeriodType>;
  /** Which direction is good. */
  readonly polarity: Polarity;
  /**
   * The series of one area, or of the nearest wider area on which the indicator is measured.
   * Null where it is measured on neither, nothing is loaded, or it can be computed only where another agency brings its
   * denominator: seriesAbsence says which.
   */
  readonly series?: Maybe<Series>;
  /** Why series is null when it is asked for with the same arguments. Null where there is a series. */
  readonly seriesAbsence?: Maybe<Absence>;
  /** What one unit of a value is. */
  readonly unit: Unit;
  /** What kind of statistic a value is. */
  readonly valueType: ValueType;
};

/** What an agency measures: each agency has its own type for it, so that a framework can list all of them. */
export type IndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** What an agency measures: each agency has its own type for it, so that a framework can list all of them. */
export type IndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/**
 * What became of the figures of one indicator, in one kind of period.
 * Cells for named users are not counted.
 */
export type IndicatorChanges = {
  readonly __typename?: 'IndicatorChanges';
  /** Figures that are another number on the second day. */
  readonly changed: Scalars['Int']['output'];
  /** Figures that were shown on the first day and are not there on the second. */
  readonly gone: Scalars['Int']['output'];
  /** What is measured. */
  readonly indicator: Indicator;
  /** Figures that are shown on the second day and were not on the first. */
  readonly new: Scalars['Int']['output'];
  /** The kind of period. */
  readonly periodType: PeriodType;
  /** The same for each period of which a figure is new, changed, gone or withheld, oldest first. */
  readonly periods: ReadonlyArray<PeriodChanges>;
  /** Figures that are the same on both days, in the periods and at the places for which a newer release answers. */
  readonly same: Scalars['Int']['output'];
  /**
   * Figures that a release since the first day withholds.
   * Whether one of them was shown before is not told: what is withheld is withheld in every edition.
   */
  readonly withheld: Scalars['Int']['output'];
};

/**
 * What became of the figures of one indicator, in one kind of period.
 * Cells for named users are not counted.
 */
export type IndicatorChangesPeriodsArgs = {
  last?: Scalars['Int']['input'];
};

/** A dataset that is protected together with another, since both count the same people. */
export type LinkedTable = {
  readonly __typename?: 'LinkedTable';
  /** The agency that serves it, by its name in the supergraph. */
  readonly agency: Scalars['ID']['output'];
  /** Id of the dataset, within its agency. */
  readonly datasetId: Scalars['ID']['output'];
};

/** A field that is null for a place, and why. */
export type MissingSeries = {
  readonly __typename?: 'MissingSeries';
  /** The field, with those that lead to it and an argument that matters: crime.streetLevel. */
  readonly field: Scalars['String']['output'];
  /** Id of the indicator that the field would have shown. */
  readonly indicator: Scalars['ID']['output'];
  /** Why it is null, as one word. */
  readonly reason: AbsenceReason;
  /** Why it is null, for people to read. */
  readonly text: Scalars['String']['output'];
};

/**
 * One number in one period, or the reason why there is none.
 * In the unit of its indicator, as its publisher's disclosure policy lets it out.
 */
export type Observation = {
  readonly __typename?: 'Observation';
  /**
   * How many of those who should have reported did; of what is worked out here, the lowest of all that it rests on.
   * Null where the question does not arise, the publisher does not say, or there is no value. Beside NOT_AVAILABLE it says why the
   * value was not worked out: fewer reported than the indicator's neededCoverage.
   */
  readonly coverage?: Maybe<Coverage>;
  /**
   * What it was divided by, before the indicator's multiplier.
   * Null where the indicator has none, the publisher does not give it, or it is withheld.
   */
  readonly denominator?: Maybe<Scalars['Float']['output']>;
  /** The period of the denominator, where it is not the observation's own. Null where it is, or there is no denominator. */
  readonly denominatorPeriod?: Maybe<Period>;
  /** Who published the denominator and in which table. Null where there is no denominator. */
  readonly denominatorSource?: Maybe<Scalars['String']['output']>;
  /** What a table prints: 1,230 or [c]. */
  readonly displayValue: Scalars['String']['output'];
  /** What a reader must know about the value; empty where there is nothing. */
  readonly flags: ReadonlyArray<ObservationFlag>;
  /**
   * What each edition that has the figure says of it, oldest first.
   * Empty for a gap that lies in no release, for what is worked out when it is asked for, and where the status is
   * WITHHELD_BY_TIER. What is withheld now is withheld in every edition, whenever it was first: nothing withheld comes back by
   * it. Releases that were recalled are no editions.
   */
  readonly history: ReadonlyArray<ObservationEdition>;
  /**
   * Lower 95% confidence limit, in the unit of the value.
   * Null where none is published and the indicator has no method for one, or the value is withheld.
   */
  readonly lower?: Maybe<Scalars['Float']['output']>;
  /**
   * What was counted above the line of a rate, a percentage or a ratio.
   * Null where the indicator has none, the publisher does not give it, or it is withheld.
   */
  readonly numerator?: Maybe<Scalars['Float']['output']>;
  /** The time it describes. */
  readonly period: Period;
  /** The edition that the observation was read from. Null for a gap that lies in no release, and where the status is WITHHELD_BY_TIER. */
  readonly release?: Maybe<Release>;
  /** Why there is, or is not, a value. */
  readonly status: ObservationStatus;
  /**
   * Upper 95% confidence limit, in the unit of the value.
   * Null where none is published and the indicator has no method for one, or the value is withheld.
   */
  readonly upper?: Maybe<Scalars['Float']['output']>;
  /** The number, not rounded for display. Null unless the status is PUBLISHED; zero is a value. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/**
 * One number in one period, or the reason why there is none.
 * In the unit of its indicator, as its publisher's disclosure policy lets it out.
 */
export type ObservationHistoryArgs = {
  last?: Scalars['Int']['input'];
};

/** What one edition says of one figure. */
export type ObservationEdition = {
  readonly __typename?: 'ObservationEdition';
  /** The first day on which it could be seen: `asPublishedOn` that day shows it. */
  readonly day: Scalars['Date']['output'];
  /** What a table prints: 1,230 or [c]. */
  readonly displayValue: Scalars['String']['output'];
  /** What the edition says about the value; empty where there is nothing. */
  readonly flags: ReadonlyArray<ObservationFlag>;
  /** The edition. Null where the caller may not know of it. */
  readonly release?: Maybe<Release>;
  /** Why there is, or is not, a value. CONFIDENTIAL where the figure is withheld today, whatever the edition printed. */
  readonly status: ObservationStatus;
  /** The number, not rounded for display. Null unless the status is PUBLISHED; zero is a value. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/**
 * Which time a number describes.
 * Two dates and a kind, because a label such as 2024/25 means different years to different publishers.
 */
export type Period = {
  readonly __typename?: 'Period';
  /** Last day, included; the same day as the start for a snapshot. */
  readonly end: Scalars['Date']['output'];
  /** Stable id: 2024-11, 2024-Q4, CY2024, FY2024-25, AY2024-25, R12-2024-11, P3-2022-24 or S2025-03-31. */
  readonly id: Scalars['ID']['output'];
  /** What a table heading prints, for example November 2024. */
  readonly label: Scalars['String']['output'];
  /** First day, included. */
  readonly start: Scalars['Date']['output'];
  /** What kind of time this is. */
  readonly type: PeriodType;
};

/** What became of the figures of one indicator in one period. */
export type PeriodChanges = {
  readonly __typename?: 'PeriodChanges';
  /** Figures that are another number on the second day. */
  readonly changed: Scalars['Int']['output'];
  /** Figures that were shown on the first day and are not there on the second. */
  readonly gone: Scalars['Int']['output'];
  /** Figures that are shown on the second day and were not on the first. */
  readonly new: Scalars['Int']['output'];
  /** The period. */
  readonly period: Period;
  /** Figures that a release since the first day withholds, whether or not they were shown before. */
  readonly withheld: Scalars['Int']['output'];
};

/**
 * Periods that lie wholly between two dates, both included; either end may be left open.
 * Example: `{ from: "2024-01-01", to: "2024-12-31" }`.
 */
export type PeriodRange = {
  /** First day that a period may start on. Open when left out. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day that a period may end on. Open when left out. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * Residents of an area in one year, as the denominator of a rate.
 * Whoever computes a rate says by releaseId which release its denominator came from.
 */
export type PopulationEstimate = {
  readonly __typename?: 'PopulationEstimate';
  /** Which residents are counted. */
  readonly ageBand: AgeBand;
  /** True where the estimate is invented sample data. */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /** How many residents, as the publisher rounded them. */
  readonly persons: Scalars['Int']['output'];
  /** Id of the release in which the estimate was published. */
  readonly releaseId: Scalars['ID']['output'];
  /** Who estimated it and in which table, for people to read. */
  readonly source: Scalars['String']['output'];
  /** Year of the estimate, at 30 June (mid-year). */
  readonly year: Scalars['Int']['output'];
};

/**
 * One edition of a dataset, kept so that a reader can ask for the numbers as published on a date.
 * Newest means by publishedAt, then by latest period, then by the time it was loaded.
 * Files of one day are parts of one edition: what the newest has no figure of is read in the others.
 * A release answers for the areas and periods that it covers; for all others an earlier one does.
 */
export type Release = {
  readonly __typename?: 'Release';
  /**
   * SHA-256 in hexadecimal of the file, or of the reviewed facts where they came without one.
   * Where the file shows figures that are withheld here, `hmac-sha256:` and a checksum under a key that only the agency has.
   * Nobody can check a guess at the file by that one.
   */
  readonly checksum: Scalars['String']['output'];
  /** Figures that were there before it and are other ones with it, gone, or withheld. Those that its publisher corrects are among them. */
  readonly corrected: Scalars['Int']['output'];
  /** The moment from which it could be seen here. Null where it had no embargo. Before that moment nothing shows that it exists. */
  readonly embargoUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Stable id. */
  readonly id: Scalars['ID']['output'];
  /** When it was loaded here. */
  readonly loadedAt: Scalars['DateTime']['output'];
  /** Observations that the release holds, gaps with a marker included. */
  readonly observationCount: Scalars['Int']['output'];
  /** Day on which the publisher released it. */
  readonly publishedAt: Scalars['Date']['output'];
  /** Why it was recalled, for people to read. Null where it stands. */
  readonly recallReason?: Maybe<Scalars['String']['output']>;
  /** When it was recalled: since then its figures are in no answer. Null where it stands. */
  readonly recalledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rows left out by a rule that the dataset states: outside London, a total, empty. */
  readonly rowsLeftOut: Scalars['Int']['output'];
  /**
   * Data rows in the file, header lines not counted.
   * Where part of its dataset is for named users, as many as it has observations for everybody.
   */
  readonly rowsRead: Scalars['Int']['output'];
  /** Rows that could not be read. */
  readonly rowsRejected: Scalars['Int']['output'];
  /** Id of the release before this one, of those that were not recalled: it answers again should this one be recalled. Null for the first. */
  readonly supersedes?: Maybe<Scalars['ID']['output']>;
  /**
   * The version of the dataset that began with it, as in Semantic Versioning: 2.1.0.
   * The first number grows where figures are gone or withheld that were there, so that something is missing for who asks as before.
   * The second grows where there are more figures, the third where they are other ones alone.
   */
  readonly version: Scalars['String']['output'];
};

/** Something of one agency that fits some words. */
export type SearchMatch = {
  readonly __typename?: 'SearchMatch';
  /** Id of the framework of a measure. Null for anything else. */
  readonly framework?: Maybe<Scalars['ID']['output']>;
  /** Its id: of a dimension value that of the indicator, of an area its code. */
  readonly id: Scalars['ID']['output'];
  /** The indicator that it is, or of which it is a value. Null for anything else. */
  readonly indicator?: Maybe<Indicator>;
  /** True where it was found by words that are only like those of the text. */
  readonly isGuess: Scalars['Boolean']['output'];
  /** True where something is held of it that the caller may read; also for what is no matter of figures. */
  readonly isHeld: Scalars['Boolean']['output'];
  /**
   * True where the text has more than half of the words of one of its names, so that it was called so.
   * What is found otherwise only speaks of what the text has: its number may be one of something else.
   */
  readonly isNamed: Scalars['Boolean']['output'];
  /** True where what is held is invented sample data. */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /** What it is. */
  readonly kind: SearchKind;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What its indicator is narrowed to, for `Indicator.series`: the value that was found and those around it. Empty for anything else. */
  readonly narrowing: ReadonlyArray<FoundValue>;
  /** Why nothing is held, for people to read. Null where isHeld is true. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Why nothing is held, as one word. Null where isHeld is true. */
  readonly reason?: Maybe<AbsenceReason>;
  /** How well it fits, from 0; the same measure in every agency. */
  readonly score: Scalars['Float']['output'];
  /** What it says of itself: a definition, a description. */
  readonly text: Scalars['String']['output'];
  /**
   * Words of the text that it does not have: what is meant may be something else, or something narrower.
   * Empty where it has all that matter. The place about which is asked, times and words of questions are no such words.
   */
  readonly unmatched: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type Series = {
  readonly __typename?: 'Series';
  /** The area measured, which may be wider than the one asked about. Null where a site was measured. */
  readonly area?: Maybe<Area>;
  /** Dates across which the series must not be compared without thought, oldest first. */
  readonly breaks: ReadonlyArray<SeriesBreak>;
  /** What a reader must not conclude, gravest first; empty where there is nothing to say. */
  readonly caveats: ReadonlyArray<Caveat>;
  /**
   * The newest published value beside others, in the order asked for; empty where it is compared with nothing.
   * There are no ranks.
   */
  readonly comparators: ReadonlyArray<Comparator>;
  /** XmR control chart since the last break. */
  readonly controlChart: ControlChart;
  /** The dataset that the numbers come from. */
  readonly dataset: Dataset;
  /**
   * Denominators as a column for bulk readers, in the order of periodIds.
   * As Observation.denominator has them.
   */
  readonly denominators: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** The value of each dimension that the series is broken down by; empty for the total. */
  readonly dimensions: ReadonlyArray<DimensionValue>;
  /** True only when the area asked about is the area measured. */
  readonly directlyMeasured: Scalars['Boolean']['output'];
  /**
   * What happened meanwhile that a source ties to what is counted here, oldest first; empty where nothing is known.
   * Never a break: nothing that is worked out takes notice of it.
   */
  readonly events: ReadonlyArray<SeriesEvent>;
  /** The first period of which a figure is PUBLISHED. Null where none is. */
  readonly firstPeriod?: Maybe<Period>;
  /**
   * Flags as a column for bulk readers, in the order of periodIds.
   * What a reader must know about each value: an empty list where there is nothing.
   */
  readonly flags: ReadonlyArray<ReadonlyArray<ObservationFlag>>;
  /** What is measured. */
  readonly indicator: Indicator;
  /** True where the observations are invented sample data. */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /**
   * True where the observations are worked out when they are asked for, from what two agencies hold, for one area at a time.
   * Agency.series has none of them.
   */
  readonly isWorkedOut: Scalars['Boolean']['output'];
  /** The last period of which a figure is PUBLISHED, which is that of latest. Null where none is. */
  readonly lastPeriod?: Maybe<Period>;
  /** The newest PUBLISHED observation. Null where none is published. */
  readonly latest?: Maybe<Observation>;
  /**
   * Whether it is a total, a group or a category.
   * Of each level a bulk reader adds up one alone, and categories of one dimension alone, and as the indicator's additivity allows.
   */
  readonly level: SeriesLevel;
  /**
   * Lower 95% confidence limits as a column for bulk readers, in the order of periodIds.
   * As Observation.lower has them.
   */
  readonly lowers: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /**
   * Numerators as a column for bulk readers, in the order of periodIds.
   * As Observation.numerator has them.
   */
  readonly numerators: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /**
   * One observation for each period of the grid, oldest first.
   * The interval of a SNAPSHOT grid is its indicator's.
   * Every period when neither argument is given; empty where nothing is measured.
   */
  readonly observations: ReadonlyArray<Observation>;
  /** Period ids as a column for bulk readers: periodIds[i], values[i] and statuses[i] belong together, oldest first. */
  readonly periodIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The kind of period of every observation. */
  readonly periodType: PeriodType;
  /** How what was measured relates to the area asked about. */
  readonly relation: MeasuredRelation;
  /**
   * Ids of editions as a column for bulk readers, in the order of periodIds.
   * Of the edition that each observation was read from; null for a gap that lies in none.
   */
  readonly releaseIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The site measured. Null where an area was measured. */
  readonly site?: Maybe<Site>;
  /**
   * One paragraph for a resident.
   * Says what is measured, when, by whom, how sure it is, whether it changed, and what not to conclude.
   */
  readonly statement: Scalars['String']['output'];
  /** Statuses as a column for bulk readers, in the order of periodIds. */
  readonly statuses: ReadonlyArray<ObservationStatus>;
  /** Which way the newest comparable points went. */
  readonly trend: Trend;
  /**
   * Upper 95% confidence limits as a column for bulk readers, in the order of periodIds.
   * As Observation.upper has them.
   */
  readonly uppers: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Values as a column for bulk readers, in the order of periodIds. A value is null unless its status is PUBLISHED. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesComparatorsArgs = {
  kinds?: InputMaybe<ReadonlyArray<ComparatorKind>>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesDenominatorsArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesFlagsArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesLowersArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesNumeratorsArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesObservationsArgs = {
  during?: InputMaybe<PeriodRange>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesPeriodIdsArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesReleaseIdsArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesStatusesArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesUppersArgs = {
  during?: InputMaybe<PeriodRange>;
};

/**
 * One indicator, one place, one set of dimension values, one kind of period: a regular grid with typed gaps.
 * A number measured elsewhere than in the area asked about says so and is never shared out.
 */
export type SeriesValuesArgs = {
  during?: InputMaybe<PeriodRange>;
};

/** A date across which a series must not be compared without thought. */
export type SeriesBreak = {
  readonly __typename?: 'SeriesBreak';
  /** First day to which the new way of counting applies. */
  readonly at: Scalars['Date']['output'];
  /** What changed. */
  readonly kind: BreakKind;
  /** What happened and what it does to the numbers, for people to read. */
  readonly note: Scalars['String']['output'];
  /** Who says so, for people to read. Null where the publisher's own table shows it. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/**
 * Something that happened while a series was counted, and that a source ties to what it counts.
 * No break: figures before and after are counted alike and stay comparable, trends and control charts go on across it, and whether it
 * moved a figure is not said here.
 */
export type SeriesEvent = {
  readonly __typename?: 'SeriesEvent';
  /** Its first day; where the source names a month or a year, the first day of that. */
  readonly from: Scalars['Date']['output'];
  /** True where the source announces it and does not say that it came about. */
  readonly isPlanned: Scalars['Boolean']['output'];
  /** What kind of thing it is. */
  readonly kind: SeriesEventKind;
  /** What it is called, for people to read. */
  readonly name: Scalars['String']['output'];
  /** Who says so: a document with the lines of its text extract, a law. */
  readonly source: Scalars['String']['output'];
  /** What the source says of it: a document of the plans in its own words. */
  readonly text: Scalars['String']['output'];
  /** When it was, in words: February 2016. */
  readonly time: Scalars['String']['output'];
  /** Its last day, in the same way. Null where it goes on, or the source does not say. */
  readonly to?: Maybe<Scalars['Date']['output']>;
};

/** One page of series. */
export type SeriesPage = {
  readonly __typename?: 'SeriesPage';
  /** What to give as `after` for the next page. Null where the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True where another page follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** The series of the page, ordered by indicator, place and dimensions. */
  readonly nodes: ReadonlyArray<Series>;
  /**
   * Of which areas and sites that were asked for by name an indicator is not measured, each in a sentence for people.
   * A ward where only boroughs are, a court where only areas are; empty where each could be. At most 21.
   */
  readonly unanswered: ReadonlyArray<Scalars['String']['output']>;
};

/** A court, hospital or other place that is measured and is not an area. */
export type Site = {
  readonly __typename?: 'Site';
  /** Stable id: court:snaresbrook-crown-court for a court, the organisation code (RQX) for a health provider. */
  readonly id: Scalars['ID']['output'];
  /** What kind of place it is, for people to read: a court, a health provider. */
  readonly kind: Scalars['String']['output'];
  /** The publisher's name for it. */
  readonly name: Scalars['String']['output'];
};

/** One point of a control chart. */
export type SpcPoint = {
  readonly __typename?: 'SpcPoint';
  /** The period of the point. */
  readonly period: Period;
  /** The rules that it meets; empty for common cause. */
  readonly rules: ReadonlyArray<SpcRule>;
  /** What the chart says of it. */
  readonly variation: Variation;
};

/** Which way the newest comparable points of a series went, computed on its published values since the last break. */
export type Trend = {
  readonly __typename?: 'Trend';
  /**
   * The lowest coverage of the points that the method used.
   * Null where none of them has any, or the method could not be applied.
   */
  readonly coverage?: Maybe<Coverage>;
  /** Which way it went. */
  readonly direction: TrendDirection;
  /** Period of the oldest point that the method used. Null where it could not be applied. */
  readonly firstPeriod?: Maybe<Period>;
  /** Whether that is for the better. */
  readonly judgement: Judgement;
  /** Period of the newest point that the method used. Null where it could not be applied. */
  readonly lastPeriod?: Maybe<Period>;
  /** Name of the method, for people to read. */
  readonly method: Scalars['String']['output'];
  /** How many points the method used; 0 where it could not be applied. */
  readonly pointsUsed: Scalars['Int']['output'];
  /** Why no trend can be calculated. Null where one was. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Whether the points differ from one level, whatever their order. Null where no trend could be calculated. */
  readonly scatter?: Maybe<Scatter>;
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;

type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;

type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;

export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}> );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AgencyCatalogue: never;
  AnyDataset: ( DatasetModel );
  Indicator: never;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Absence: ResolverTypeWrapper<Absence>;
  AbsenceReason: AbsenceReason;
  AccessTier: AccessTier;
  Additivity: Additivity;
  AgeBand: AgeBand;
  Agency: ResolverTypeWrapper<AgencyModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AgencyCatalogue: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AgencyCatalogue']>;
  AnyDataset: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AnyDataset']>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  AreaType: AreaType;
  AttributionBasis: AttributionBasis;
  Baseline: ResolverTypeWrapper<Baseline>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BreakKind: BreakKind;
  Caveat: ResolverTypeWrapper<Caveat>;
  CaveatSeverity: CaveatSeverity;
  CharacteristicHolding: ResolverTypeWrapper<CharacteristicModel>;
  CharacteristicState: CharacteristicState;
  Comparator: ResolverTypeWrapper<Omit<Comparator, 'area' | 'observation' | 'own'> & { area?: Maybe<ResolversTypes['Area']>, observation?: Maybe<ResolversTypes['Observation']>, own?: Maybe<ResolversTypes['Observation']> }>;
  ComparatorKind: ComparatorKind;
  ComparisonOutcome: ComparisonOutcome;
  ControlChart: ResolverTypeWrapper<ControlChart>;
  Coverage: ResolverTypeWrapper<Coverage>;
  Dataset: ResolverTypeWrapper<DatasetModel>;
  DatasetChanges: ResolverTypeWrapper<Omit<DatasetChanges, 'indicators' | 'releases'> & { indicators: ReadonlyArray<ResolversTypes['IndicatorChanges']>, releases: ReadonlyArray<ResolversTypes['Release']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Designation: Designation;
  Dimension: ResolverTypeWrapper<Omit<Dimension, 'values'> & { values: ReadonlyArray<ResolversTypes['DimensionValue']> }>;
  DimensionInput: DimensionInput;
  DimensionValue: ResolverTypeWrapper<DimensionValueModel>;
  DisclosurePolicy: ResolverTypeWrapper<DisclosurePolicy>;
  FoundValue: ResolverTypeWrapper<FoundValue>;
  HeldAreas: ResolverTypeWrapper<HeldAreas>;
  HeldPeriods: ResolverTypeWrapper<HeldPeriods>;
  Holding: ResolverTypeWrapper<HoldingModel>;
  Indicator: ResolverTypeWrapper<IndicatorDefinition>;
  IndicatorChanges: ResolverTypeWrapper<Omit<IndicatorChanges, 'indicator'> & { indicator: ResolversTypes['Indicator'] }>;
  Judgement: Judgement;
  LinkBasis: LinkBasis;
  LinkKind: LinkKind;
  LinkedTable: ResolverTypeWrapper<LinkedTable>;
  LondonPart: LondonPart;
  MeasuredRelation: MeasuredRelation;
  MissingSeries: ResolverTypeWrapper<MissingSeries>;
  Observation: ResolverTypeWrapper<ObservationModel>;
  ObservationEdition: ResolverTypeWrapper<EditionModel>;
  ObservationFlag: ObservationFlag;
  ObservationStatus: ObservationStatus;
  Period: ResolverTypeWrapper<Period>;
  PeriodChanges: ResolverTypeWrapper<PeriodChanges>;
  PeriodRange: PeriodRange;
  PeriodType: PeriodType;
  Polarity: Polarity;
  PopulationEstimate: ResolverTypeWrapper<PopulationEstimate>;
  ProtectedCharacteristic: ProtectedCharacteristic;
  Release: ResolverTypeWrapper<ReleaseRecord>;
  Scatter: Scatter;
  SearchKind: SearchKind;
  SearchMatch: ResolverTypeWrapper<SearchMatchModel>;
  Series: ResolverTypeWrapper<SeriesHandle>;
  SeriesBreak: ResolverTypeWrapper<SeriesBreak>;
  SeriesEvent: ResolverTypeWrapper<SeriesEventModel>;
  SeriesEventKind: SeriesEventKind;
  SeriesLevel: SeriesLevel;
  SeriesPage: ResolverTypeWrapper<SeriesPageModel>;
  Site: ResolverTypeWrapper<Site>;
  SpcPoint: ResolverTypeWrapper<SpcPoint>;
  SpcRule: SpcRule;
  Trend: ResolverTypeWrapper<Trend>;
  TrendDirection: TrendDirection;
  Unit: Unit;
  ValueType: ValueType;
  Variation: Variation;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Absence: Absence;
  Agency: AgencyModel;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  AgencyCatalogue: ResolversInterfaceTypes<ResolversParentTypes>['AgencyCatalogue'];
  AnyDataset: ResolversInterfaceTypes<ResolversParentTypes>['AnyDataset'];
  Area: { readonly code: string };
  Baseline: Baseline;
  Float: Scalars['Float']['output'];
  Caveat: Caveat;
  CharacteristicHolding: CharacteristicModel;
  Comparator: Omit<Comparator, 'area' | 'observation' | 'own'> & { area?: Maybe<ResolversParentTypes['Area']>, observation?: Maybe<ResolversParentTypes['Observation']>, own?: Maybe<ResolversParentTypes['Observation']> };
  ControlChart: ControlChart;
  Coverage: Coverage;
  Dataset: DatasetModel;
  DatasetChanges: Omit<DatasetChanges, 'indicators' | 'releases'> & { indicators: ReadonlyArray<ResolversParentTypes['IndicatorChanges']>, releases: ReadonlyArray<ResolversParentTypes['Release']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Dimension: Omit<Dimension, 'values'> & { values: ReadonlyArray<ResolversParentTypes['DimensionValue']> };
  DimensionInput: DimensionInput;
  DimensionValue: DimensionValueModel;
  DisclosurePolicy: DisclosurePolicy;
  FoundValue: FoundValue;
  HeldAreas: HeldAreas;
  HeldPeriods: HeldPeriods;
  Holding: HoldingModel;
  Indicator: IndicatorDefinition;
  IndicatorChanges: Omit<IndicatorChanges, 'indicator'> & { indicator: ResolversParentTypes['Indicator'] };
  LinkedTable: LinkedTable;
  MissingSeries: MissingSeries;
  Observation: ObservationModel;
  ObservationEdition: EditionModel;
  Period: Period;
  PeriodChanges: PeriodChanges;
  PeriodRange: PeriodRange;
  PopulationEstimate: PopulationEstimate;
  Release: ReleaseRecord;
  SearchMatch: SearchMatchModel;
  Series: SeriesHandle;
  SeriesBreak: SeriesBreak;
  SeriesEvent: SeriesEventModel;
  SeriesPage: SeriesPageModel;
  Site: Site;
  SpcPoint: SpcPoint;
  Trend: Trend;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
};

export type ByPeriodDirectiveArgs = {
  last?: Maybe<Scalars['String']['input']>;
  range?: Maybe<Scalars['String']['input']>;
};

export type ByPeriodDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ByPeriodDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MembersDirectiveArgs = {
  most: Scalars['Int']['input'];
};

export type MembersDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = MembersDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PeriodsDirectiveArgs = {
  aYear?: Scalars['Int']['input'];
  most: Scalars['Int']['input'];
};

export type PeriodsDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = PeriodsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SizedByDirectiveArgs = {
  each?: Scalars['Int']['input'];
  lists: ReadonlyArray<Scalars['String']['input']>;
};

export type SizedByDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = SizedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AbsenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Absence'] = ResolversParentTypes['Absence']> = {
  reason?: Resolver<ResolversTypes['AbsenceReason'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType, RequireFields<AgencyDatasetArgs, 'id'>>;
  datasets?: Resolver<ReadonlyArray<ResolversTypes['Dataset']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType, RequireFields<AgencyIndicatorArgs, 'id'>>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['Indicator']>, ParentType, ContextType, Partial<AgencyIndicatorsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  search?: Resolver<ReadonlyArray<ResolversTypes['SearchMatch']>, ParentType, ContextType, RequireFields<AgencySearchArgs, 'first' | 'text'>>;
  series?: Resolver<ResolversTypes['SeriesPage'], ParentType, ContextType, RequireFields<AgencySeriesArgs, 'first' | 'indicators'>>;
};

export type AgencyCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgencyCatalogue'] = ResolversParentTypes['AgencyCatalogue']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type AnyDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyDataset'] = ResolversParentTypes['AnyDataset']> = {
  __resolveType: TypeResolveFn<'Dataset', ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BaselineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Baseline'] = ResolversParentTypes['Baseline']> = {
  framework?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CaveatResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Caveat'] = ResolversParentTypes['Caveat']> = {
  severity?: Resolver<ResolversTypes['CaveatSeverity'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CharacteristicHoldingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CharacteristicHolding'] = ResolversParentTypes['CharacteristicHolding']> = {
  characteristic?: Resolver<ResolversTypes['ProtectedCharacteristic'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CharacteristicState'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
};

export type ComparatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Comparator'] = ResolversParentTypes['Comparator']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Baseline']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ComparatorKind'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observation?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ComparisonOutcome'], ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ControlChartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ControlChart'] = ResolversParentTypes['ControlChart']> = {
  caveats?: Resolver<ReadonlyArray<ResolversTypes['Caveat']>, ParentType, ContextType>;
  centre?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  isProvisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['SpcPoint']>, ParentType, ContextType>;
  pointsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleSet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  expected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reporting?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  access?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTier?: Resolver<ResolversTypes['AccessTier'], ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['DatasetChanges']>, ParentType, ContextType, RequireFields<DatasetChangesArgs, 'from'>>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  designation?: Resolver<ResolversTypes['Designation'], ParentType, ContextType>;
  disclosurePolicy?: Resolver<ResolversTypes['DisclosurePolicy'], ParentType, ContextType>;
  formerIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  landingPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latestRelease?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<DatasetReleasesArgs, 'last'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatasetChangesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DatasetChanges'] = ResolversParentTypes['DatasetChanges']> = {
  indicators?: Resolver<ReadonlyArray<ResolversTypes['IndicatorChanges']>, ParentType, ContextType>;
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DimensionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Dimension'] = ResolversParentTypes['Dimension']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
};

export type DimensionValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DimensionValue'] = ResolversParentTypes['DimensionValue']> = {
  dimension?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisclosurePolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisclosurePolicy'] = ResolversParentTypes['DisclosurePolicy']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exemptAreaTypes?: Resolver<ReadonlyArray<ResolversTypes['AreaType']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  linkedTables?: Resolver<ReadonlyArray<ResolversTypes['LinkedTable']>, ParentType, ContextType>;
  minimumCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumDenominator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roundingBase?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  safeStatistics?: Resolver<ReadonlyArray<ResolversTypes['ValueType']>, ParentType, ContextType>;
  secondarySuppression?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  zerosShown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FoundValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FoundValue'] = ResolversParentTypes['FoundValue']> = {
  dimension?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type HeldAreasResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldAreas'] = ResolversParentTypes['HeldAreas']> = {
  areaType?: Resolver<ResolversTypes['AreaType'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeldPeriodsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldPeriods'] = ResolversParentTypes['HeldPeriods']> = {
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  periodType?: Resolver<ResolversTypes['PeriodType'], ParentType, ContextType>;
};

export type HoldingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Holding'] = ResolversParentTypes['Holding']> = {
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['HeldAreas']>, ParentType, ContextType>;
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  isHeld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  nextDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['HeldPeriods']>, ParentType, ContextType>;
  sites?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type IndicatorChangesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorChanges'] = ResolversParentTypes['IndicatorChanges']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  periodType?: Resolver<ResolversTypes['PeriodType'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['PeriodChanges']>, ParentType, ContextType, RequireFields<IndicatorChangesPeriodsArgs, 'last'>>;
  same?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LinkedTableResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkedTable'] = ResolversParentTypes['LinkedTable']> = {
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  datasetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MissingSeriesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MissingSeries'] = ResolversParentTypes['MissingSeries']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AbsenceReason'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ObservationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Observation'] = ResolversParentTypes['Observation']> = {
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  denominatorPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  denominatorSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<ResolversTypes['ObservationFlag']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['ObservationEdition']>, ParentType, ContextType, RequireFields<ObservationHistoryArgs, 'last'>>;
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ObservationStatus'], ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ObservationEditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObservationEdition'] = ResolversParentTypes['ObservationEdition']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  displayValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<ResolversTypes['ObservationFlag']>, ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ObservationStatus'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PeriodResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  end?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PeriodType'], ParentType, ContextType>;
};

export type PeriodChangesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PeriodChanges'] = ResolversParentTypes['PeriodChanges']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PopulationEstimateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PopulationEstimate'] = ResolversParentTypes['PopulationEstimate']> = {
  ageBand?: Resolver<ResolversTypes['AgeBand'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  releaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReleaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Release'] = ResolversParentTypes['Release']> = {
  checksum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  embargoUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  loadedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  observationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  recallReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recalledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rowsLeftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsRead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsRejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  supersedes?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchMatchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SearchMatch'] = ResolversParentTypes['SearchMatch']> = {
  framework?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType>;
  isGuess?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isHeld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isNamed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  narrowing?: Resolver<ReadonlyArray<ResolversTypes['FoundValue']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['AbsenceReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unmatched?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  breaks?: Resolver<ReadonlyArray<ResolversTypes['SeriesBreak']>, ParentType, ContextType>;
  caveats?: Resolver<ReadonlyArray<ResolversTypes['Caveat']>, ParentType, ContextType>;
  comparators?: Resolver<ReadonlyArray<ResolversTypes['Comparator']>, ParentType, ContextType, Partial<SeriesComparatorsArgs>>;
  controlChart?: Resolver<ResolversTypes['ControlChart'], ParentType, ContextType>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType>;
  denominators?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType, Partial<SeriesDenominatorsArgs>>;
  dimensions?: Resolver<ReadonlyArray<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  directlyMeasured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['SeriesEvent']>, ParentType, ContextType>;
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<ReadonlyArray<ResolversTypes['ObservationFlag']>>, ParentType, ContextType, Partial<SeriesFlagsArgs>>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isWorkedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['SeriesLevel'], ParentType, ContextType>;
  lowers?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType, Partial<SeriesLowersArgs>>;
  numerators?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType, Partial<SeriesNumeratorsArgs>>;
  observations?: Resolver<ReadonlyArray<ResolversTypes['Observation']>, ParentType, ContextType, Partial<SeriesObservationsArgs>>;
  periodIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType, Partial<SeriesPeriodIdsArgs>>;
  periodType?: Resolver<ResolversTypes['PeriodType'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['MeasuredRelation'], ParentType, ContextType>;
  releaseIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType, Partial<SeriesReleaseIdsArgs>>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statuses?: Resolver<ReadonlyArray<ResolversTypes['ObservationStatus']>, ParentType, ContextType, Partial<SeriesStatusesArgs>>;
  trend?: Resolver<ResolversTypes['Trend'], ParentType, ContextType>;
  uppers?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType, Partial<SeriesUppersArgs>>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType, Partial<SeriesValuesArgs>>;
};

export type SeriesBreakResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SeriesBreak'] = ResolversParentTypes['SeriesBreak']> = {
  at?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BreakKind'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SeriesEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SeriesEvent'] = ResolversParentTypes['SeriesEvent']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isPlanned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SeriesEventKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type SeriesPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SeriesPage'] = ResolversParentTypes['SeriesPage']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Series']>, ParentType, ContextType>;
  unanswered?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SpcPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SpcPoint'] = ResolversParentTypes['SpcPoint']> = {
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['SpcRule']>, ParentType, ContextType>;
  variation?: Resolver<ResolversTypes['Variation'], ParentType, ContextType>;
};

export type TrendResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Trend'] = ResolversParentTypes['Trend']> = {
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TrendDirection'], ParentType, ContextType>;
  firstPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  judgement?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  lastPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pointsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scatter?: Resolver<Maybe<ResolversTypes['Scatter']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Absence?: AbsenceResolvers<ContextType>;
  Agency?: AgencyResolvers<ContextType>;
  AgencyCatalogue?: AgencyCatalogueResolvers<ContextType>;
  AnyDataset?: AnyDatasetResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Baseline?: BaselineResolvers<ContextType>;
  Caveat?: CaveatResolvers<ContextType>;
  CharacteristicHolding?: CharacteristicHoldingResolvers<ContextType>;
  Comparator?: ComparatorResolvers<ContextType>;
  ControlChart?: ControlChartResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  DatasetChanges?: DatasetChangesResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Dimension?: DimensionResolvers<ContextType>;
  DimensionValue?: DimensionValueResolvers<ContextType>;
  DisclosurePolicy?: DisclosurePolicyResolvers<ContextType>;
  FoundValue?: FoundValueResolvers<ContextType>;
  HeldAreas?: HeldAreasResolvers<ContextType>;
  HeldPeriods?: HeldPeriodsResolvers<ContextType>;
  Holding?: HoldingResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  IndicatorChanges?: IndicatorChangesResolvers<ContextType>;
  LinkedTable?: LinkedTableResolvers<ContextType>;
  MissingSeries?: MissingSeriesResolvers<ContextType>;
  Observation?: ObservationResolvers<ContextType>;
  ObservationEdition?: ObservationEditionResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  PeriodChanges?: PeriodChangesResolvers<ContextType>;
  PopulationEstimate?: PopulationEstimateResolvers<ContextType>;
  Release?: ReleaseResolvers<ContextType>;
  SearchMatch?: SearchMatchResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesBreak?: SeriesBreakResolvers<ContextType>;
  SeriesEvent?: SeriesEventResolvers<ContextType>;
  SeriesPage?: SeriesPageResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  SpcPoint?: SpcPointResolvers<ContextType>;
  Trend?: TrendResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  byPeriod?: ByPeriodDirectiveResolver<any, any, ContextType>;
  members?: MembersDirectiveResolver<any, any, ContextType>;
  periods?: PeriodsDirectiveResolver<any, any, ContextType>;
  sizedBy?: SizedByDirectiveResolver<any, any, ContextType>;
};

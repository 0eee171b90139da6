// Generated from the schema by `npm run generate`: do not edit.
import type { DatasetModel } from '@boroughgraph/kit/series/dataset-model.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { PeriodType, LinkKind, LinkBasis, AccessTier, Designation, Unit, ValueType, Polarity, Additivity, AttributionBasis, AreaType, LondonPart } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Measure, WardInput, MeasureKind, MeasureCollection, ProgressState, SuccessorComparison, ChangeCause, FactNature, FactPrecision } from './vocabulary.ts';
import type { Maybe, InputMaybe, Omit, RequireFields, Scalars, Absence, Agency, AgencyCatalogue, AnyDataset, CharacteristicHolding, Dataset, DatasetChanges, Dimension, DimensionInput, DimensionValue, DisclosurePolicy, Holding, Indicator, MissingSeries, Period, PopulationEstimate, Release, Series, ResolverTypeWrapper, ReferenceResolver, GraphQLRecursivePick, Resolver, TypeResolveFn, IsTypeOfResolverFn, ResolversTypes as CoreResolversTypes, ResolversParentTypes as CoreResolversParentTypes, Resolvers as CoreResolvers } from '@boroughgraph/kit/generated/core-types.ts';

/** An indicator of any agency, for whoever knows its id and not whose it is. */
export type AnyIndicator = {
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

/** An indicator of any agency, for whoever knows its id and not whose it is. */
export type AnyIndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** An indicator of any agency, for whoever knows its id and not whose it is. */
export type AnyIndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type Area = {
  /** Outline of the area. Null where none is held, or the agency's database is down. */
  readonly boundary?: Maybe<Boundary>;
  /**
   * Stable id: the ONS code (E09000012), or a type and a name where there is none.
   * Examples without an ONS code: basic-command-unit:central-east, composite:city-of-london-and-hackney.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * Share of the area's LSOAs that lie in the most deprived tenth of England, in percent.
   * An LSOA is a small area of 1,000 to 3,000 people.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019.
   */
  readonly deprivation?: Maybe<Series>;
  /**
   * One indicator of any agency, asked for here: its `series` and `seriesAbsence` are those of this area.
   * That agency alone is asked. Null where it is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT
   * that lists those that may have been meant.
   */
  readonly indicator?: Maybe<AnyIndicator>;
  /**
   * Links from this area to others, and back: a borough leads to its police command unit, and that to its boroughs.
   * Areas of different kinds rarely nest, and most links have a first and a last day. Where a day is not known, the link is
   * given for every day of which no source says otherwise.
   * Null where the agency is down, or, for a ward, its database.
   */
  readonly links?: Maybe<ReadonlyArray<AreaLink>>;
  /**
   * The series of local authorities that are null for this area, each with the reason.
   * Null where the agency is down.
   */
  readonly localAuthorityAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /** What a reader must know before using its figures. Null where there is nothing, or the agency is down. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /**
   * Residents, one estimate for each year and age band for which one is held.
   * Null where none are known for this kind of area, or the agency is down.
   */
  readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>>;
  /**
   * Children in need, protected and looked after, by the authority that is responsible for them.
   * Null where nothing is measured for this kind of area, or the agency is down.
   */
  readonly safeguarding?: Maybe<Safeguarding>;
  /**
   * Households in temporary accommodation at the end of the quarter.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, Statutory homelessness, table TA1.
   */
  readonly temporaryAccommodation?: Maybe<Series>;
  /** What kind of place it is. */
  readonly type: AreaType;
  /** First day on which it stood. Null where it is not known, or the agency is down. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it stood. Null where it still stands, its end is not known, or the agency is down. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaLinksArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  type?: InputMaybe<AreaType>;
};

/** A link from one area to another, with its first and last day. */
export type AreaLink = {
  readonly __typename?: 'AreaLink';
  /** The other area. */
  readonly area: Area;
  /** On what the link rests. */
  readonly basis: LinkBasis;
  /** What this area is to the other. */
  readonly kind: LinkKind;
  /** Share of this area that the link covers, 0 to 1. Null where it is not known, which is not an equal split. */
  readonly shareOfArea?: Maybe<Scalars['Float']['output']>;
  /** Who says so, and what of it is not confirmed. */
  readonly source: Scalars['String']['output'];
  /** First day. Null where it is not known. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day. Null where the link still holds, or its end is not known. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** One of the 32 London boroughs, or the City of London. */
export type Borough = Area & {
  readonly __typename?: 'Borough';
  /** Other names that partners use; empty where there are none. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Outline of the area. Null where none is held, or the agency's database is down. */
  readonly boundary?: Maybe<Boundary>;
  /**
   * Stable id: the ONS code (E09000012), or a type and a name where there is none.
   * Examples without an ONS code: basic-command-unit:central-east, composite:city-of-london-and-hackney.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * Share of the area's LSOAs that lie in the most deprived tenth of England, in percent.
   * An LSOA is a small area of 1,000 to 3,000 people.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019.
   */
  readonly deprivation?: Maybe<Series>;
  /**
   * One indicator of any agency, asked for here: its `series` and `seriesAbsence` are those of this area.
   * That agency alone is asked. Null where it is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT
   * that lists those that may have been meant.
   */
  readonly indicator?: Maybe<AnyIndicator>;
  /**
   * Links from this area to others, and back: a borough leads to its police command unit, and that to its boroughs.
   * Areas of different kinds rarely nest, and most links have a first and a last day. Where a day is not known, the link is
   * given for every day of which no source says otherwise.
   * Null where the agency is down, or, for a ward, its database.
   */
  readonly links?: Maybe<ReadonlyArray<AreaLink>>;
  /**
   * The series of local authorities that are null for this area, each with the reason.
   * Null where the agency is down.
   */
  readonly localAuthorityAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /**
   * What the borough and the Met chose to act on.
   * Two crimes that the borough chose, as far as its list is loaded, antisocial behaviour, and the mandatory high-harm crimes,
   * as they stood on a day.
   * Null where none are known for the day, for the City of London, which has a police force of its own, or where the agency or
   * its database is down.
   * Source: Mayor's Office for Policing and Crime, Police and Crime Plan 2017 to 2021.
   */
  readonly localPriorities?: Maybe<ReadonlyArray<LocalPriority>>;
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /** What a reader must know before using its figures. Null where there is nothing, or the agency is down. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Inner or Outer London. */
  readonly part: LondonPart;
  /**
   * Residents, one estimate for each year and age band for which one is held.
   * Null where none are known for this kind of area, or the agency is down.
   */
  readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>>;
  /**
   * Children in need, protected and looked after, by the authority that is responsible for them.
   * Null where nothing is measured for this kind of area, or the agency is down.
   */
  readonly safeguarding?: Maybe<Safeguarding>;
  /**
   * Households in temporary accommodation at the end of the quarter.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, Statutory homelessness, table TA1.
   */
  readonly temporaryAccommodation?: Maybe<Series>;
  /** Where it stands in a layout of equal squares, one for each borough: for a map that needs no outlines. */
  readonly tile: Tile;
  /** What kind of place it is. */
  readonly type: AreaType;
  /** First day on which it stood. Null where it is not known, or the agency is down. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it stood. Null where it still stands, its end is not known, or the agency is down. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
  /** Wards of the borough. Null where none are held for the day, or the agency's database is down. */
  readonly wards?: Maybe<ReadonlyArray<Ward>>;
};

/** One of the 32 London boroughs, or the City of London. */
export type BoroughIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/** One of the 32 London boroughs, or the City of London. */
export type BoroughLinksArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  type?: InputMaybe<AreaType>;
};

/** One of the 32 London boroughs, or the City of London. */
export type BoroughLocalPrioritiesArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** One of the 32 London boroughs, or the City of London. */
export type BoroughWardsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** The outline of an area. */
export type Boundary = {
  readonly __typename?: 'Boundary';
  /** Day as of which it is right. */
  readonly asOf: Scalars['Date']['output'];
  /** GeoJSON geometry as text, longitude and latitude in WGS 84. */
  readonly geometry: Scalars['String']['output'];
  /** Who publishes it. */
  readonly source: Scalars['String']['output'];
};

/** What a document says a change of a figure came from: nothing is concluded from the figures themselves. */
export type ChangeExplanation = {
  readonly __typename?: 'ChangeExplanation';
  /** What the change came from. */
  readonly cause: ChangeCause;
  /** The indicator, narrowed to that of which the document speaks. Null where the agency that answers for it is down. */
  readonly indicator?: Maybe<MeasuredBy>;
  /** The document, and the lines of its text extract. Null where the cause is UNKNOWN. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** The document's own words. Null where the cause is UNKNOWN. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The time of the change, in words. Null where the cause is UNKNOWN. */
  readonly time?: Maybe<Scalars['String']['output']>;
};

/** A performance framework with a period of validity: what London said it would measure, and how. */
export type Framework = {
  readonly __typename?: 'Framework';
  /** True where its measures have targets in numbers. */
  readonly hasNumericTargets: Scalars['Boolean']['output'];
  /** Stable id, in kebab-case: police-and-crime-plan-2017-21. */
  readonly id: Scalars['ID']['output'];
  /** Its measures, in its own order. */
  readonly measures: ReadonlyArray<FrameworkMeasure>;
  /** The document that sets it out. */
  readonly source: Scalars['String']['output'];
  /** Its themes, in its own order. */
  readonly themes: ReadonlyArray<Scalars['String']['output']>;
  /** Title of the plan. */
  readonly title: Scalars['String']['output'];
  /** First day on which it held. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day on which it held. Null where it still holds. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** A performance framework with a period of validity: what London said it would measure, and how. */
export type FrameworkMeasuresArgs = {
  theme?: InputMaybe<Scalars['String']['input']>;
};

/** One thing that a framework says will be measured, reached or done. */
export type FrameworkMeasure = {
  readonly __typename?: 'FrameworkMeasure';
  /** What the document states as its starting point; empty where it states none. */
  readonly baselines: ReadonlyArray<MeasureStatement>;
  /** Whether anybody collects its figures. */
  readonly collection: MeasureCollection;
  /** Day by which it is to be done. Null where the document names none. */
  readonly due?: Maybe<Scalars['Date']['output']>;
  /**
   * Numbers that plans print of its indicators, narrowed as it narrows them: facts, not figures of published files.
   * Empty where none is set down.
   */
  readonly facts: ReadonlyArray<PlanFact>;
  /** Stable id, as the inventory of the documents has it. */
  readonly id: Scalars['ID']['output'];
  /** What kind of promise it is. */
  readonly kind: MeasureKind;
  /** Who leads on it. Null where the document does not say. */
  readonly lead?: Maybe<Scalars['String']['output']>;
  /** Indicators that measure it. Null where the agency that answers for one of them is down; empty where nothing measures it. */
  readonly measuredBy?: Maybe<ReadonlyArray<MeasuredBy>>;
  /** Which direction is good. Null where the document does not say, or it is something to be done. */
  readonly polarity?: Maybe<Polarity>;
  /**
   * How far it had come, as partners have reported it, oldest first: nothing is made up from figures.
   * Empty where nobody has reported on it. Null where the agency's database is down.
   */
  readonly progress?: Maybe<ReadonlyArray<MeasureProgress>>;
  /** Where it stands in the document. */
  readonly source: Scalars['String']['output'];
  /**
   * Measures of later frameworks that one of its indicators measures, too, oldest framework first.
   * Which measure took the place of which no document says: this follows from what measures them. Empty where none is.
   */
  readonly successors: ReadonlyArray<MeasureSuccessor>;
  /** What the document states as its target; empty where it states none. */
  readonly targets: ReadonlyArray<MeasureStatement>;
  /** Theme of the framework under which it stands. */
  readonly theme: Scalars['String']['output'];
  /** The document's own words. */
  readonly wording: Scalars['String']['output'];
};

/** One thing that a framework says will be measured, reached or done. */
export type FrameworkMeasureProgressArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** What the health agency has in the catalogue of the whole graph. */
export type HealthCatalogue = AgencyCatalogue & {
  readonly __typename?: 'HealthCatalogue';
  /** What the agency measures and holds. Null where it is down. */
  readonly agency?: Maybe<Agency>;
  /** Id of the agency, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
};

/** A dataset of the health agency, for whoever knows its id alone. */
export type HealthDataset = AnyDataset & {
  readonly __typename?: 'HealthDataset';
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

/** A dataset of the health agency, for whoever knows its id alone. */
export type HealthDatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A dataset of the health agency, for whoever knows its id alone. */
export type HealthDatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

/** What the health agency measures. */
export type HealthIndicator = AnyIndicator & {
  readonly __typename?: 'HealthIndicator';
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
  /** By what another agency points at it: its id, and after a space the dimension values that it is narrowed to, if any. */
  readonly link: Scalars['ID']['output'];
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

/** What the health agency measures. */
export type HealthIndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the health agency measures. */
export type HealthIndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the criminal justice agency has in the catalogue of the whole graph. */
export type JusticeCatalogue = AgencyCatalogue & {
  readonly __typename?: 'JusticeCatalogue';
  /** What the agency measures and holds. Null where it is down. */
  readonly agency?: Maybe<Agency>;
  /** Id of the agency, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
};

/** A dataset of the criminal justice agency, for whoever knows its id alone. */
export type JusticeDataset = AnyDataset & {
  readonly __typename?: 'JusticeDataset';
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

/** A dataset of the criminal justice agency, for whoever knows its id alone. */
export type JusticeDatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A dataset of the criminal justice agency, for whoever knows its id alone. */
export type JusticeDatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

/** What the criminal justice agency measures. */
export type JusticeIndicator = AnyIndicator & {
  readonly __typename?: 'JusticeIndicator';
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
  /** By what another agency points at it: its id, and after a space the dimension values that it is narrowed to, if any. */
  readonly link: Scalars['ID']['output'];
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

/** What the criminal justice agency measures. */
export type JusticeIndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the criminal justice agency measures. */
export type JusticeIndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the local authority agency has in the catalogue of the whole graph. */
export type LocalAuthorityCatalogue = AgencyCatalogue & {
  readonly __typename?: 'LocalAuthorityCatalogue';
  /** What the agency measures and holds. Null where it is down. */
  readonly agency?: Maybe<Agency>;
  /** Id of the agency, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
};

/** A dataset of the local authority agency, for whoever knows its id alone. */
export type LocalAuthorityDataset = AnyDataset & {
  readonly __typename?: 'LocalAuthorityDataset';
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

/** A dataset of the local authority agency, for whoever knows its id alone. */
export type LocalAuthorityDatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A dataset of the local authority agency, for whoever knows its id alone. */
export type LocalAuthorityDatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

/** What the local authority agency measures. */
export type LocalAuthorityIndicator = AnyIndicator & Indicator & {
  readonly __typename?: 'LocalAuthorityIndicator';
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
  /** By what another agency points at it: its id, and after a space the dimension values that it is narrowed to, if any. */
  readonly link: Scalars['ID']['output'];
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

/** What the local authority agency measures. */
export type LocalAuthorityIndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the local authority agency measures. */
export type LocalAuthorityIndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/** One thing that a borough and the Met chose to act on. */
export type LocalPriority = {
  readonly __typename?: 'LocalPriority';
  /** Who was asked before it was chosen, in words. Null where no source says, empty where nobody was. */
  readonly consulted?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * What to narrow the indicators to: `Indicator.series` with these dimension values counts this crime alone.
   * Empty where their headline counts it, and where it is several crimes: `measuredBy` has one indicator narrowed to each.
   */
  readonly dimensions: ReadonlyArray<DimensionValue>;
  /** On what the choice rests: figures, reports. Null where no source says. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  /** True where every borough has it: antisocial behaviour and the high-harm crimes. */
  readonly isMandatory: Scalars['Boolean']['output'];
  /** True where it is made up, as in the sample that stands in until a borough's list is loaded. */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /** What the borough means by it, where that is not what its name says elsewhere. Null where no source says. */
  readonly meaning?: Maybe<Scalars['String']['output']>;
  /** Indicators that measure it. Null where the agency that answers for one of them is down; empty where nothing measures it. */
  readonly measuredBy?: Maybe<ReadonlyArray<MeasuredBy>>;
  /** Why it was chosen. Null where no source says. */
  readonly rationale?: Maybe<Scalars['String']['output']>;
  /** Who says so. */
  readonly source: Scalars['String']['output'];
  /** What it is, for people to read. */
  readonly title: Scalars['String']['output'];
  /** First day on which it stood. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day on which it stood. Null where it still stands, or its end is not known. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
  /** Whether what the wards of the borough chose was taken up in it. */
  readonly wardInput: WardInput;
  /** How it was taken up, or why not, with its source. Null where wardInput is UNKNOWN and no source says. */
  readonly wardInputNote?: Maybe<Scalars['String']['output']>;
};

/** One report on how far a measure, a milestone, a commitment or a recommendation had come. */
export type MeasureProgress = {
  readonly __typename?: 'MeasureProgress';
  /** Who says so. */
  readonly by: Scalars['String']['output'];
  /** What the report adds in words. Null where it adds nothing. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The day that it speaks of. */
  readonly on: Scalars['Date']['output'];
  /** With whom it is done; empty where the report names nobody. */
  readonly partners: ReadonlyArray<Scalars['String']['output']>;
  /** Where it is said. */
  readonly source: Scalars['String']['output'];
  /** How far it had come. */
  readonly state: ProgressState;
};

/** What a document states about a measure, in its own words. */
export type MeasureStatement = {
  readonly __typename?: 'MeasureStatement';
  /** Where they stand. */
  readonly source: Scalars['String']['output'];
  /** The words. */
  readonly text: Scalars['String']['output'];
};

/** A measure of a later framework that the same indicator measures. */
export type MeasureSuccessor = {
  readonly __typename?: 'MeasureSuccessor';
  /** Whether the two compare. */
  readonly comparison: SuccessorComparison;
  /** Id of the later framework. */
  readonly framework: Scalars['ID']['output'];
  /** Ids of the indicators that measure both. */
  readonly indicators: ReadonlyArray<Scalars['ID']['output']>;
  /** Id of its measure. */
  readonly measure: Scalars['ID']['output'];
  /** The later document's own words. */
  readonly wording: Scalars['String']['output'];
};

/** An indicator of any agency that measures what a framework or a priority names. */
export type MeasuredBy = HealthIndicator | JusticeIndicator | LocalAuthorityIndicator | PolicingIndicator;

/** An area that is neither a borough nor a ward: London, England, the area of a police force, a published combination. */
export type OtherArea = Area & {
  readonly __typename?: 'OtherArea';
  /** Outline of the area. Null where none is held, or the agency's database is down. */
  readonly boundary?: Maybe<Boundary>;
  /**
   * Stable id: the ONS code (E09000012), or a type and a name where there is none.
   * Examples without an ONS code: basic-command-unit:central-east, composite:city-of-london-and-hackney.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * Share of the area's LSOAs that lie in the most deprived tenth of England, in percent.
   * An LSOA is a small area of 1,000 to 3,000 people.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019.
   */
  readonly deprivation?: Maybe<Series>;
  /**
   * One indicator of any agency, asked for here: its `series` and `seriesAbsence` are those of this area.
   * That agency alone is asked. Null where it is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT
   * that lists those that may have been meant.
   */
  readonly indicator?: Maybe<AnyIndicator>;
  /**
   * Links from this area to others, and back: a borough leads to its police command unit, and that to its boroughs.
   * Areas of different kinds rarely nest, and most links have a first and a last day. Where a day is not known, the link is
   * given for every day of which no source says otherwise.
   * Null where the agency is down, or, for a ward, its database.
   */
  readonly links?: Maybe<ReadonlyArray<AreaLink>>;
  /**
   * The series of local authorities that are null for this area, each with the reason.
   * Null where the agency is down.
   */
  readonly localAuthorityAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /** What a reader must know before using its figures. Null where there is nothing, or the agency is down. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /**
   * Residents, one estimate for each year and age band for which one is held.
   * Null where none are known for this kind of area, or the agency is down.
   */
  readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>>;
  /**
   * Children in need, protected and looked after, by the authority that is responsible for them.
   * Null where nothing is measured for this kind of area, or the agency is down.
   */
  readonly safeguarding?: Maybe<Safeguarding>;
  /**
   * Households in temporary accommodation at the end of the quarter.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, Statutory homelessness, table TA1.
   */
  readonly temporaryAccommodation?: Maybe<Series>;
  /** What kind of place it is. */
  readonly type: AreaType;
  /** First day on which it stood. Null where it is not known, or the agency is down. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it stood. Null where it still stands, its end is not known, or the agency is down. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** An area that is neither a borough nor a ward: London, England, the area of a police force, a published combination. */
export type OtherAreaIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/** An area that is neither a borough nor a ward: London, England, the area of a police force, a published combination. */
export type OtherAreaLinksArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  type?: InputMaybe<AreaType>;
};

/**
 * A number that a plan prints, with its own words and where they stand: a fact of that document.
 * Not a figure of a published file: it is in no series, and no trend, rate or comparison is worked out from it.
 */
export type PlanFact = {
  readonly __typename?: 'PlanFact';
  /** The place that the number is of. */
  readonly area: Area;
  /** Ids of the facts that state something else for the same thing, whatever the reason; empty where none does. */
  readonly contradictedBy: ReadonlyArray<Scalars['ID']['output']>;
  /** How what is stated differs from what the indicator counts. Null where it does not, as far as the document tells. */
  readonly differs?: Maybe<Scalars['String']['output']>;
  /** Stable id, in kebab-case: slavery-2016-met. */
  readonly id: Scalars['ID']['output'];
  /** The indicator that counts what is stated, or comes nearest. Null where the agency that answers for it is down. */
  readonly indicator?: Maybe<MeasuredBy>;
  /** The least that the document names. Null where it names no range. */
  readonly lower?: Maybe<Scalars['Float']['output']>;
  /** How it was estimated or asked, and whether a range is printed. Null where nothing is to be said. */
  readonly method?: Maybe<Scalars['String']['output']>;
  /** What it says of the world: what was counted, estimated, planned or tried. */
  readonly nature: FactNature;
  /** What the number is of, for people to read. */
  readonly of: Scalars['String']['output'];
  /** The period. Null where the document names no day, month or year. */
  readonly period?: Maybe<Period>;
  /** How exactly the document states it. */
  readonly precision: FactPrecision;
  /** The number as the document prints it. */
  readonly printed: Scalars['String']['output'];
  /** The document, and the lines of its text extract. */
  readonly source: Scalars['String']['output'];
  /** The document's own words; an ellipsis stands for words that are left out. */
  readonly text: Scalars['String']['output'];
  /** The time in words. Null where the period says it all, or the document says nothing. */
  readonly time?: Maybe<Scalars['String']['output']>;
  /** What one unit of the value is. It may be another than that of the indicator: `differs` says so. */
  readonly unit: Unit;
  /** The most that the document names. Null where it names no range. */
  readonly upper?: Maybe<Scalars['Float']['output']>;
  /** The number, in the unit. Null where the document prints a range alone. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** What the policing agency has in the catalogue of the whole graph. */
export type PolicingCatalogue = AgencyCatalogue & {
  readonly __typename?: 'PolicingCatalogue';
  /** What the agency measures and holds. Null where it is down. */
  readonly agency?: Maybe<Agency>;
  /** Id of the agency, in kebab-case: criminal-justice. */
  readonly id: Scalars['ID']['output'];
};

/** A dataset of the policing agency, for whoever knows its id alone. */
export type PolicingDataset = AnyDataset & {
  readonly __typename?: 'PolicingDataset';
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

/** A dataset of the policing agency, for whoever knows its id alone. */
export type PolicingDatasetChangesArgs = {
  from: Scalars['Date']['input'];
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A dataset of the policing agency, for whoever knows its id alone. */
export type PolicingDatasetReleasesArgs = {
  last?: Scalars['Int']['input'];
};

/** What the policing agency measures. */
export type PolicingIndicator = AnyIndicator & {
  readonly __typename?: 'PolicingIndicator';
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
  /** By what another agency points at it: its id, and after a space the dimension values that it is narrowed to, if any. */
  readonly link: Scalars['ID']['output'];
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

/** What the policing agency measures. */
export type PolicingIndicatorSeriesArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  dimensions?: InputMaybe<ReadonlyArray<DimensionInput>>;
  periodType?: InputMaybe<PeriodType>;
};

/** What the policing agency measures. */
export type PolicingIndicatorSeriesAbsenceArgs = {
  area?: InputMaybe<Scalars['ID']['input']>;
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  periodType?: InputMaybe<PeriodType>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One area.
   * Null for a well-formed code that names nothing, or where the agency is down. A malformed code is BAD_USER_INPUT.
   */
  readonly area?: Maybe<Area>;
  /**
   * The borough in which a point lies, by the outlines that are loaded.
   * Null where it lies in none, no outline is loaded, or the agency is down. Numbers in each other's place are BAD_USER_INPUT.
   */
  readonly areaAt?: Maybe<Area>;
  /**
   * The one area that bears a name, of any type but a ward; a name alone is never unique.
   * Null where the agency is down. An unknown name, or one that areas of several types share, is BAD_USER_INPUT that lists
   * candidates: "North East" is a unit of the police and two areas of the courts.
   */
  readonly areaNamed?: Maybe<Area>;
  /** Areas of one type, in the order of codes. Null where the agency is down, or no ward is held for the day. */
  readonly areas?: Maybe<ReadonlyArray<Area>>;
  /**
   * One borough, by code or by name: exactly one of the two.
   * Null for a well-formed code that names no borough, or where the agency is down. An unknown or ambiguous name is
   * BAD_USER_INPUT that lists candidates.
   */
  readonly borough?: Maybe<Borough>;
  /**
   * Boroughs, in the order of codes: all 33 when no argument is given.
   * Null where the agency is down. An unknown code in the list is BAD_USER_INPUT that names it.
   */
  readonly boroughs?: Maybe<ReadonlyArray<Borough>>;
  /**
   * What is in the graph at all: the catalogue of each agency, in the order of their ports.
   * The agency of an entry is null where that agency is down. Null where the local authorities are down, who list the agencies.
   */
  readonly catalogue?: Maybe<ReadonlyArray<AgencyCatalogue>>;
  /**
   * What documents say a change of some indicators came from, in the order of these.
   * One that is UNKNOWN for each of which no document at hand says anything. Null where the agency is down.
   */
  readonly changeExplanations?: Maybe<ReadonlyArray<ChangeExplanation>>;
  /**
   * One dataset, whichever agency holds it: that agency alone is asked.
   * Null where that agency is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT that lists
   * those that may have been meant.
   */
  readonly dataset?: Maybe<AnyDataset>;
  /** One performance framework. Null where there is none of this id, or the agency is down. */
  readonly framework?: Maybe<Framework>;
  /** Performance frameworks, oldest first. Null where the agency is down. */
  readonly frameworks?: Maybe<ReadonlyArray<Framework>>;
  /**
   * One indicator, whichever agency measures it: that agency alone is asked.
   * Null where that agency is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT that lists
   * those that may have been meant.
   */
  readonly indicator?: Maybe<AnyIndicator>;
  /** Local authorities: what they measure, hold and answer for. Null where the agency is down. */
  readonly localAuthority?: Maybe<Agency>;
  /**
   * Numbers that plans print, with their words: facts of documents, not figures of published files.
   * In the order of their subjects. Those that contradict each other stand side by side; they are in no series, and nothing is worked
   * out from them.
   * Null where the agency is down.
   */
  readonly planFacts?: Maybe<ReadonlyArray<PlanFact>>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryAreaArgs = {
  code: Scalars['ID']['input'];
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryAreaAtArgs = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryAreaNamedArgs = {
  name: Scalars['String']['input'];
  type?: InputMaybe<AreaType>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryAreasArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  type: AreaType;
  within?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryBoroughArgs = {
  code?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryBoroughsArgs = {
  codes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  part?: InputMaybe<LondonPart>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryChangeExplanationsArgs = {
  indicators: ReadonlyArray<Scalars['ID']['input']>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryDatasetArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryFrameworkArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryPlanFactsArgs = {
  areas?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  nature?: InputMaybe<FactNature>;
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type Safeguarding = {
  readonly __typename?: 'Safeguarding';
  /**
   * Episodes in the year to 31 March at whose assessment a factor was found.
   * An episode may have several factors: they do not add up.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children in need, table C3.
   */
  readonly assessmentFactor?: Maybe<Series>;
  /**
   * Child protection plans at 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children in need, table D1.
   */
  readonly childProtectionPlans?: Maybe<Series>;
  /**
   * Episodes of need open at 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children in need, table B1.
   */
  readonly childrenInNeed?: Maybe<Series>;
  /**
   * Children looked after at 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children looked after in England.
   */
  readonly lookedAfterChildren?: Maybe<Series>;
  /**
   * Referrals to children's social care in the year to 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children in need, table C5.
   */
  readonly referrals?: Maybe<Series>;
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type SafeguardingAssessmentFactorArgs = {
  factor: Scalars['ID']['input'];
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type SafeguardingChildProtectionPlansArgs = {
  measure?: Measure;
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type SafeguardingChildrenInNeedArgs = {
  measure?: Measure;
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type SafeguardingLookedAfterChildrenArgs = {
  measure?: Measure;
};

/**
 * Children in need, protected and looked after.
 * Each is null where nothing is measured for this kind of area. COUNT is what was counted, RATE is the rate as published,
 * per 10,000 children aged 0 to 17.
 * Source: Department for Education.
 */
export type SafeguardingReferralsArgs = {
  source?: InputMaybe<Scalars['ID']['input']>;
};

/** A square in a layout of the 33 boroughs, which keeps neighbours together and says nothing of size or outline. */
export type Tile = {
  readonly __typename?: 'Tile';
  /** Column, from 1 in the west. */
  readonly column: Scalars['Int']['output'];
  /** Row, from 1 in the north. */
  readonly row: Scalars['Int']['output'];
};

/** An electoral ward, of the vintage that its code says. */
export type Ward = Area & {
  readonly __typename?: 'Ward';
  /** The borough in which it lies. */
  readonly borough: Borough;
  /** Outline of the area. Null where none is held, or the agency's database is down. */
  readonly boundary?: Maybe<Boundary>;
  /**
   * Stable id: the ONS code (E09000012), or a type and a name where there is none.
   * Examples without an ONS code: basic-command-unit:central-east, composite:city-of-london-and-hackney.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * Share of the area's LSOAs that lie in the most deprived tenth of England, in percent.
   * An LSOA is a small area of 1,000 to 3,000 people.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019.
   */
  readonly deprivation?: Maybe<Series>;
  /**
   * One indicator of any agency, asked for here: its `series` and `seriesAbsence` are those of this area.
   * That agency alone is asked. Null where it is down, or the local authorities, who know whose it is. An unknown id is BAD_USER_INPUT
   * that lists those that may have been meant.
   */
  readonly indicator?: Maybe<AnyIndicator>;
  /**
   * Links from this area to others, and back: a borough leads to its police command unit, and that to its boroughs.
   * Areas of different kinds rarely nest, and most links have a first and a last day. Where a day is not known, the link is
   * given for every day of which no source says otherwise.
   * Null where the agency is down, or, for a ward, its database.
   */
  readonly links?: Maybe<ReadonlyArray<AreaLink>>;
  /**
   * The series of local authorities that are null for this area, each with the reason.
   * Null where the agency is down.
   */
  readonly localAuthorityAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /** Name for people to read. */
  readonly name: Scalars['String']['output'];
  /** What a reader must know before using its figures. Null where there is nothing, or the agency is down. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /**
   * Residents, one estimate for each year and age band for which one is held.
   * Null where none are known for this kind of area, or the agency is down.
   */
  readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>>;
  /**
   * Children in need, protected and looked after, by the authority that is responsible for them.
   * Null where nothing is measured for this kind of area, or the agency is down.
   */
  readonly safeguarding?: Maybe<Safeguarding>;
  /**
   * Households in temporary accommodation at the end of the quarter.
   * Null where nothing is measured for this kind of area, or the agency's database is down.
   * Source: Ministry of Housing, Communities and Local Government, Statutory homelessness, table TA1.
   */
  readonly temporaryAccommodation?: Maybe<Series>;
  /** What kind of place it is. */
  readonly type: AreaType;
  /** First day on which it stood. Null where it is not known, or the agency is down. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it stood. Null where it still stands, its end is not known, or the agency is down. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** An electoral ward, of the vintage that its code says. */
export type WardIndicatorArgs = {
  id: Scalars['ID']['input'];
};

/** An electoral ward, of the vintage that its code says. */
export type WardLinksArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  type?: InputMaybe<AreaType>;
};

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
  Borough: Borough;
  LocalAuthorityCatalogue: LocalAuthorityCatalogue;
  LocalAuthorityDataset: LocalAuthorityDataset;
  LocalAuthorityIndicator: LocalAuthorityIndicator;
  OtherArea: OtherArea;
  Ward: Ward;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}> );
  Borough:
    ( { __typename: 'Borough' }
    & GraphQLRecursivePick<FederationTypes['Borough'], {"code":true}> );
  LocalAuthorityCatalogue:
    ( { __typename: 'LocalAuthorityCatalogue' }
    & GraphQLRecursivePick<FederationTypes['LocalAuthorityCatalogue'], {"id":true}> );
  LocalAuthorityDataset:
    ( { __typename: 'LocalAuthorityDataset' }
    & GraphQLRecursivePick<FederationTypes['LocalAuthorityDataset'], {"id":true}> );
  LocalAuthorityIndicator:
    ( { __typename: 'LocalAuthorityIndicator' }
    & ( GraphQLRecursivePick<FederationTypes['LocalAuthorityIndicator'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['LocalAuthorityIndicator'], {"link":true}> ) );
  OtherArea:
    ( { __typename: 'OtherArea' }
    & GraphQLRecursivePick<FederationTypes['OtherArea'], {"code":true}> );
  Ward:
    ( { __typename: 'Ward' }
    & GraphQLRecursivePick<FederationTypes['Ward'], {"code":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  MeasuredBy:
    | ( { readonly __typename: 'HealthIndicator'; readonly id: string; readonly link: string } )
    | ( { readonly __typename: 'JusticeIndicator'; readonly id: string; readonly link: string } )
    | ( IndicatorDefinition )
    | ( { readonly __typename: 'PolicingIndicator'; readonly id: string; readonly link: string } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AgencyCatalogue:
    | ( { readonly __typename: 'HealthCatalogue'; readonly id: string } )
    | ( { readonly __typename: 'JusticeCatalogue'; readonly id: string } )
    | ( { readonly id: string } )
    | ( { readonly __typename: 'PolicingCatalogue'; readonly id: string } )
  ;
  AnyDataset:
    | ( DatasetModel )
    | ( { readonly __typename: 'HealthDataset'; readonly id: string } )
    | ( { readonly __typename: 'JusticeDataset'; readonly id: string } )
    | ( DatasetModel )
    | ( { readonly __typename: 'PolicingDataset'; readonly id: string } )
  ;
  AnyIndicator:
    | ( { readonly __typename: 'HealthIndicator'; readonly id: string; readonly link: string } )
    | ( { readonly __typename: 'JusticeIndicator'; readonly id: string; readonly link: string } )
    | ( IndicatorDefinition )
    | ( { readonly __typename: 'PolicingIndicator'; readonly id: string; readonly link: string } )
  ;
  Area:
    | ( { readonly code: string } )
    | ( { readonly code: string } )
    | ( { readonly code: string } )
  ;
  Indicator: ( IndicatorDefinition );
};

export type ResolversTypes = Omit<CoreResolversTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AgencyCatalogue']>;
  AnyDataset: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AnyDataset']>;
  AnyIndicator: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AnyIndicator']>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  AreaLink: ResolverTypeWrapper<Omit<AreaLink, 'area'> & { area: ResolversTypes['Area'] }>;
  Borough: ResolverTypeWrapper<{ readonly code: string }>;
  Boundary: ResolverTypeWrapper<Boundary>;
  ChangeCause: ChangeCause;
  ChangeExplanation: ResolverTypeWrapper<Omit<ChangeExplanation, 'indicator'> & { indicator?: Maybe<ResolversTypes['MeasuredBy']> }>;
  FactNature: FactNature;
  FactPrecision: FactPrecision;
  Framework: ResolverTypeWrapper<Omit<Framework, 'measures'> & { measures: ReadonlyArray<ResolversTypes['FrameworkMeasure']> }>;
  FrameworkMeasure: ResolverTypeWrapper<Omit<FrameworkMeasure, 'baselines' | 'facts' | 'measuredBy' | 'targets'> & { baselines: ReadonlyArray<ResolversTypes['MeasureStatement']>, facts: ReadonlyArray<ResolversTypes['PlanFact']>, measuredBy?: Maybe<ReadonlyArray<ResolversTypes['MeasuredBy']>>, targets: ReadonlyArray<ResolversTypes['MeasureStatement']> }>;
  HealthCatalogue: ResolverTypeWrapper<{ readonly __typename: 'HealthCatalogue'; readonly id: string }>;
  HealthDataset: ResolverTypeWrapper<{ readonly __typename: 'HealthDataset'; readonly id: string }>;
  HealthIndicator: ResolverTypeWrapper<{ readonly __typename: 'HealthIndicator'; readonly id: string; readonly link: string }>;
  JusticeCatalogue: ResolverTypeWrapper<{ readonly __typename: 'JusticeCatalogue'; readonly id: string }>;
  JusticeDataset: ResolverTypeWrapper<{ readonly __typename: 'JusticeDataset'; readonly id: string }>;
  JusticeIndicator: ResolverTypeWrapper<{ readonly __typename: 'JusticeIndicator'; readonly id: string; readonly link: string }>;
  LocalAuthorityCatalogue: ResolverTypeWrapper<{ readonly id: string }>;
  LocalAuthorityDataset: ResolverTypeWrapper<DatasetModel>;
  LocalAuthorityIndicator: ResolverTypeWrapper<IndicatorDefinition>;
  LocalPriority: ResolverTypeWrapper<Omit<LocalPriority, 'dimensions' | 'measuredBy'> & { dimensions: ReadonlyArray<ResolversTypes['DimensionValue']>, measuredBy?: Maybe<ReadonlyArray<ResolversTypes['MeasuredBy']>> }>;
  Measure: Measure;
  MeasureCollection: MeasureCollection;
  MeasureKind: MeasureKind;
  MeasureProgress: ResolverTypeWrapper<MeasureProgress>;
  MeasureStatement: ResolverTypeWrapper<MeasureStatement>;
  MeasureSuccessor: ResolverTypeWrapper<MeasureSuccessor>;
  MeasuredBy: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MeasuredBy']>;
  OtherArea: ResolverTypeWrapper<{ readonly code: string }>;
  PlanFact: ResolverTypeWrapper<Omit<PlanFact, 'area' | 'indicator'> & { area: ResolversTypes['Area'], indicator?: Maybe<ResolversTypes['MeasuredBy']> }>;
  PolicingCatalogue: ResolverTypeWrapper<{ readonly __typename: 'PolicingCatalogue'; readonly id: string }>;
  PolicingDataset: ResolverTypeWrapper<{ readonly __typename: 'PolicingDataset'; readonly id: string }>;
  PolicingIndicator: ResolverTypeWrapper<{ readonly __typename: 'PolicingIndicator'; readonly id: string; readonly link: string }>;
  ProgressState: ProgressState;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Safeguarding: ResolverTypeWrapper<{ readonly code: string }>;
  SuccessorComparison: SuccessorComparison;
  Tile: ResolverTypeWrapper<Tile>;
  Ward: ResolverTypeWrapper<{ readonly code: string }>;
  WardInput: WardInput;
};

export type ResolversParentTypes = Omit<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolversInterfaceTypes<ResolversParentTypes>['AgencyCatalogue'];
  AnyDataset: ResolversInterfaceTypes<ResolversParentTypes>['AnyDataset'];
  AnyIndicator: ResolversInterfaceTypes<ResolversParentTypes>['AnyIndicator'];
  Area: { readonly code: string };
  AreaLink: Omit<AreaLink, 'area'> & { area: ResolversParentTypes['Area'] };
  Borough: { readonly code: string };
  Boundary: Boundary;
  ChangeExplanation: Omit<ChangeExplanation, 'indicator'> & { indicator?: Maybe<ResolversParentTypes['MeasuredBy']> };
  Framework: Omit<Framework, 'measures'> & { measures: ReadonlyArray<ResolversParentTypes['FrameworkMeasure']> };
  FrameworkMeasure: Omit<FrameworkMeasure, 'baselines' | 'facts' | 'measuredBy' | 'targets'> & { baselines: ReadonlyArray<ResolversParentTypes['MeasureStatement']>, facts: ReadonlyArray<ResolversParentTypes['PlanFact']>, measuredBy?: Maybe<ReadonlyArray<ResolversParentTypes['MeasuredBy']>>, targets: ReadonlyArray<ResolversParentTypes['MeasureStatement']> };
  HealthCatalogue: { readonly __typename: 'HealthCatalogue'; readonly id: string };
  HealthDataset: { readonly __typename: 'HealthDataset'; readonly id: string };
  HealthIndicator: { readonly __typename: 'HealthIndicator'; readonly id: string; readonly link: string };
  JusticeCatalogue: { readonly __typename: 'JusticeCatalogue'; readonly id: string };
  JusticeDataset: { readonly __typename: 'JusticeDataset'; readonly id: string };
  JusticeIndicator: { readonly __typename: 'JusticeIndicator'; readonly id: string; readonly link: string };
  LocalAuthorityCatalogue: { readonly id: string };
  LocalAuthorityDataset: DatasetModel;
  LocalAuthorityIndicator: IndicatorDefinition;
  LocalPriority: Omit<LocalPriority, 'dimensions' | 'measuredBy'> & { dimensions: ReadonlyArray<ResolversParentTypes['DimensionValue']>, measuredBy?: Maybe<ReadonlyArray<ResolversParentTypes['MeasuredBy']>> };
  MeasureProgress: MeasureProgress;
  MeasureStatement: MeasureStatement;
  MeasureSuccessor: MeasureSuccessor;
  MeasuredBy: ResolversUnionTypes<ResolversParentTypes>['MeasuredBy'];
  OtherArea: { readonly code: string };
  PlanFact: Omit<PlanFact, 'area' | 'indicator'> & { area: ResolversParentTypes['Area'], indicator?: Maybe<ResolversParentTypes['MeasuredBy']> };
  PolicingCatalogue: { readonly __typename: 'PolicingCatalogue'; readonly id: string };
  PolicingDataset: { readonly __typename: 'PolicingDataset'; readonly id: string };
  PolicingIndicator: { readonly __typename: 'PolicingIndicator'; readonly id: string; readonly link: string };
  Query: Record<PropertyKey, never>;
  Safeguarding: { readonly code: string };
  Tile: Tile;
  Ward: { readonly code: string };
};

/** What the core resolves to is enough for the resolvers here. */
export type TakenFromCore<T extends Pick<ResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> = Pick<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'>> = T;

export type AgencyCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgencyCatalogue'] = ResolversParentTypes['AgencyCatalogue']> = {
  __resolveType: TypeResolveFn<'HealthCatalogue' | 'JusticeCatalogue' | 'LocalAuthorityCatalogue' | 'PolicingCatalogue', ParentType, ContextType>;
};

export type AnyDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyDataset'] = ResolversParentTypes['AnyDataset']> = {
  __resolveType: TypeResolveFn<'Dataset' | 'HealthDataset' | 'JusticeDataset' | 'LocalAuthorityDataset' | 'PolicingDataset', ParentType, ContextType>;
};

export type AnyIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyIndicator'] = ResolversParentTypes['AnyIndicator']> = {
  __resolveType: TypeResolveFn<'HealthIndicator' | 'JusticeIndicator' | 'LocalAuthorityIndicator' | 'PolicingIndicator', ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveType: TypeResolveFn<'Borough' | 'OtherArea' | 'Ward', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type AreaLinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaLink'] = ResolversParentTypes['AreaLink']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['LinkBasis'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LinkKind'], ParentType, ContextType>;
  shareOfArea?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BoroughResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Borough'] = ResolversParentTypes['Borough'], FederationReferenceType extends FederationReferenceTypes['Borough'] = FederationReferenceTypes['Borough']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Borough']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  boundary?: Resolver<Maybe<ResolversTypes['Boundary']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deprivation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['AnyIndicator']>, ParentType, ContextType, RequireFields<BoroughIndicatorArgs, 'id'>>;
  links?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AreaLink']>>, ParentType, ContextType, Partial<BoroughLinksArgs>>;
  localAuthorityAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
  localPriorities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalPriority']>>, ParentType, ContextType, Partial<BoroughLocalPrioritiesArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  part?: Resolver<ResolversTypes['LondonPart'], ParentType, ContextType>;
  populationEstimates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PopulationEstimate']>>, ParentType, ContextType>;
  safeguarding?: Resolver<Maybe<ResolversTypes['Safeguarding']>, ParentType, ContextType>;
  temporaryAccommodation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  tile?: Resolver<ResolversTypes['Tile'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AreaType'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  wards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Ward']>>, ParentType, ContextType, Partial<BoroughWardsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoundaryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Boundary'] = ResolversParentTypes['Boundary']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  geometry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangeExplanationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeExplanation'] = ResolversParentTypes['ChangeExplanation']> = {
  cause?: Resolver<ResolversTypes['ChangeCause'], ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['MeasuredBy']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FrameworkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Framework'] = ResolversParentTypes['Framework']> = {
  hasNumericTargets?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measures?: Resolver<ReadonlyArray<ResolversTypes['FrameworkMeasure']>, ParentType, ContextType, Partial<FrameworkMeasuresArgs>>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FrameworkMeasureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrameworkMeasure'] = ResolversParentTypes['FrameworkMeasure']> = {
  baselines?: Resolver<ReadonlyArray<ResolversTypes['MeasureStatement']>, ParentType, ContextType>;
  collection?: Resolver<ResolversTypes['MeasureCollection'], ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['PlanFact']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureKind'], ParentType, ContextType>;
  lead?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measuredBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeasuredBy']>>, ParentType, ContextType>;
  polarity?: Resolver<Maybe<ResolversTypes['Polarity']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeasureProgress']>>, ParentType, ContextType, Partial<FrameworkMeasureProgressArgs>>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['MeasureSuccessor']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['MeasureStatement']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wording?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HealthCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthCatalogue'] = ResolversParentTypes['HealthCatalogue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthDataset'] = ResolversParentTypes['HealthDataset']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthIndicator'] = ResolversParentTypes['HealthIndicator']> = {
  link?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  __resolveType: TypeResolveFn<'LocalAuthorityIndicator', ParentType, ContextType>;
};

export type JusticeCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeCatalogue'] = ResolversParentTypes['JusticeCatalogue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JusticeDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeDataset'] = ResolversParentTypes['JusticeDataset']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JusticeIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeIndicator'] = ResolversParentTypes['JusticeIndicator']> = {
  link?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalAuthorityCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocalAuthorityCatalogue'] = ResolversParentTypes['LocalAuthorityCatalogue'], FederationReferenceType extends FederationReferenceTypes['LocalAuthorityCatalogue'] = FederationReferenceTypes['LocalAuthorityCatalogue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LocalAuthorityCatalogue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalAuthorityDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocalAuthorityDataset'] = ResolversParentTypes['LocalAuthorityDataset'], FederationReferenceType extends FederationReferenceTypes['LocalAuthorityDataset'] = FederationReferenceTypes['LocalAuthorityDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LocalAuthorityDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  access?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTier?: Resolver<ResolversTypes['AccessTier'], ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['DatasetChanges']>, ParentType, ContextType, RequireFields<LocalAuthorityDatasetChangesArgs, 'from'>>;
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
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<LocalAuthorityDatasetReleasesArgs, 'last'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalAuthorityIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocalAuthorityIndicator'] = ResolversParentTypes['LocalAuthorityIndicator'], FederationReferenceType extends FederationReferenceTypes['LocalAuthorityIndicator'] = FederationReferenceTypes['LocalAuthorityIndicator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LocalAuthorityIndicator']> | FederationReferenceType, FederationReferenceType, ContextType>;
  additivity?: Resolver<ResolversTypes['Additivity'], ParentType, ContextType>;
  areaTypes?: Resolver<ReadonlyArray<ResolversTypes['AreaType']>, ParentType, ContextType>;
  attributionBasis?: Resolver<ResolversTypes['AttributionBasis'], ParentType, ContextType>;
  characteristics?: Resolver<ReadonlyArray<ResolversTypes['CharacteristicHolding']>, ParentType, ContextType>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType>;
  decimals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimensions?: Resolver<ReadonlyArray<ResolversTypes['Dimension']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Holding'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  link?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  multiplier?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  narrowedTo?: Resolver<ReadonlyArray<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  neededCoverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  periodTypes?: Resolver<ReadonlyArray<ResolversTypes['PeriodType']>, ParentType, ContextType>;
  polarity?: Resolver<ResolversTypes['Polarity'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<LocalAuthorityIndicatorSeriesArgs>>;
  seriesAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType, Partial<LocalAuthorityIndicatorSeriesAbsenceArgs>>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['ValueType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalPriorityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocalPriority'] = ResolversParentTypes['LocalPriority']> = {
  consulted?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  dimensions?: Resolver<ReadonlyArray<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isMandatory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  meaning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measuredBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeasuredBy']>>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  wardInput?: Resolver<ResolversTypes['WardInput'], ParentType, ContextType>;
  wardInputNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MeasureProgressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MeasureProgress'] = ResolversParentTypes['MeasureProgress']> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  partners?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProgressState'], ParentType, ContextType>;
};

export type MeasureStatementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MeasureStatement'] = ResolversParentTypes['MeasureStatement']> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MeasureSuccessorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MeasureSuccessor'] = ResolversParentTypes['MeasureSuccessor']> = {
  comparison?: Resolver<ResolversTypes['SuccessorComparison'], ParentType, ContextType>;
  framework?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wording?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MeasuredByResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MeasuredBy'] = ResolversParentTypes['MeasuredBy']> = {
  __resolveType: TypeResolveFn<'HealthIndicator' | 'JusticeIndicator' | 'LocalAuthorityIndicator' | 'PolicingIndicator', ParentType, ContextType>;
};

export type OtherAreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OtherArea'] = ResolversParentTypes['OtherArea'], FederationReferenceType extends FederationReferenceTypes['OtherArea'] = FederationReferenceTypes['OtherArea']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OtherArea']> | FederationReferenceType, FederationReferenceType, ContextType>;
  boundary?: Resolver<Maybe<ResolversTypes['Boundary']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deprivation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['AnyIndicator']>, ParentType, ContextType, RequireFields<OtherAreaIndicatorArgs, 'id'>>;
  links?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AreaLink']>>, ParentType, ContextType, Partial<OtherAreaLinksArgs>>;
  localAuthorityAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  populationEstimates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PopulationEstimate']>>, ParentType, ContextType>;
  safeguarding?: Resolver<Maybe<ResolversTypes['Safeguarding']>, ParentType, ContextType>;
  temporaryAccommodation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AreaType'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlanFactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanFact'] = ResolversParentTypes['PlanFact']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  contradictedBy?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  differs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['MeasuredBy']>, ParentType, ContextType>;
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['FactNature'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['FactPrecision'], ParentType, ContextType>;
  printed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PolicingCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingCatalogue'] = ResolversParentTypes['PolicingCatalogue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicingDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingDataset'] = ResolversParentTypes['PolicingDataset']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicingIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingIndicator'] = ResolversParentTypes['PolicingIndicator']> = {
  link?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType, RequireFields<QueryAreaArgs, 'code'>>;
  areaAt?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType, RequireFields<QueryAreaAtArgs, 'latitude' | 'longitude'>>;
  areaNamed?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType, RequireFields<QueryAreaNamedArgs, 'name'>>;
  areas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Area']>>, ParentType, ContextType, RequireFields<QueryAreasArgs, 'type'>>;
  borough?: Resolver<Maybe<ResolversTypes['Borough']>, ParentType, ContextType, Partial<QueryBoroughArgs>>;
  boroughs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Borough']>>, ParentType, ContextType, Partial<QueryBoroughsArgs>>;
  catalogue?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AgencyCatalogue']>>, ParentType, ContextType>;
  changeExplanations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChangeExplanation']>>, ParentType, ContextType, RequireFields<QueryChangeExplanationsArgs, 'indicators'>>;
  dataset?: Resolver<Maybe<ResolversTypes['AnyDataset']>, ParentType, ContextType, RequireFields<QueryDatasetArgs, 'id'>>;
  framework?: Resolver<Maybe<ResolversTypes['Framework']>, ParentType, ContextType, RequireFields<QueryFrameworkArgs, 'id'>>;
  frameworks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Framework']>>, ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['AnyIndicator']>, ParentType, ContextType, RequireFields<QueryIndicatorArgs, 'id'>>;
  localAuthority?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  planFacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlanFact']>>, ParentType, ContextType, Partial<QueryPlanFactsArgs>>;
};

export type SafeguardingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Safeguarding'] = ResolversParentTypes['Safeguarding']> = {
  assessmentFactor?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<SafeguardingAssessmentFactorArgs, 'factor'>>;
  childProtectionPlans?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<SafeguardingChildProtectionPlansArgs, 'measure'>>;
  childrenInNeed?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<SafeguardingChildrenInNeedArgs, 'measure'>>;
  lookedAfterChildren?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<SafeguardingLookedAfterChildrenArgs, 'measure'>>;
  referrals?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<SafeguardingReferralsArgs>>;
};

export type TileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Tile'] = ResolversParentTypes['Tile']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Ward'] = ResolversParentTypes['Ward'], FederationReferenceType extends FederationReferenceTypes['Ward'] = FederationReferenceTypes['Ward']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ward']> | FederationReferenceType, FederationReferenceType, ContextType>;
  borough?: Resolver<ResolversTypes['Borough'], ParentType, ContextType>;
  boundary?: Resolver<Maybe<ResolversTypes['Boundary']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deprivation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  indicator?: Resolver<Maybe<ResolversTypes['AnyIndicator']>, ParentType, ContextType, RequireFields<WardIndicatorArgs, 'id'>>;
  links?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AreaLink']>>, ParentType, ContextType, Partial<WardLinksArgs>>;
  localAuthorityAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  populationEstimates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PopulationEstimate']>>, ParentType, ContextType>;
  safeguarding?: Resolver<Maybe<ResolversTypes['Safeguarding']>, ParentType, ContextType>;
  temporaryAccommodation?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AreaType'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = Omit<CoreResolvers<ContextType>, 'AgencyCatalogue' | 'AnyDataset' | 'Area' | 'Indicator'> & {
  AgencyCatalogue?: AgencyCatalogueResolvers<ContextType>;
  AnyDataset?: AnyDatasetResolvers<ContextType>;
  AnyIndicator?: AnyIndicatorResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaLink?: AreaLinkResolvers<ContextType>;
  Borough?: BoroughResolvers<ContextType>;
  Boundary?: BoundaryResolvers<ContextType>;
  ChangeExplanation?: ChangeExplanationResolvers<ContextType>;
  Framework?: FrameworkResolvers<ContextType>;
  FrameworkMeasure?: FrameworkMeasureResolvers<ContextType>;
  HealthCatalogue?: HealthCatalogueResolvers<ContextType>;
  HealthDataset?: HealthDatasetResolvers<ContextType>;
  HealthIndicator?: HealthIndicatorResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  JusticeCatalogue?: JusticeCatalogueResolvers<ContextType>;
  JusticeDataset?: JusticeDatasetResolvers<ContextType>;
  JusticeIndicator?: JusticeIndicatorResolvers<ContextType>;
  LocalAuthorityCatalogue?: LocalAuthorityCatalogueResolvers<ContextType>;
  LocalAuthorityDataset?: LocalAuthorityDatasetResolvers<ContextType>;
  LocalAuthorityIndicator?: LocalAuthorityIndicatorResolvers<ContextType>;
  LocalPriority?: LocalPriorityResolvers<ContextType>;
  MeasureProgress?: MeasureProgressResolvers<ContextType>;
  MeasureStatement?: MeasureStatementResolvers<ContextType>;
  MeasureSuccessor?: MeasureSuccessorResolvers<ContextType>;
  MeasuredBy?: MeasuredByResolvers<ContextType>;
  OtherArea?: OtherAreaResolvers<ContextType>;
  PlanFact?: PlanFactResolvers<ContextType>;
  PolicingCatalogue?: PolicingCatalogueResolvers<ContextType>;
  PolicingDataset?: PolicingDatasetResolvers<ContextType>;
  PolicingIndicator?: PolicingIndicatorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Safeguarding?: SafeguardingResolvers<ContextType>;
  Tile?: TileResolvers<ContextType>;
  Ward?: WardResolvers<ContextType>;
};

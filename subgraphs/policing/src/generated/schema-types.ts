// Generated from the schema by `npm run generate`: do not edit.
import type { DatasetModel } from '@boroughgraph/kit/series/dataset-model.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { PeriodType, AccessTier, Designation, Unit, ValueType, Polarity, Additivity, AttributionBasis, AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { OffenceGroup, PoliceTeam } from './vocabulary.ts';
import type { Maybe, InputMaybe, Omit, RequireFields, Scalars, Absence, Agency, AgencyCatalogue, AnyDataset, CharacteristicHolding, Dataset, DatasetChanges, Dimension, DimensionInput, DimensionValue, DisclosurePolicy, Holding, Indicator, MissingSeries, PopulationEstimate, Release, Series, ResolverTypeWrapper, ReferenceResolver, GraphQLRecursivePick, Resolver, TypeResolveFn, IsTypeOfResolverFn, ResolversTypes as CoreResolversTypes, ResolversParentTypes as CoreResolversParentTypes, Resolvers as CoreResolvers } from '@boroughgraph/kit/generated/core-types.ts';

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type Area = {
  readonly __typename?: 'Area';
  /**
   * Stable id: the ONS code (E09000012), or a type and a name where there is none.
   * Examples without an ONS code: basic-command-unit:central-east, composite:city-of-london-and-hackney.
   */
  readonly code: Scalars['ID']['output'];
  /** What the police record and do. Null where nothing of it is measured for this kind of area, or the agency is down. */
  readonly crime?: Maybe<Crime>;
  /**
   * Offences recorded in the month per 1,000 residents.
   * Per the residents of its own year or, while these are not published, of the last year before it. Says which year that is,
   * carries a caveat where it is more than two years away, and is SYNTHETIC where the offences or the residents are. All recorded offences when neither argument is given.
   * Null where nothing is measured for this kind of area, its residents are not known, or an agency is down.
   * Source: as Crime.recorded, over Area.populationEstimates.
   */
  readonly crimeRate?: Maybe<Series>;
  /**
   * Police officers of the borough, in posts.
   * Metropolitan Police boroughs only, 2011 as it was and 2015 as planned.
   * Null where nothing is measured for this kind of area, or the agency is down.
   * Source: Mayor's Office for Policing and Crime, draft Police and Crime Plan 2013 to 2016, January 2013.
   */
  readonly officers?: Maybe<Series>;
  /**
   * The series of the police that are null for this area, each with the reason.
   * Whatever the arguments of a field: its kinds of offence are held or missing together. Null where the agency is down.
   */
  readonly policingAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /**
   * Residents, one estimate for each year and age band for which one is held.
   * Null where none are known for this kind of area, or the agency is down.
   */
  readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>>;
  /**
   * Residents who say that the police in their area do a good job, in percent of those asked, over 12 months.
   * Null where nothing is measured for this kind of area, or the agency is down.
   * Source: Mayor's Office for Policing and Crime, Public Attitude Survey.
   */
  readonly publicConfidence?: Maybe<Series>;
  /**
   * What Londoners say of the police, in percent of those asked.
   * For a borough, one series for each of its police neighbourhoods and question: no borough value is published.
   * Null where nothing is measured for this kind of area, or the agency is down.
   * Source: Mayor's Office for Policing and Crime, Public Attitude Survey.
   */
  readonly publicPerception?: Maybe<ReadonlyArray<Series>>;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaCrimeRateArgs = {
  offence?: InputMaybe<Scalars['ID']['input']>;
  offenceGroup?: InputMaybe<OffenceGroup>;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaOfficersArgs = {
  team?: PoliceTeam;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaPublicPerceptionArgs = {
  question?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type Crime = {
  readonly __typename?: 'Crime';
  /**
   * Offences recorded, one series for each offence group.
   * The twelve Met groups that add to all recorded offences, then FRAUD_REPORTED_TO_NFIB, which is not part of them.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Recorded Crime: Geographic Breakdown.
   */
  readonly byOffenceGroup?: Maybe<ReadonlyArray<Series>>;
  /**
   * Offences flagged as domestic abuse, by month.
   * Part of recorded crime: never add the two. A rise may mean that more is reported.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Other crime types by borough.
   */
  readonly domesticAbuse?: Maybe<Series>;
  /**
   * Offences in which a firearm was fired, used to threaten or to strike, or intimated, by month.
   * Part of recorded crime: never add the two.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Other crime types by borough.
   */
  readonly gunCrime?: Maybe<Series>;
  /**
   * Offences flagged as hate crime of one strand, by month; strands overlap, and no total of them is published.
   * Part of recorded crime: never add the two. A rise may mean that more is reported.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Other crime types by borough.
   */
  readonly hateCrime?: Maybe<Series>;
  /**
   * Offences in which a knife or sharp instrument was used, threatened or intimated, by month.
   * Part of recorded crime: never add the two.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Other crime types by borough.
   */
  readonly knifeCrime?: Maybe<Series>;
  /**
   * Offences recorded, by month.
   * All recorded offences when no argument is given, which leaves out fraud reported to the National Fraud Intelligence
   * Bureau. For a ward, from the table of wards, which is another edition: wards do not add up to their borough. For the
   * City of London, which the Met does not police, an empty series with a caveat.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, Recorded Crime: Geographic Breakdown.
   */
  readonly recorded?: Maybe<Series>;
  /**
   * Stops and searches by the Met, by month in London time.
   * A stop belongs to the borough in which its published point lies; stops without a point belong to none.
   * Outcome and object of search are not counted together, to protect those who were stopped: both is BAD_USER_INPUT.
   * Null where nothing is measured for this kind of area.
   * Source: Metropolitan Police Service, through data.police.uk.
   */
  readonly stopAndSearch?: Maybe<Series>;
  /**
   * Street-level crimes published by City of London Police, by month.
   * Includes antisocial behaviour; is not recorded crime and must not be set beside it. Boroughs other than the City have
   * the handful that the force published near its border, each marked PARTIAL_COVERAGE.
   * Null where nothing is measured for this kind of area.
   * Source: City of London Police, through data.police.uk.
   */
  readonly streetLevel?: Maybe<Series>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeDomesticAbuseArgs = {
  subset?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeHateCrimeArgs = {
  strand: Scalars['ID']['input'];
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeKnifeCrimeArgs = {
  subset?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeRecordedArgs = {
  asPublishedOn?: InputMaybe<Scalars['Date']['input']>;
  offence?: InputMaybe<Scalars['ID']['input']>;
  offenceGroup?: InputMaybe<OffenceGroup>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeStopAndSearchArgs = {
  objectOfSearch?: InputMaybe<Scalars['ID']['input']>;
  outcome?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What the police record and do in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type CrimeStreetLevelArgs = {
  category?: InputMaybe<Scalars['ID']['input']>;
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
export type PolicingIndicator = Indicator & {
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
  /** The police: what they measure, hold and answer for. Null where the agency is down. */
  readonly policing?: Maybe<Agency>;
};

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
  PolicingCatalogue: PolicingCatalogue;
  PolicingDataset: PolicingDataset;
  PolicingIndicator: PolicingIndicator;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Area'], {"populationEstimates":{"year":true,"ageBand":true,"persons":true,"source":true,"releaseId":true,"isSynthetic":true}}>
        | GraphQLRecursivePick<FederationTypes['Area'], {"populationEstimates":{"year":true,"ageBand":true,"persons":true,"source":true,"releaseId":true,"isSynthetic":true}}>
        | GraphQLRecursivePick<FederationTypes['Area'], {"populationEstimates":{"year":true,"ageBand":true,"persons":true,"source":true,"releaseId":true,"isSynthetic":true}}> ) );
  PolicingCatalogue:
    ( { __typename: 'PolicingCatalogue' }
    & GraphQLRecursivePick<FederationTypes['PolicingCatalogue'], {"id":true}> );
  PolicingDataset:
    ( { __typename: 'PolicingDataset' }
    & GraphQLRecursivePick<FederationTypes['PolicingDataset'], {"id":true}> );
  PolicingIndicator:
    ( { __typename: 'PolicingIndicator' }
    & ( GraphQLRecursivePick<FederationTypes['PolicingIndicator'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['PolicingIndicator'], {"link":true}> ) );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AgencyCatalogue: ( { readonly id: string } );
  AnyDataset:
    | ( DatasetModel )
    | ( DatasetModel )
  ;
  Indicator: ( IndicatorDefinition );
};

export type ResolversTypes = Omit<CoreResolversTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AgencyCatalogue']>;
  AnyDataset: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AnyDataset']>;
  Area: ResolverTypeWrapper<{ readonly code: string; readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>> }>;
  Crime: ResolverTypeWrapper<{ readonly code: string }>;
  OffenceGroup: OffenceGroup;
  PoliceTeam: PoliceTeam;
  PolicingCatalogue: ResolverTypeWrapper<{ readonly id: string }>;
  PolicingDataset: ResolverTypeWrapper<DatasetModel>;
  PolicingIndicator: ResolverTypeWrapper<IndicatorDefinition>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

export type ResolversParentTypes = Omit<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolversInterfaceTypes<ResolversParentTypes>['AgencyCatalogue'];
  AnyDataset: ResolversInterfaceTypes<ResolversParentTypes>['AnyDataset'];
  Area: { readonly code: string; readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>> };
  Crime: { readonly code: string };
  PolicingCatalogue: { readonly id: string };
  PolicingDataset: DatasetModel;
  PolicingIndicator: IndicatorDefinition;
  Query: Record<PropertyKey, never>;
};

/** What the core resolves to is enough for the resolvers here. */
export type TakenFromCore<T extends Pick<ResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> = Pick<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'>> = T;

export type AgencyCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgencyCatalogue'] = ResolversParentTypes['AgencyCatalogue']> = {
  __resolveType: TypeResolveFn<'PolicingCatalogue', ParentType, ContextType>;
};

export type AnyDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyDataset'] = ResolversParentTypes['AnyDataset']> = {
  __resolveType: TypeResolveFn<'Dataset' | 'PolicingDataset', ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  crime?: Resolver<Maybe<ResolversTypes['Crime']>, ParentType, ContextType>;
  crimeRate?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<AreaCrimeRateArgs>>;
  officers?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<AreaOfficersArgs, 'team'>>;
  policingAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
  publicConfidence?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  publicPerception?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType, Partial<AreaPublicPerceptionArgs>>;
};

export type CrimeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Crime'] = ResolversParentTypes['Crime']> = {
  byOffenceGroup?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType>;
  domesticAbuse?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<CrimeDomesticAbuseArgs>>;
  gunCrime?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  hateCrime?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<CrimeHateCrimeArgs, 'strand'>>;
  knifeCrime?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<CrimeKnifeCrimeArgs>>;
  recorded?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<CrimeRecordedArgs>>;
  stopAndSearch?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<CrimeStopAndSearchArgs>>;
  streetLevel?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<CrimeStreetLevelArgs>>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  __resolveType: TypeResolveFn<'PolicingIndicator', ParentType, ContextType>;
};

export type PolicingCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingCatalogue'] = ResolversParentTypes['PolicingCatalogue'], FederationReferenceType extends FederationReferenceTypes['PolicingCatalogue'] = FederationReferenceTypes['PolicingCatalogue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PolicingCatalogue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicingDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingDataset'] = ResolversParentTypes['PolicingDataset'], FederationReferenceType extends FederationReferenceTypes['PolicingDataset'] = FederationReferenceTypes['PolicingDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PolicingDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  access?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTier?: Resolver<ResolversTypes['AccessTier'], ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['DatasetChanges']>, ParentType, ContextType, RequireFields<PolicingDatasetChangesArgs, 'from'>>;
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
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<PolicingDatasetReleasesArgs, 'last'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicingIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicingIndicator'] = ResolversParentTypes['PolicingIndicator'], FederationReferenceType extends FederationReferenceTypes['PolicingIndicator'] = FederationReferenceTypes['PolicingIndicator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PolicingIndicator']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<PolicingIndicatorSeriesArgs>>;
  seriesAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType, Partial<PolicingIndicatorSeriesAbsenceArgs>>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['ValueType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  policing?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = Omit<CoreResolvers<ContextType>, 'AgencyCatalogue' | 'AnyDataset' | 'Area' | 'Indicator'> & {
  AgencyCatalogue?: AgencyCatalogueResolvers<ContextType>;
  AnyDataset?: AnyDatasetResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Crime?: CrimeResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  PolicingCatalogue?: PolicingCatalogueResolvers<ContextType>;
  PolicingDataset?: PolicingDatasetResolvers<ContextType>;
  PolicingIndicator?: PolicingIndicatorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

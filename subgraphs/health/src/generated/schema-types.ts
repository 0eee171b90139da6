// Generated from the schema by `npm run generate`: do not edit.
import type { DatasetModel } from '@boroughgraph/kit/series/dataset-model.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { ProviderRecord } from '../provider.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { PeriodType, AccessTier, Designation, Unit, ValueType, Polarity, Additivity, AttributionBasis, AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DepartmentType } from './vocabulary.ts';
import type { Maybe, InputMaybe, Omit, RequireFields, Scalars, Absence, Agency, AgencyCatalogue, AnyDataset, CharacteristicHolding, Dataset, DatasetChanges, Dimension, DimensionInput, DimensionValue, DisclosurePolicy, Holding, Indicator, MissingSeries, Release, Series, ResolverTypeWrapper, ReferenceResolver, GraphQLRecursivePick, Resolver, TypeResolveFn, IsTypeOfResolverFn, ResolversTypes as CoreResolversTypes, ResolversParentTypes as CoreResolversParentTypes, Resolvers as CoreResolvers } from '@boroughgraph/kit/generated/core-types.ts';

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
  /** Health of the people who live in the area. Null where nothing is measured for this kind of area, or the agency is down. */
  readonly health?: Maybe<AreaHealth>;
  /**
   * The series of health that are null for this area, each with the reason.
   * Null where the agency is down.
   */
  readonly healthAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
};

/**
 * Health of the people who live in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type AreaHealth = {
  readonly __typename?: 'AreaHealth';
  /**
   * Hospital admissions of residents for poisoning by drug misuse, primary diagnosis.
   * Financial years. Two pairs of boroughs are published together: their series is the composite's.
   * Null where nothing is measured for this kind of area.
   * Source: NHS Digital, Statistics on Drug Misuse.
   */
  readonly drugMisuseAdmissions?: Maybe<Series>;
  /**
   * Emergency hospital admissions of residents, all conditions, per 100,000, indirectly standardised for age and sex.
   * Financial years. An indirectly standardised rate is comparable with England only, not with another borough's.
   * Null where nothing is measured for this kind of area.
   * Source: Health and Social Care Information Centre (now NHS England), through the London Datastore.
   */
  readonly emergencyAdmissions?: Maybe<Series>;
  /**
   * Looked-after children with a substance misuse problem, in percent.
   * Children looked after for at least twelve months, by the authority that is responsible for them; years to 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children looked after in England.
   */
  readonly lookedAfterChildrenSubstanceMisuse?: Maybe<Series>;
  /**
   * Emergency department attendances after violence, by month and place of the incident.
   * Not every department reports every month: the coverage says how many did. For named users only: without access, every
   * observation is WITHHELD_BY_TIER.
   * Null where nothing is measured for this kind of area, or nothing is loaded.
   * Source: Information Sharing to Tackle Violence, minimum data set ISB1594.
   */
  readonly violenceAttendances?: Maybe<Series>;
};

/**
 * Health of the people who live in an area.
 * Each is null where nothing is measured for this kind of area.
 */
export type AreaHealthViolenceAttendancesArgs = {
  assaultMethod?: InputMaybe<Scalars['ID']['input']>;
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
export type HealthIndicator = Indicator & {
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

/**
 * An NHS provider, by organisation code.
 * A provider is not an area: its patients come from anywhere.
 */
export type Provider = {
  readonly __typename?: 'Provider';
  /** The series of this provider that are null, each with the reason; empty where none is. */
  readonly absences: ReadonlyArray<MissingSeries>;
  /**
   * Attendances at its emergency departments, by month.
   * Null where none are published.
   * Source: NHS England, A&E attendances and emergency admissions.
   */
  readonly attendances?: Maybe<Series>;
  /** Organisation code: RQX. */
  readonly id: Scalars['ID']['output'];
  /** Name, as NHS England has it. */
  readonly name: Scalars['String']['output'];
  /** Name of the organisation or region it reports to. Null where the publisher gives none. */
  readonly parentOrganisation?: Maybe<Scalars['String']['output']>;
  /**
   * Attendances that took more than four hours from arrival to admission, transfer or discharge, by month.
   * Null where none are published.
   * Source: NHS England, A&E attendances and emergency admissions.
   */
  readonly waitsOverFourHours?: Maybe<Series>;
};

/**
 * An NHS provider, by organisation code.
 * A provider is not an area: its patients come from anywhere.
 */
export type ProviderAttendancesArgs = {
  department?: DepartmentType;
};

/**
 * An NHS provider, by organisation code.
 * A provider is not an area: its patients come from anywhere.
 */
export type ProviderWaitsOverFourHoursArgs = {
  department?: DepartmentType;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** Health: what it measures, holds and answers for. Null where the agency is down. */
  readonly health?: Maybe<Agency>;
  /** One NHS provider. Null where there is none of this id, or the agency is down. */
  readonly healthProvider?: Maybe<Provider>;
  /**
   * NHS providers that are measured, in the order of their codes, as the newest table that names each describes it.
   * Null where none is loaded, or the agency is down.
   * Source: NHS England, A&E attendances and emergency admissions.
   */
  readonly healthProviders?: Maybe<ReadonlyArray<Provider>>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryHealthProviderArgs = {
  id: Scalars['ID']['input'];
};

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
  HealthCatalogue: HealthCatalogue;
  HealthDataset: HealthDataset;
  HealthIndicator: HealthIndicator;
  Provider: Provider;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}> );
  HealthCatalogue:
    ( { __typename: 'HealthCatalogue' }
    & GraphQLRecursivePick<FederationTypes['HealthCatalogue'], {"id":true}> );
  HealthDataset:
    ( { __typename: 'HealthDataset' }
    & GraphQLRecursivePick<FederationTypes['HealthDataset'], {"id":true}> );
  HealthIndicator:
    ( { __typename: 'HealthIndicator' }
    & ( GraphQLRecursivePick<FederationTypes['HealthIndicator'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['HealthIndicator'], {"link":true}> ) );
  Provider:
    ( { __typename: 'Provider' }
    & GraphQLRecursivePick<FederationTypes['Provider'], {"id":true}> );
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
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  AreaHealth: ResolverTypeWrapper<{ readonly code: string }>;
  DepartmentType: DepartmentType;
  HealthCatalogue: ResolverTypeWrapper<{ readonly id: string }>;
  HealthDataset: ResolverTypeWrapper<DatasetModel>;
  HealthIndicator: ResolverTypeWrapper<IndicatorDefinition>;
  Provider: ResolverTypeWrapper<ProviderRecord>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

export type ResolversParentTypes = Omit<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolversInterfaceTypes<ResolversParentTypes>['AgencyCatalogue'];
  AnyDataset: ResolversInterfaceTypes<ResolversParentTypes>['AnyDataset'];
  Area: { readonly code: string };
  AreaHealth: { readonly code: string };
  HealthCatalogue: { readonly id: string };
  HealthDataset: DatasetModel;
  HealthIndicator: IndicatorDefinition;
  Provider: ProviderRecord;
  Query: Record<PropertyKey, never>;
};

/** What the core resolves to is enough for the resolvers here. */
export type TakenFromCore<T extends Pick<ResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> = Pick<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'>> = T;

export type AgencyCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgencyCatalogue'] = ResolversParentTypes['AgencyCatalogue']> = {
  __resolveType: TypeResolveFn<'HealthCatalogue', ParentType, ContextType>;
};

export type AnyDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyDataset'] = ResolversParentTypes['AnyDataset']> = {
  __resolveType: TypeResolveFn<'Dataset' | 'HealthDataset', ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['AreaHealth']>, ParentType, ContextType>;
  healthAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
};

export type AreaHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaHealth'] = ResolversParentTypes['AreaHealth']> = {
  drugMisuseAdmissions?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  emergencyAdmissions?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  lookedAfterChildrenSubstanceMisuse?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  violenceAttendances?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<AreaHealthViolenceAttendancesArgs>>;
};

export type HealthCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthCatalogue'] = ResolversParentTypes['HealthCatalogue'], FederationReferenceType extends FederationReferenceTypes['HealthCatalogue'] = FederationReferenceTypes['HealthCatalogue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['HealthCatalogue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthDataset'] = ResolversParentTypes['HealthDataset'], FederationReferenceType extends FederationReferenceTypes['HealthDataset'] = FederationReferenceTypes['HealthDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['HealthDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  access?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTier?: Resolver<ResolversTypes['AccessTier'], ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['DatasetChanges']>, ParentType, ContextType, RequireFields<HealthDatasetChangesArgs, 'from'>>;
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
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<HealthDatasetReleasesArgs, 'last'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthIndicator'] = ResolversParentTypes['HealthIndicator'], FederationReferenceType extends FederationReferenceTypes['HealthIndicator'] = FederationReferenceTypes['HealthIndicator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['HealthIndicator']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<HealthIndicatorSeriesArgs>>;
  seriesAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType, Partial<HealthIndicatorSeriesAbsenceArgs>>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['ValueType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  __resolveType: TypeResolveFn<'HealthIndicator', ParentType, ContextType>;
};

export type ProviderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Provider'] = ResolversParentTypes['Provider'], FederationReferenceType extends FederationReferenceTypes['Provider'] = FederationReferenceTypes['Provider']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Provider']> | FederationReferenceType, FederationReferenceType, ContextType>;
  absences?: Resolver<ReadonlyArray<ResolversTypes['MissingSeries']>, ParentType, ContextType>;
  attendances?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<ProviderAttendancesArgs, 'department'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentOrganisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  waitsOverFourHours?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<ProviderWaitsOverFourHoursArgs, 'department'>>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  health?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  healthProvider?: Resolver<Maybe<ResolversTypes['Provider']>, ParentType, ContextType, RequireFields<QueryHealthProviderArgs, 'id'>>;
  healthProviders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Provider']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = Omit<CoreResolvers<ContextType>, 'AgencyCatalogue' | 'AnyDataset' | 'Area' | 'Indicator'> & {
  AgencyCatalogue?: AgencyCatalogueResolvers<ContextType>;
  AnyDataset?: AnyDatasetResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaHealth?: AreaHealthResolvers<ContextType>;
  HealthCatalogue?: HealthCatalogueResolvers<ContextType>;
  HealthDataset?: HealthDatasetResolvers<ContextType>;
  HealthIndicator?: HealthIndicatorResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

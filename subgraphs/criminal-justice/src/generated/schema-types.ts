// Generated from the schema by `npm run generate`: do not edit.
import type { DatasetModel } from '@boroughgraph/kit/series/dataset-model.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { KnownCourt } from '../resolvers/known-courts.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { PeriodType, LinkKind, LinkBasis, AccessTier, Designation, Unit, ValueType, Polarity, Additivity, AttributionBasis, AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { InspectionRating, CourtStatus, CourtTier, TimelinessStage, TimelinessStatistic, AgeGroup } from './vocabulary.ts';
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
  /**
   * How long the courts take.
   * No court timeliness is published for a borough: every series says which area or court it measures.
   * Null where nothing is measured for this kind of area, or the agency is down.
   */
  readonly courtDelay?: Maybe<CourtDelay>;
  /**
   * The series of criminal justice that are null for this area, each with the reason.
   * Of courtDelay.timeliness, which has tiers and stages of its own, CourtDelay.timelinessAbsence says more. Null where the agency is down.
   */
  readonly criminalJusticeAbsences?: Maybe<ReadonlyArray<MissingSeries>>;
  /** Outcomes of prosecutions. Null where nothing is measured for this kind of area, or the agency is down. */
  readonly prosecution?: Maybe<Prosecution>;
  /**
   * Proven reoffending: the share of a cohort that reoffends within a year, in percent.
   * The cohort's financial year; London first, then wider areas. ALL adds adults and juveniles as offenders and as
   * reoffenders and computes the rate from the sums.
   * Null where nothing is measured for this kind of area, or the agency is down.
   * Source: Ministry of Justice, Proven reoffending statistics.
   */
  readonly reoffending?: Maybe<ReadonlyArray<Series>>;
  /** Youth justice. Null where nothing is measured for this kind of area, or the agency is down. */
  readonly youthJustice?: Maybe<YouthJustice>;
};

/**
 * A place that is measured: a borough, a ward, London, the area of a police force, a published combination of areas.
 * The local-authority agency owns it. The other agencies add what they measure there, each in a nullable field, so that an
 * agency that is down takes nothing else with it.
 */
export type AreaReoffendingArgs = {
  ageGroup?: AgeGroup;
};

/** A court. It is a place, not an area: any borough's case may be heard at any of them. */
export type Court = {
  readonly __typename?: 'Court';
  /** Other names that registers and partners use; empty where there are none. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Day as of which this is known. */
  readonly asOf: Scalars['Date']['output'];
  /** Areas that a source says it serves. Null where no source says; never inferred. */
  readonly catchments?: Maybe<ReadonlyArray<CourtCatchment>>;
  /** Stable id, with the tier in it: court:snaresbrook-crown-court. */
  readonly id: Scalars['ID']['output'];
  /** Codes of the court in other systems; empty where none is known. */
  readonly identifiers: ReadonlyArray<CourtIdentifier>;
  /** True where the newest register has it, false where only an older one does. */
  readonly isOpen: Scalars['Boolean']['output'];
  /** Name without the tier. */
  readonly name: Scalars['String']['output'];
  /**
   * What nobody publishes for this court, and where the nearest figures are, in sentences for people to read.
   * Empty where there is nothing to say.
   */
  readonly notMeasuredHere: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Cases open at the end of a quarter.
   * Null where none are published for this court.
   * Source: Ministry of Justice, Criminal court statistics quarterly.
   */
  readonly openCases?: Maybe<Series>;
  /** Why openCases is null. Null where there is a series. */
  readonly openCasesAbsence?: Maybe<Absence>;
  /** Region in which it stands. Null where it is not known, or local-authority, which answers for areas, is down. */
  readonly region?: Maybe<Area>;
  /** Whether it sits in its own building, as far as sources say. Null only where the day cannot be read. */
  readonly status?: Maybe<CourtStatus>;
  /** What a source says of its status on the day. Null where no source says anything. */
  readonly statusNote?: Maybe<Scalars['String']['output']>;
  /** What kind of court it is, as its name says. */
  readonly tier: CourtTier;
};

/** A court. It is a place, not an area: any borough's case may be heard at any of them. */
export type CourtStatusArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** A court. It is a place, not an area: any borough's case may be heard at any of them. */
export type CourtStatusNoteArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** An area that a source says a court serves, and for which work. */
export type CourtCatchment = {
  readonly __typename?: 'CourtCatchment';
  /** The area served. Null where local-authority, which answers for areas, is down. */
  readonly area?: Maybe<Area>;
  /** Work for which the court serves it, in the source's words. */
  readonly areaOfLaw: Scalars['String']['output'];
  /** Day as of which the source says so. */
  readonly asOf: Scalars['Date']['output'];
  /** On what it rests. */
  readonly basis: LinkBasis;
  /** What the court is to the area: SERVES. */
  readonly kind: LinkKind;
  /** Share of the area's cases that the court hears, 0 to 1. Null where it is not known, which is not an equal split. */
  readonly shareOfArea?: Maybe<Scalars['Float']['output']>;
  /** Who says so. */
  readonly source: Scalars['String']['output'];
  /** First day. Null where it is not known. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day. Null where it still holds, or its end is not known. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** How long the courts take, measured where it is published. */
export type CourtDelay = {
  readonly __typename?: 'CourtDelay';
  /**
   * Crown Court cases open at the end of a quarter, one series a court centre.
   * For a borough all of London, by name. SITE_IN_WIDER_AREA says that no source tells whether the court serves it, SITE_SERVING
   * that a loaded one does; how many of the cases are the borough's is not known by that.
   * Null where nothing is measured for this kind of area.
   * Source: Ministry of Justice, Criminal court statistics quarterly.
   */
  readonly openCases?: Maybe<ReadonlyArray<Series>>;
  /**
   * Days that defendants' cases took, by the quarter in which they were completed.
   * London first, then wider areas, then the local justice area and the LCJB area around it, where their figures are loaded:
   * each says by `area` and `relation` what was measured. Stages do not add up to the whole, and medians never do.
   * Null where this tier, stage and statistic are not published.
   * Source: Ministry of Justice, Criminal court statistics quarterly.
   */
  readonly timeliness?: Maybe<ReadonlyArray<Series>>;
  /** Why timeliness is null when it is asked for with the same arguments. Null where there is a series. */
  readonly timelinessAbsence?: Maybe<Absence>;
};

/** How long the courts take, measured where it is published. */
export type CourtDelayTimelinessArgs = {
  stage?: TimelinessStage;
  statistic?: TimelinessStatistic;
  tier?: CourtTier;
};

/** How long the courts take, measured where it is published. */
export type CourtDelayTimelinessAbsenceArgs = {
  stage?: TimelinessStage;
  statistic?: TimelinessStatistic;
  tier?: CourtTier;
};

/** A code of a court in another system. */
export type CourtIdentifier = {
  readonly __typename?: 'CourtIdentifier';
  /** The system: CROWN_LOCATION or CJS_OU. */
  readonly scheme: Scalars['String']['output'];
  /** Where it was read. */
  readonly source: Scalars['String']['output'];
  /** The code. */
  readonly value: Scalars['String']['output'];
};

/** One inspection of a youth justice service. */
export type Inspection = {
  readonly __typename?: 'Inspection';
  /** Boroughs that the service serves. Null where local-authority, which answers for areas, is down. */
  readonly areas?: Maybe<ReadonlyArray<Area>>;
  /** Overall rating. Null where the report gives none. */
  readonly overallRating?: Maybe<InspectionRating>;
  /** Day on which the report was published. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Address of the report. Null where it is not known. */
  readonly reportUrl?: Maybe<Scalars['String']['output']>;
  /** Overall score, 0 to 100. Null where the report gives none. */
  readonly scorePercent?: Maybe<Scalars['Float']['output']>;
  /** Name of the service, as its report has it. */
  readonly service: Scalars['String']['output'];
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
export type JusticeIndicator = Indicator & {
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

/**
 * Outcomes of prosecutions by the Crown Prosecution Service.
 * The CPS area first, then wider areas; every category where none is named. London is one CPS area, with both its forces.
 * Source: Crown Prosecution Service, case outcomes by principal offence category.
 */
export type Prosecution = {
  readonly __typename?: 'Prosecution';
  /** Defendants convicted in the month, one series for each area and category. Null where nothing is measured. */
  readonly convictions?: Maybe<ReadonlyArray<Series>>;
  /** Outcomes other than convictions in the month, one series for each area and category. Null where nothing is measured. */
  readonly unsuccessful?: Maybe<ReadonlyArray<Series>>;
};

/**
 * Outcomes of prosecutions by the Crown Prosecution Service.
 * The CPS area first, then wider areas; every category where none is named. London is one CPS area, with both its forces.
 * Source: Crown Prosecution Service, case outcomes by principal offence category.
 */
export type ProsecutionConvictionsArgs = {
  category?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * Outcomes of prosecutions by the Crown Prosecution Service.
 * The CPS area first, then wider areas; every category where none is named. London is one CPS area, with both its forces.
 * Source: Crown Prosecution Service, case outcomes by principal offence category.
 */
export type ProsecutionUnsuccessfulArgs = {
  category?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One court, open or closed, by id or by name: exactly one of the two.
   * Null where there is none of this id, no register is loaded, or the agency is down. An unknown or ambiguous name is
   * BAD_USER_INPUT that lists candidates.
   */
  readonly court?: Maybe<Court>;
  /**
   * Courts of the newest register.
   * Null where the agency is down.
   * Source: HM Courts and Tribunals Service.
   */
  readonly courts?: Maybe<ReadonlyArray<Court>>;
  /** Criminal justice: what it measures, holds and answers for. Null where the agency is down. */
  readonly criminalJustice?: Maybe<Agency>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryCourtArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Where every request starts.
 * Every root field is nullable, so that an agency that is down costs its own fields only.
 */
export type QueryCourtsArgs = {
  includeClosed?: Scalars['Boolean']['input'];
  region?: InputMaybe<Scalars['ID']['input']>;
  tier?: InputMaybe<CourtTier>;
};

/** Youth justice in an area. */
export type YouthJustice = {
  readonly __typename?: 'YouthJustice';
  /**
   * Looked-after children aged 10 to 17 who were convicted or subject to a youth caution, in percent.
   * Children looked after for at least twelve months, by the authority that is responsible for them; years to 31 March.
   * Null where nothing is measured for this kind of area.
   * Source: Department for Education, Children looked after in England.
   */
  readonly convictedLookedAfterChildren?: Maybe<Series>;
  /**
   * Children who entered the justice system for the first time, per 100,000 aged 10 to 17, in rolling years.
   * By the Police National Computer. Null where nothing is measured for this kind of area.
   * Source: Ministry of Justice, through the Local Authority Interactive Tool of the Department for Education.
   */
  readonly firstTimeEntrants?: Maybe<Series>;
  /**
   * Inspections of the youth justice services that serve the area, newest first.
   * Null where no inspections are held.
   * Source: HM Inspectorate of Probation.
   */
  readonly inspections?: Maybe<ReadonlyArray<Inspection>>;
  /**
   * Children who reoffend within a year, in percent of a cohort.
   * Null where nothing is measured for this kind of area.
   * Source: Ministry of Justice, through the Local Authority Interactive Tool of the Department for Education.
   */
  readonly reoffending?: Maybe<Series>;
};

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
  Court: Court;
  JusticeCatalogue: JusticeCatalogue;
  JusticeDataset: JusticeDataset;
  JusticeIndicator: JusticeIndicator;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}> );
  Court:
    ( { __typename: 'Court' }
    & GraphQLRecursivePick<FederationTypes['Court'], {"id":true}> );
  JusticeCatalogue:
    ( { __typename: 'JusticeCatalogue' }
    & GraphQLRecursivePick<FederationTypes['JusticeCatalogue'], {"id":true}> );
  JusticeDataset:
    ( { __typename: 'JusticeDataset' }
    & GraphQLRecursivePick<FederationTypes['JusticeDataset'], {"id":true}> );
  JusticeIndicator:
    ( { __typename: 'JusticeIndicator' }
    & ( GraphQLRecursivePick<FederationTypes['JusticeIndicator'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['JusticeIndicator'], {"link":true}> ) );
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
  AgeGroup: AgeGroup;
  AgencyCatalogue: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AgencyCatalogue']>;
  AnyDataset: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AnyDataset']>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  Court: ResolverTypeWrapper<KnownCourt>;
  CourtCatchment: ResolverTypeWrapper<Omit<CourtCatchment, 'area'> & { area?: Maybe<ResolversTypes['Area']> }>;
  CourtDelay: ResolverTypeWrapper<{ readonly code: string }>;
  CourtIdentifier: ResolverTypeWrapper<CourtIdentifier>;
  CourtStatus: CourtStatus;
  CourtTier: CourtTier;
  Inspection: ResolverTypeWrapper<Omit<Inspection, 'areas'> & { areas?: Maybe<ReadonlyArray<ResolversTypes['Area']>> }>;
  InspectionRating: InspectionRating;
  JusticeCatalogue: ResolverTypeWrapper<{ readonly id: string }>;
  JusticeDataset: ResolverTypeWrapper<DatasetModel>;
  JusticeIndicator: ResolverTypeWrapper<IndicatorDefinition>;
  Prosecution: ResolverTypeWrapper<{ readonly code: string }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimelinessStage: TimelinessStage;
  TimelinessStatistic: TimelinessStatistic;
  YouthJustice: ResolverTypeWrapper<{ readonly code: string }>;
};

export type ResolversParentTypes = Omit<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> & {
  AgencyCatalogue: ResolversInterfaceTypes<ResolversParentTypes>['AgencyCatalogue'];
  AnyDataset: ResolversInterfaceTypes<ResolversParentTypes>['AnyDataset'];
  Area: { readonly code: string };
  Court: KnownCourt;
  CourtCatchment: Omit<CourtCatchment, 'area'> & { area?: Maybe<ResolversParentTypes['Area']> };
  CourtDelay: { readonly code: string };
  CourtIdentifier: CourtIdentifier;
  Inspection: Omit<Inspection, 'areas'> & { areas?: Maybe<ReadonlyArray<ResolversParentTypes['Area']>> };
  JusticeCatalogue: { readonly id: string };
  JusticeDataset: DatasetModel;
  JusticeIndicator: IndicatorDefinition;
  Prosecution: { readonly code: string };
  Query: Record<PropertyKey, never>;
  YouthJustice: { readonly code: string };
};

/** What the core resolves to is enough for the resolvers here. */
export type TakenFromCore<T extends Pick<ResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'> = Pick<CoreResolversParentTypes, 'AgencyCatalogue' | 'AnyDataset' | 'Area'>> = T;

export type AgencyCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgencyCatalogue'] = ResolversParentTypes['AgencyCatalogue']> = {
  __resolveType: TypeResolveFn<'JusticeCatalogue', ParentType, ContextType>;
};

export type AnyDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnyDataset'] = ResolversParentTypes['AnyDataset']> = {
  __resolveType: TypeResolveFn<'Dataset' | 'JusticeDataset', ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  courtDelay?: Resolver<Maybe<ResolversTypes['CourtDelay']>, ParentType, ContextType>;
  criminalJusticeAbsences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingSeries']>>, ParentType, ContextType>;
  prosecution?: Resolver<Maybe<ResolversTypes['Prosecution']>, ParentType, ContextType>;
  reoffending?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType, RequireFields<AreaReoffendingArgs, 'ageGroup'>>;
  youthJustice?: Resolver<Maybe<ResolversTypes['YouthJustice']>, ParentType, ContextType>;
};

export type CourtResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Court'] = ResolversParentTypes['Court'], FederationReferenceType extends FederationReferenceTypes['Court'] = FederationReferenceTypes['Court']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Court']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  catchments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CourtCatchment']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['CourtIdentifier']>, ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notMeasuredHere?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  openCases?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  openCasesAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CourtStatus']>, ParentType, ContextType, Partial<CourtStatusArgs>>;
  statusNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CourtStatusNoteArgs>>;
  tier?: Resolver<ResolversTypes['CourtTier'], ParentType, ContextType>;
};

export type CourtCatchmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CourtCatchment'] = ResolversParentTypes['CourtCatchment']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  areaOfLaw?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['LinkBasis'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LinkKind'], ParentType, ContextType>;
  shareOfArea?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CourtDelayResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CourtDelay'] = ResolversParentTypes['CourtDelay']> = {
  openCases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType>;
  timeliness?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType, RequireFields<CourtDelayTimelinessArgs, 'stage' | 'statistic' | 'tier'>>;
  timelinessAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType, RequireFields<CourtDelayTimelinessAbsenceArgs, 'stage' | 'statistic' | 'tier'>>;
};

export type CourtIdentifierResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CourtIdentifier'] = ResolversParentTypes['CourtIdentifier']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  __resolveType: TypeResolveFn<'JusticeIndicator', ParentType, ContextType>;
};

export type InspectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Inspection'] = ResolversParentTypes['Inspection']> = {
  areas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Area']>>, ParentType, ContextType>;
  overallRating?: Resolver<Maybe<ResolversTypes['InspectionRating']>, ParentType, ContextType>;
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scorePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JusticeCatalogueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeCatalogue'] = ResolversParentTypes['JusticeCatalogue'], FederationReferenceType extends FederationReferenceTypes['JusticeCatalogue'] = FederationReferenceTypes['JusticeCatalogue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JusticeCatalogue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JusticeDatasetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeDataset'] = ResolversParentTypes['JusticeDataset'], FederationReferenceType extends FederationReferenceTypes['JusticeDataset'] = FederationReferenceTypes['JusticeDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JusticeDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  access?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTier?: Resolver<ResolversTypes['AccessTier'], ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['DatasetChanges']>, ParentType, ContextType, RequireFields<JusticeDatasetChangesArgs, 'from'>>;
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
  releases?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<JusticeDatasetReleasesArgs, 'last'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JusticeIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JusticeIndicator'] = ResolversParentTypes['JusticeIndicator'], FederationReferenceType extends FederationReferenceTypes['JusticeIndicator'] = FederationReferenceTypes['JusticeIndicator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JusticeIndicator']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, Partial<JusticeIndicatorSeriesArgs>>;
  seriesAbsence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType, Partial<JusticeIndicatorSeriesAbsenceArgs>>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['ValueType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProsecutionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Prosecution'] = ResolversParentTypes['Prosecution']> = {
  convictions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType, Partial<ProsecutionConvictionsArgs>>;
  unsuccessful?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Series']>>, ParentType, ContextType, Partial<ProsecutionUnsuccessfulArgs>>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  court?: Resolver<Maybe<ResolversTypes['Court']>, ParentType, ContextType, Partial<QueryCourtArgs>>;
  courts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Court']>>, ParentType, ContextType, RequireFields<QueryCourtsArgs, 'includeClosed'>>;
  criminalJustice?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
};

export type YouthJusticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['YouthJustice'] = ResolversParentTypes['YouthJustice']> = {
  convictedLookedAfterChildren?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  firstTimeEntrants?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  inspections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Inspection']>>, ParentType, ContextType>;
  reoffending?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = Omit<CoreResolvers<ContextType>, 'AgencyCatalogue' | 'AnyDataset' | 'Area' | 'Indicator'> & {
  AgencyCatalogue?: AgencyCatalogueResolvers<ContextType>;
  AnyDataset?: AnyDatasetResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Court?: CourtResolvers<ContextType>;
  CourtCatchment?: CourtCatchmentResolvers<ContextType>;
  CourtDelay?: CourtDelayResolvers<ContextType>;
  CourtIdentifier?: CourtIdentifierResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  Inspection?: InspectionResolvers<ContextType>;
  JusticeCatalogue?: JusticeCatalogueResolvers<ContextType>;
  JusticeDataset?: JusticeDatasetResolvers<ContextType>;
  JusticeIndicator?: JusticeIndicatorResolvers<ContextType>;
  Prosecution?: ProsecutionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  YouthJustice?: YouthJusticeResolvers<ContextType>;
};

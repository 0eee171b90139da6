// Generated from the schema by `npm run compose`: do not edit.

/**
 * What kind of time a number covers.
 * Numbers of different kinds share neither an axis nor a comparison.
 */
export const periodTypeValues = [
  'MONTH',
  'QUARTER',
  'CALENDAR_YEAR',
  'FINANCIAL_YEAR',
  'ACADEMIC_YEAR',
  'ROLLING_12_MONTHS',
  'POOLED_3_YEARS',
  'SNAPSHOT',
] as const;
export type PeriodType = (typeof periodTypeValues)[number];

/** Which residents a population estimate counts. */
export const ageBandValues = [
  'ALL_AGES',
  'AGED_0_TO_17',
] as const;
export type AgeBand = (typeof ageBandValues)[number];

/**
 * Why there is, or is not, a value.
 * A value is null unless the status is PUBLISHED; zero is a value.
 * Source: symbols in tables of the Government Analysis Function, where one exists (in square brackets).
 */
export const observationStatusValues = [
  'PUBLISHED',
  'CONFIDENTIAL',
  'NOT_AVAILABLE',
  'NOT_COLLECTED',
  'NOT_APPLICABLE',
  'NOT_YET_DUE',
  'NOT_PUBLISHED',
  'LOW_BASE',
  'WITHHELD_BY_TIER',
] as const;
export type ObservationStatus = (typeof observationStatusValues)[number];

/**
 * What a reader must know about a value that is there.
 * Several may hold at once.
 * Source: symbols in tables of the Government Analysis Function, where one exists (in square brackets).
 */
export const observationFlagValues = [
  'PROVISIONAL',
  'REVISED',
  'ESTIMATED',
  'MODELLED',
  'PLANNED',
  'LOW_RELIABILITY',
  'BREAK_BEFORE',
  'ROUNDED',
  'ROUNDS_TO_ZERO',
  'PARTIAL_COVERAGE',
  'IN_DEVELOPMENT',
  'COMPOSITE_AREA',
  'SYNTHETIC',
] as const;
export type ObservationFlag = (typeof observationFlagValues)[number];

/** What changed at a break. */
export const breakKindValues = [
  'CLASSIFICATION',
  'SYSTEM',
  'DEFINITION',
  'BOUNDARY',
  'COVERAGE',
  'METHOD',
] as const;
export type BreakKind = (typeof breakKindValues)[number];

/** What kind of thing happened while a series was counted. */
export const seriesEventKindValues = [
  'CAMPAIGN',
  'LAW',
  'OPERATION',
  'REORGANISATION',
  'SERVICE',
  'VOTE',
] as const;
export type SeriesEventKind = (typeof seriesEventKindValues)[number];

/** How strongly a caveat speaks. */
export const caveatSeverityValues = [
  'INFO',
  'CAUTION',
  'DO_NOT_COMPARE',
] as const;
export type CaveatSeverity = (typeof caveatSeverityValues)[number];

/** Which way a series went. */
export const trendDirectionValues = [
  'INCREASING',
  'DECREASING',
  'NO_SIGNIFICANT_CHANGE',
  'CANNOT_CALCULATE',
] as const;
export type TrendDirection = (typeof trendDirectionValues)[number];

/**
 * Whether the points of a trend differ from one level by more than chance, in whatever order.
 * By a chi-square test of homogeneity, of counts where there are counts.
 */
export const scatterValues = [
  'WITHIN_CHANCE',
  'UNCLEAR',
  'BEYOND_CHANCE',
] as const;
export type Scatter = (typeof scatterValues)[number];

/** Whether a change is for the better, by the polarity of the indicator. */
export const judgementValues = [
  'IMPROVEMENT',
  'CONCERN',
  'NONE',
] as const;
export type Judgement = (typeof judgementValues)[number];

/** What a control chart says of one point. */
export const variationValues = [
  'COMMON_CAUSE',
  'SPECIAL_CAUSE_IMPROVEMENT',
  'SPECIAL_CAUSE_CONCERN',
  'SPECIAL_CAUSE_NEUTRAL',
] as const;
export type Variation = (typeof variationValues)[number];

/**
 * Which rule of the control chart a point meets.
 * Source: NHS England, Making Data Count.
 */
export const spcRuleValues = [
  'OUTSIDE_LIMITS',
  'SHIFT_7',
  'TREND_7',
  'TWO_OF_THREE',
] as const;
export type SpcRule = (typeof spcRuleValues)[number];

/** What a series may be compared with. */
export const comparatorKindValues = [
  'LONDON',
  'INNER_OR_OUTER',
  'ENGLAND',
  'PREVIOUS_YEAR',
  'BASELINE',
] as const;
export type ComparatorKind = (typeof comparatorKindValues)[number];

/** How a value stands to what it is compared with. */
export const comparisonOutcomeValues = [
  'BETTER',
  'WORSE',
  'HIGHER',
  'LOWER',
  'SIMILAR',
  'NOT_COMPARED',
] as const;
export type ComparisonOutcome = (typeof comparisonOutcomeValues)[number];

/** How what was measured relates to the area that was asked about. */
export const measuredRelationValues = [
  'SAME',
  'WIDER_AREA',
  'PART_OF_AREA',
  'COMPOSITE',
  'SITE_IN_WIDER_AREA',
  'SITE_SERVING',
] as const;
export type MeasuredRelation = (typeof measuredRelationValues)[number];

/** What one area is to another, or a site to an area. */
export const linkKindValues = [
  'NESTS_IN',
  'MEMBER_OF',
  'COMPOSED_OF',
  'SERVES',
  'BEST_FIT',
] as const;
export type LinkKind = (typeof linkKindValues)[number];

/** On what a link between two areas, or a site and an area, rests. */
export const linkBasisValues = [
  'STATUTORY',
  'PUBLISHER_REPORTING_AREA',
  'LISTING_PRACTICE',
  'PARTNER_STATED',
  'MODELLED',
] as const;
export type LinkBasis = (typeof linkBasisValues)[number];

/** Who may see a dataset. */
export const accessTierValues = [
  'OPEN',
  'RESTRICTED_AGGREGATE',
] as const;
export type AccessTier = (typeof accessTierValues)[number];

/**
 * What standing the figures of a dataset have.
 * Source: Office for Statistics Regulation, Code of Practice for Statistics.
 */
export const designationValues = [
  'ACCREDITED_OFFICIAL_STATISTICS',
  'OFFICIAL_STATISTICS',
  'MANAGEMENT_INFORMATION',
  'RESEARCH',
  'SYNTHETIC',
] as const;
export type Designation = (typeof designationValues)[number];

/** What one unit of a value is. */
export const unitValues = [
  'OFFENCES',
  'INCIDENTS',
  'STOPS',
  'OUTCOMES',
  'CASES',
  'TRIALS',
  'DEFENDANTS',
  'OFFENDERS',
  'DAYS',
  'WEEKS',
  'MINUTES',
  'PEOPLE',
  'CHILDREN',
  'HOUSEHOLDS',
  'PLANS',
  'EPISODES',
  'REFERRALS',
  'ATTENDANCES',
  'ADMISSIONS',
  'OFFICERS',
  'POSTS',
  'CALLS',
  'CONTACTS',
  'REPORTS',
  'COMPLAINTS',
  'ENQUIRIES',
  'DETENTIONS',
  'ORDERS',
  'DISPOSALS',
  'TESTS',
  'VISITS',
  'CASUALTIES',
  'PLACES',
  'ITEMS',
  'HOURS',
  'SITES',
  'AREAS',
  'PERCENT',
  'PERCENTAGE_POINTS',
  'RATIO',
  'PER_1000',
  'PER_10000',
  'PER_100000',
  'SCORE',
  'POUNDS',
] as const;
export type Unit = (typeof unitValues)[number];

/** What kind of statistic a value is. */
export const valueTypeValues = [
  'COUNT',
  'CRUDE_RATE',
  'STANDARDISED_RATE',
  'PROPORTION',
  'PERCENTAGE_POINT_GAP',
  'MEAN',
  'MEDIAN',
  'INDEX',
  'MONEY',
] as const;
export type ValueType = (typeof valueTypeValues)[number];

/** Which direction is good. */
export const polarityValues = [
  'HIGH_IS_GOOD',
  'LOW_IS_GOOD',
  'SMALLER_GAP_IS_GOOD',
  'REPORTING_VOLUME',
  'NO_JUDGEMENT',
] as const;
export type Polarity = (typeof polarityValues)[number];

/** What may be added up. */
export const additivityValues = [
  'ADDITIVE',
  'ADDITIVE_OVER_AREA_ONLY',
  'OVERLAPPING',
  'NON_ADDITIVE',
] as const;
export type Additivity = (typeof additivityValues)[number];

/**
 * By what a number is attributed to a place.
 * Numbers with different bases must not be divided by each other.
 */
export const attributionBasisValues = [
  'PLACE_OF_OFFENCE',
  'RESIDENCE_OF_DEFENDANT',
  'COURT_OF_HEARING',
  'PROVIDER_SITE',
  'RESIDENCE_OF_PATIENT',
  'PLACE_OF_INCIDENT',
  'RESPONSIBLE_AUTHORITY',
  'RESIDENCE_OF_RESPONDENT',
  'SUPERVISING_UNIT',
  'EMPLOYER',
  'LOCATION_OF_SUSPECT',
] as const;
export type AttributionBasis = (typeof attributionBasisValues)[number];

/** What kind of place an area is. */
export const areaTypeValues = [
  'COUNTRY',
  'REGION',
  'INNER_OUTER',
  'BOROUGH',
  'WARD',
  'POLICE_FORCE_AREA',
  'BASIC_COMMAND_UNIT',
  'POLICE_NEIGHBOURHOOD',
  'LOCAL_JUSTICE_AREA',
  'LCJB_AREA',
  'CPS_AREA',
  'PROBATION_DELIVERY_UNIT',
  'INTEGRATED_CARE_BOARD',
  'COMPOSITE',
] as const;
export type AreaType = (typeof areaTypeValues)[number];

/**
 * Part of London.
 * Source: Office for National Statistics, whose grouping differs from the statutory one.
 */
export const londonPartValues = [
  'INNER',
  'OUTER',
] as const;
export type LondonPart = (typeof londonPartValues)[number];

/** Why there is no series, or why nothing is held of an indicator. */
export const absenceReasonValues = [
  'AWAITED',
  'RESTRICTED',
  'RECALLED',
  'WORKED_OUT',
  'NOT_MEASURED_HERE',
  'NOT_YET_PUBLISHED',
  'OTHER_PERIOD_TYPE',
  'NO_DENOMINATOR',
] as const;
export type AbsenceReason = (typeof absenceReasonValues)[number];

/** What something is that is found by words. */
export const searchKindValues = [
  'INDICATOR',
  'DIMENSION_VALUE',
  'DATASET',
  'AREA',
  'COURT',
  'PROVIDER',
  'MEASURE',
] as const;
export type SearchKind = (typeof searchKindValues)[number];

/** How far a series is narrowed, so that nobody adds what lies within another. */
export const seriesLevelValues = [
  'TOTAL',
  'GROUP',
  'CATEGORY',
] as const;
export type SeriesLevel = (typeof seriesLevelValues)[number];

/**
 * A characteristic that the law protects.
 * Source: Equality Act 2010, section 4.
 */
export const protectedCharacteristicValues = [
  'AGE',
  'DISABILITY',
  'GENDER_REASSIGNMENT',
  'MARRIAGE_AND_CIVIL_PARTNERSHIP',
  'PREGNANCY_AND_MATERNITY',
  'RACE',
  'RELIGION_OR_BELIEF',
  'SEX',
  'SEXUAL_ORIENTATION',
] as const;
export type ProtectedCharacteristic = (typeof protectedCharacteristicValues)[number];

/** What is held of an indicator by a protected characteristic. None of them is a zero. */
export const characteristicStateValues = [
  'HELD',
  'TOO_FEW',
  'NOT_HELD',
  'NOT_COLLECTED',
] as const;
export type CharacteristicState = (typeof characteristicStateValues)[number];

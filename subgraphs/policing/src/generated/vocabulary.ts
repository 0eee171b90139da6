// Generated from the schema by `npm run compose`: do not edit.

/**
 * Major categories of the Metropolitan Police.
 * They are not the offence groups of the Home Office: burglary, vehicle offences and theft are three here and one there.
 * Source: Metropolitan Police Service, Recorded Crime: Geographic Breakdown.
 */
export const offenceGroupValues = [
  'ARSON_AND_CRIMINAL_DAMAGE',
  'BURGLARY',
  'DRUG_OFFENCES',
  'FRAUD_AND_FORGERY',
  'MISCELLANEOUS_CRIMES_AGAINST_SOCIETY',
  'POSSESSION_OF_WEAPONS',
  'PUBLIC_ORDER_OFFENCES',
  'ROBBERY',
  'SEXUAL_OFFENCES',
  'THEFT',
  'VEHICLE_OFFENCES',
  'VIOLENCE_AGAINST_THE_PERSON',
  'FRAUD_REPORTED_TO_NFIB',
] as const;
export type OffenceGroup = (typeof offenceGroupValues)[number];

/** Which police officers of a borough are counted. */
export const policeTeamValues = [
  'ALL',
  'SAFER_NEIGHBOURHOODS',
] as const;
export type PoliceTeam = (typeof policeTeamValues)[number];

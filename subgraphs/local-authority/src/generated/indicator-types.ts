// Generated from the schemas of all agencies by `npm run compose`: do not edit.

/** The type of the indicators of each agency, by its name in the supergraph. */
export const indicatorTypes = {
  'policing': 'PolicingIndicator',
  'criminal-justice': 'JusticeIndicator',
  'health': 'HealthIndicator',
  'local-authority': 'LocalAuthorityIndicator',
} as const;

/** The type of its datasets. */
export const datasetTypes = {
  'policing': 'PolicingDataset',
  'criminal-justice': 'JusticeDataset',
  'health': 'HealthDataset',
  'local-authority': 'LocalAuthorityDataset',
} as const;

/** The type of its catalogue. */
export const catalogueTypes = {
  'policing': 'PolicingCatalogue',
  'criminal-justice': 'JusticeCatalogue',
  'health': 'HealthCatalogue',
  'local-authority': 'LocalAuthorityCatalogue',
} as const;

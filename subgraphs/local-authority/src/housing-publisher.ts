import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

/** Who publishes the figures of homelessness, and on which terms. */
export const housing = {
  publisher: 'the Ministry of Housing, Communities and Local Government',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Ministry of Housing, Communities and Local Government, Statutory homelessness in England.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  landingPage: 'https://www.gov.uk/government/statistical-data-sets/live-tables-on-homelessness',
  // London and England. Source: the Ministry, notes below the sheets.
  roundedTo: 10,
} as const satisfies Partial<DatasetDefinition>;

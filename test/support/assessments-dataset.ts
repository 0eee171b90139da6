import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { structuresByDefault } from '@boroughgraph/kit/disclosure/structure-defaults.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

const duration = dimension('duration', 'Duration', ['Up to 10 days', '11 to 45 days', 'Over 45 days']);

/** Made-up indicators in the form of the published tables from which hidden counts are known to have followed. */
const assessments: IndicatorDefinition = {
  id: 'assessments',
  datasetId: 'assessments',
  name: 'Assessments',
  definition: 'Assessments that ended in the year, in all and by how long they took. Made up for tests.',
  unit: 'CASES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'REGION'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [duration],
};

const conferences: IndicatorDefinition = { ...assessments, id: 'conferences', name: 'Conferences', dimensions: [] };

const conferenceDays: IndicatorDefinition = {
  ...conferences,
  id: 'conference-days',
  name: 'Days to a conference, median',
  unit: 'DAYS',
  valueType: 'MEDIAN',
  additivity: 'NON_ADDITIVE',
};

const conferenceRate: IndicatorDefinition = {
  ...conferences,
  id: 'conferences-rate',
  name: 'Conferences, rate',
  unit: 'PER_10000',
  valueType: 'CRUDE_RATE',
  multiplier: 10_000,
  decimals: 1,
  additivity: 'NON_ADDITIVE',
};

/** A made-up dataset with a total and its bands, and with statistics on a count; counts of 1 to 5 are withheld. Read in the tidy format. */
export const assessmentsDataset: DatasetDefinition = {
  id: 'assessments',
  title: 'Assessments',
  publisher: 'Nobody',
  description: 'Made up for tests.',
  licence: 'None',
  attribution: 'None',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: null,
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  indicators: [assessments, conferences, conferenceDays, conferenceRate],
  structures: [
    ...structuresByDefault([assessments, conferences]),
    { kind: 'statistic', statistic: { indicator: conferenceDays.id }, count: { indicator: conferences.id } },
    { kind: 'statistic', statistic: { indicator: conferenceRate.id }, count: { indicator: conferences.id } },
  ],
  formats: [],
};

/** A made-up dataset that counts the conferences of the first once more, without withholding any by itself. */
export const returnsDataset: DatasetDefinition = {
  ...assessmentsDataset,
  id: 'returns',
  title: 'Returns',
  disclosurePolicy: { ...disclosurePolicies['dfe-1-5'], id: 'returns-1-5' },
  indicators: [{ ...assessments, id: 'conference-returns', datasetId: 'returns' }],
  structures: [
    {
      kind: 'same',
      figure: { indicator: 'conference-returns' },
      other: { dataset: 'assessments', indicator: 'conferences' },
    },
  ],
};

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const ages = dimension('age-group', 'Age', ['Under 18', '18 and over']);
const needs = dimension('vulnerability', 'Vulnerability', [
  'Mental health',
  'Learning disability',
  'Substance misuse',
  'Physical health',
  'Accommodation',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'liaison-and-diversion',
  title: 'Liaison and Diversion',
  publisher: 'NHS England',
  description: 'People screened in custody suites and courts; for named users. Their records are never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'liaison-and-diversion-screenings',
      name: 'People screened by Liaison and Diversion',
      alsoCalled: ['L&D', 'liaison and diversion'],
      definition:
        "People screened in custody suites and magistrates' courts in the quarter, each counted once for each contact with justice.",
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'liaison-and-diversion-service',
      grid: { type: 'QUARTER' },
      dimensions: [ages],
    },
    {
      id: 'liaison-and-diversion-referrals',
      name: 'Referrals by Liaison and Diversion',
      alsoCalled: ['L&D referrals'],
      definition:
        'Referrals to treatment and support that the services made in the quarter, by the vulnerability found.',
      unit: 'REFERRALS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'liaison-and-diversion-service',
      grid: { type: 'QUARTER' },
      dimensions: [needs],
    },
  ],
});

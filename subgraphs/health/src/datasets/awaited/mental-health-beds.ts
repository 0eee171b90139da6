import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const kinds = dimension('kind', 'Kind', ['Adult acute', 'Secure', 'Child and adolescent']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mental-health-beds',
  title: 'Mental health beds',
  publisher: 'NHS England',
  description: 'Beds and how long people wait for one; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies['hes-1-7-round-5'],
  indicators: [
    {
      id: 'mental-health-beds',
      name: 'Mental health beds',
      alsoCalled: ['psychiatric beds', 'acute beds', 'psychiatric hospital'],
      definition: 'Beds available at midnight on the last day of the quarter, by kind.',
      unit: 'PLACES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [kinds],
    },
    {
      id: 'mental-health-bed-wait',
      name: 'Wait for a mental health bed',
      definition: 'Median hours from the decision to admit to admission, for admissions of the quarter.',
      unit: 'HOURS',
      valueType: 'MEDIAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'QUARTER' },
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const actions = dimension('action', 'Action', [
  'Licence reviews',
  'Licences revoked',
  'Test purchases of alcohol',
  'Test purchases of alcohol that failed',
  'Test purchases of knives',
  'Test purchases of knives that failed',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'licensing',
  title: 'Licensing and the Late Night Levy',
  publisher: 'London boroughs',
  description: 'What boroughs did under licensing law.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'licensing-enforcement',
      name: 'Licensing enforcement',
      alsoCalled: ['licensing', 'pubs', 'alcohol licences', 'alcohol', 'night-time economy', 'nightclubs'],
      definition: 'Actions of the borough in the year, by kind.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [actions],
      headline: { action: 'licence-reviews' },
    },
    {
      id: 'late-night-levy',
      name: 'Late Night Levy',
      alsoCalled: ['night-time economy', 'alcohol levy'],
      definition: 'Income from the levy in the year, in cash.',
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

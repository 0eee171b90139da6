import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'restorative-justice',
  title: 'Restorative justice (Restore:London)',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'Referrals and what victims say of it; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'restorative-justice-referrals',
      name: 'Referrals to restorative justice',
      alsoCalled: ['RJ', 'restorative justice', 'mediation'],
      definition: 'Referrals of victims or offenders in the quarter.',
      unit: 'REFERRALS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'restorative-justice-satisfaction',
      name: 'Satisfaction with restorative justice',
      definition: 'Victims who took part and were satisfied, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

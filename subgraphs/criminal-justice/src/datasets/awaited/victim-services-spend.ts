import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'victim-services-spend',
  title: "Spending on victims' services",
  publisher: "the Mayor's Office for Policing and Crime",
  description: "What the Mayor's Office spends on services for victims.",
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'victim-services-spend',
      name: "Spending on victims' services",
      alsoCalled: ['spending on victims', 'victim services'],
      definition: "Spending of the Mayor's Office on services for victims in the year, in cash.",
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'council-funding',
  title: 'Council funding',
  publisher: 'London Councils',
  description: 'Estimates of what councils lost and lack.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'council-core-funding',
      name: "Core funding of London's councils",
      alsoCalled: ['council budgets', 'council funding', 'local government finance', 'council cuts'],
      definition: 'Core funding of the 33 councils from central government for the year, in cash.',
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'council-funding-gap',
      name: "Funding gap of London's councils",
      alsoCalled: ['council cuts', 'funding shortfall'],
      definition: 'Spending that funding is not expected to cover in the year, estimated, in cash.',
      unit: 'POUNDS',
      // More funding than spending is a gap below zero.
      possible: { low: Number.MIN_SAFE_INTEGER },
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

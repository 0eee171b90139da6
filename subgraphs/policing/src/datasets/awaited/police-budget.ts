import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

const lines = dimension('budget-line', 'Line', [
  'Officer pay',
  'Staff pay',
  'Premises',
  'Transport',
  'Supplies and services',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-budget',
  title: 'Police budget',
  publisher: mayorsOffice,
  description: 'Revenue, capital and savings of the Metropolitan Police. In cash, not adjusted for prices.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'police-revenue-budget',
      name: 'Police revenue budget',
      alsoCalled: ['budget', 'police funding', 'police spending', 'money'],
      definition: "Budgeted gross revenue expenditure of the Metropolitan Police and the Mayor's Office, in cash.",
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [lines],
    },
    {
      id: 'police-capital-budget',
      name: 'Police capital budget',
      definition: 'Budgeted capital expenditure of the Metropolitan Police, in cash.',
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'police-savings',
      name: 'Savings of the police',
      alsoCalled: ['cuts', 'efficiency savings'],
      definition: 'Savings that were delivered in the year, as the budget reports them.',
      unit: 'POUNDS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'police-budget-gap',
      name: 'Budget gap of the police',
      alsoCalled: ['funding gap', 'cuts', 'deficit'],
      definition: 'Expenditure less funding that no saving covers yet, for the year of the budget.',
      unit: 'POUNDS',
      // More funding than expenditure is a gap below zero.
      possible: { low: Number.MIN_SAFE_INTEGER },
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'back-office-cost-share',
      name: 'Back office costs of the police',
      definition: 'Cost of support functions in percent of revenue expenditure.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

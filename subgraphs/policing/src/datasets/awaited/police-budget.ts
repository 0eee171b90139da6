import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

/**
 * Lines of the revenue budget as the table prints them, sums among them: they do not add up to one total.
 *
 * Source: Metropolitan Police Service, Business Plan 2017-18, subjective analysis.
 */
const printedLines = [
  'Total pay and overtime',
  'Total running expenses',
  'Capital financing costs',
  'Total expenditure',
  'Interest receipts',
  'Other income',
  'Total income',
  'Discretionary pension costs',
  'Savings to be identified',
  'Net expenditure',
  'Transfer to or from reserves',
  'Net financing requirement',
  'Home Office specific grants',
  'Council tax freeze grant',
  'Home Office general police grant',
  'Council tax requirement',
];

const lines = dimension('budget-line', 'Line', [
  'Officer pay',
  'Staff pay',
  'Premises',
  'Transport',
  'Supplies and services',
  'Other',
  ...printedLines,
]);

/** Programmes of capital, as the table of the business plan prints them. Source: Business Plan 2017-18, capital expenditure plan. */
const programmes = dimension('programme', 'Programme', [
  'Strengthening Local Policing',
  'Business Support function of the Future',
  'CT Policing Change Portfolio',
  'Enhance Digital Policing for 2020',
  'Improving Public Access and first contact',
  'Optimising Response',
  'Reinforcing HQ, Improving Information Management',
  'Smarter Working',
  'Transforming Investigation and Prosecution',
  'Delivering Maximum Commercial Efficiency - Fleet',
  'Transforming the MPS Estate',
  'NCTPHQ',
  'Over-programming or headroom',
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
      definition:
        "Budgeted gross revenue expenditure of the Metropolitan Police and the Mayor's Office, in cash; by line what the budget prints beside it, income, reserves and grants among that.",
      unit: 'POUNDS',
      // Income, savings to be identified and what goes to reserves are printed below zero.
      possible: { low: Number.MIN_SAFE_INTEGER },
      // Lines that are sums of others stand among them.
      additivity: 'OVERLAPPING',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [lines],
    },
    {
      id: 'police-capital-budget',
      name: 'Police capital budget',
      definition: 'Budgeted capital expenditure of the Metropolitan Police, in cash, in all and by programme.',
      unit: 'POUNDS',
      // What is planned beyond the money at hand is taken off.
      possible: { low: Number.MIN_SAFE_INTEGER },
      dimensions: [programmes],
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

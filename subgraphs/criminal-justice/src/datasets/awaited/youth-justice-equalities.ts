import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const stages = dimension('stage', 'Stage', ['Arrest', 'Charge', 'Conviction', 'Custody']);
const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Not stated']);
const groups = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'youth-justice-equalities',
  title: 'Equalities in youth justice',
  publisher: "the Ministry of Justice and the Mayor's Office for Policing and Crime",
  description: 'Young people in the justice system by protected characteristics; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'young-people-in-justice-system',
      name: 'Young people in the justice system',
      definition: 'People aged 10 to 24 at a stage of the system in the year, each counted once for each stage.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [stages, ethnicities],
    },
    {
      id: 'youth-justice-disproportionality',
      name: 'Disproportionality in youth justice',
      alsoCalled: ['race disparity in youth justice', 'YJS ethnicity'],
      definition:
        'Young people of an ethnic group at a stage per resident of their age, over the same of White young people.',
      unit: 'RATIO',
      // How many times as much has no upper end.
      possible: { low: 0 },
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [stages, groups],
      headline: { stage: 'charge', ethnicity: 'black' },
    },
  ],
});

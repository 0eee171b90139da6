import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { workforceRoles as roles } from '../../workforce-roles.ts';

const sexes = dimension('sex', 'Sex', ['Female', 'Male']);
const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Not stated']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'workforce-by-sex-and-ethnicity',
  title: 'Police workforce by sex and ethnicity together',
  publisher: 'the Home Office',
  description:
    'People who work for the Metropolitan Police, by role, sex and ethnicity: the two together, which shares of either do not tell.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'workforce-by-sex-and-ethnicity',
      name: 'Police workforce by sex and ethnicity',
      alsoCalled: ['Black women officers', 'ethnic minority women officers', 'diversity', 'intersectional'],
      definition:
        'People who work for the Metropolitan Police on 31 March, by role, and by sex and ethnicity together.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [roles, sexes, ethnicities],
      headline: { role: 'police-officers' },
    },
  ],
});

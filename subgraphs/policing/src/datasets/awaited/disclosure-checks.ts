import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'disclosure-checks',
  title: 'Disclosure and Barring checks',
  publisher: metropolitanPolice,
  description: "The police's part in checks of people who work with children and vulnerable adults; for named users.",
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'disclosure-checks-completed',
      name: 'Disclosure checks completed',
      alsoCalled: ['DBS', 'criminal record check', 'CRB', 'vetting'],
      definition: 'Checks that the Metropolitan Police completed in the month.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'MONTH' },
    },
    {
      id: 'disclosure-checks-in-progress',
      name: 'Disclosure checks in progress',
      definition: 'Checks that wait for the Metropolitan Police on the last day of the month.',
      unit: 'ITEMS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 1, month: 1 },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const homes = dimension('lives-in', 'Where the child lives', ['Family', 'Care', 'Not known']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'missing-children',
  title: 'Missing children',
  publisher: metropolitanPolice,
  description: 'Episodes in which children were missing; for named users. Never by home or address.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'missing-children-episodes',
      name: 'Episodes of missing children',
      alsoCalled: ['missing persons', 'misper', 'runaways', 'missing kids'],
      definition:
        'Episodes in which a person under 18 was reported missing to the Metropolitan Police. A child may be missing more than once.',
      unit: 'EPISODES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [homes],
    },
    {
      id: 'missing-children-repeat-share',
      name: 'Missing children who are missing again',
      alsoCalled: ['repeat missing'],
      definition: 'Children missing more than once in the year, in percent of children who were missing.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

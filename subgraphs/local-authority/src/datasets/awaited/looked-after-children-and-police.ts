import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'looked-after-children-and-police',
  title: 'Looked-after children and the police',
  publisher: 'London boroughs and the Metropolitan Police Service',
  description:
    'Arrests and charges of children in care, which nobody publishes by borough; for named users. Where they are placed is published, and in `children-placed-across-boundaries`.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'looked-after-children-arrest-rate',
      name: 'Looked-after children who were arrested',
      alsoCalled: ['children in care arrested', 'LAC arrests'],
      definition:
        'Children looked after for 12 months who were arrested in the year, in percent, by the authority that is responsible.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'looked-after-children-charge-rate',
      name: 'Looked-after children who were charged',
      alsoCalled: ['children in care charged'],
      definition:
        'Children looked after for 12 months who were charged in the year, in percent, by the authority that is responsible.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

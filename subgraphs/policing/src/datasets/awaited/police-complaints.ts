import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-complaints',
  title: 'Complaints against the police',
  publisher: metropolitanPolice,
  description: 'Complaints of the public, for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'police-complaints',
      name: 'Complaints against the police',
      alsoCalled: ['IOPC', 'misconduct', 'complaints', 'police misconduct'],
      definition: 'Complaint cases that were recorded in the year, each with one or more allegations.',
      unit: 'COMPLAINTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'banking-protocol',
  title: 'Banking Protocol',
  publisher: 'the Metropolitan Police Service, Trading Standards and Financial Fraud Action UK',
  description: 'Calls from bank branches when a customer may be being defrauded; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'banking-protocol-incidents',
      name: 'Calls under the Banking Protocol',
      alsoCalled: ['bank fraud', 'scam', 'rush-hour banking protocol'],
      definition: 'Calls from branches to the police under the protocol in the year.',
      unit: 'INCIDENTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

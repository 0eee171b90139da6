import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'joint-emergency-responses',
  title: 'Joint responses of the emergency services',
  publisher: 'the London Ambulance Service, the London Fire Brigade and the Metropolitan Police Service',
  description: 'Calls that more than one service answered together; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'joint-emergency-responses',
      name: 'Joint emergency responses',
      definition: 'Incidents in which two or more of the services responded together under the pilot, in the year.',
      unit: 'INCIDENTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const lines = dimension('line', 'Line', ['999', '101']);
const natures = dimension('nature', 'Nature of the call', [
  'Crime',
  'Antisocial behaviour',
  'Public safety and welfare',
  'Transport',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-calls',
  title: 'Calls to the police',
  publisher: metropolitanPolice,
  description:
    'Calls for service and how soon officers came, from the dispatch system; for named users. The records of calls stay with the police.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'emergency-calls',
      name: 'Calls to 999 and 101',
      alsoCalled: ['999', '101', 'phone calls', 'call handling', 'emergency calls', 'call demand'],
      definition: 'Calls that the Metropolitan Police took, by line. A person may call more than once about one event.',
      unit: 'CALLS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      dimensions: [lines, natures],
    },
    {
      id: 'response-within-target',
      name: 'Emergencies reached in time',
      alsoCalled: ['response times', 'I calls', 'immediate response', 'S calls', 'police response time'],
      definition: 'Calls graded immediate that an officer reached within 15 minutes, in percent of such calls.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { connect } from '../../breaks.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mental-health-incidents',
  title: 'Incidents with a mental health element',
  publisher: metropolitanPolice,
  description: 'Demand on the police that has to do with mental health; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'mental-health-incidents',
      name: 'Incidents with a mental health element',
      alsoCalled: ['mental ill health', 'mental health calls', 'vulnerable adults'],
      definition:
        'Incidents that the Metropolitan Police attended or took a call about and marked as having to do with mental health.',
      unit: 'INCIDENTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A mark that officers set unevenly. Never add it to detentions under section 136.',
        },
      ],
    },
  ],
});

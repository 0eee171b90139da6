import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'ambulance-assaults',
  title: 'Ambulance incidents after assault',
  publisher: 'the London Ambulance Service, through the Greater London Authority (SafeStats)',
  description: 'Monthly counts that are shared with Community Safety Partnerships; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies['hes-1-7-round-5'],
  indicators: [
    {
      id: 'ambulance-assault-incidents',
      name: 'Ambulance incidents after assault',
      alsoCalled: ['LAS', 'London Ambulance Service', 'ambulance', 'ambulance call-outs', '999 ambulance'],
      definition:
        'Incidents that the London Ambulance Service attended and coded as an assault, by where they happened.',
      unit: 'INCIDENTS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'WARD'],
      grid: { type: 'MONTH' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'The same event may be an ambulance incident, an attendance and an offence: never add them.',
        },
      ],
    },
  ],
});

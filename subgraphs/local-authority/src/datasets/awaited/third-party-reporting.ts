import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const kinds = dimension('kind', 'Kind', ['Hate crime', 'Violence against women and girls']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'third-party-reporting',
  title: 'Third-party reporting',
  publisher: "community organisations, through the Mayor's Office for Policing and Crime",
  description: 'Reports of hatred and violence that people make to somebody other than the police; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'third-party-reports',
      name: 'Third-party reports',
      alsoCalled: ['third-party reporting', 'hate crime reporting centres'],
      definition: 'Reports to third-party sites in the quarter, by what they are of.',
      unit: 'REPORTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
      dimensions: [kinds],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more is reported. Some are reported to the police too: never add the two.',
        },
      ],
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'female-offenders',
  title: 'Services for female offenders',
  publisher: "the Mayor's Office for Policing and Crime and probation services",
  description: 'Women diverted from custody or court; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'female-offender-diversions',
      name: "Women taken on by triage or a women's centre",
      alsoCalled: ['women offenders', 'female offenders', "women's centres"],
      definition: "Women whom triage or a women's centre took on in the quarter.",
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['REGION'],
      siteKind: 'women-centre',
      grid: { type: 'QUARTER' },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'refuges',
  title: 'Refuges and safe accommodation',
  publisher: 'London boroughs and the Greater London Authority',
  description:
    "Places and how full they are; for named users. Never where a refuge is. By region the spaces are printed in the annual audit of Women's Aid, from its directory Routes to Support, which is under no open licence; what a borough pays for is published nowhere, and the few places of most would tell of single refuges.",
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'refuge-places',
      name: 'Places in refuges',
      alsoCalled: ['refuges', "women's refuge", 'refuge beds', 'safe accommodation'],
      definition: 'Places for a household in refuges and safe accommodation that the borough pays for on 31 March.',
      unit: 'PLACES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'refuge-occupancy',
      name: 'Refuge places in use',
      alsoCalled: ['refuge occupancy'],
      definition: 'Nights in the year on which a place was in use, in percent.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

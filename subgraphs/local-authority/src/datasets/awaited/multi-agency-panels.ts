import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const panels = dimension('panel', 'Panel', [
  'Early intervention and diversion',
  'Gangs multi-agency panel',
  'Integrated gangs unit',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'multi-agency-panels',
  title: 'Multi-agency panels on gangs and exploitation',
  publisher: 'London boroughs',
  description: 'Cases at panels; for named users. Who they are about is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'gangs-panel-cases',
      name: 'Cases at multi-agency panels',
      alsoCalled: ['gangs panel', 'gang matrix', 'MASE'],
      definition: 'Cases open at a panel on the last day of the quarter, by panel.',
      unit: 'CASES',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [panels],
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const outcomes = dimension('outcome', 'Outcome', ['Convicted, custody', 'Convicted, other sentence', 'Not convicted']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'road-harm-outcomes',
  title: 'Justice after death and serious injury on roads',
  publisher: 'the Crown Prosecution Service and HM Courts & Tribunals Service',
  description: 'What became of prosecutions after fatal and serious collisions.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'road-harm-outcomes',
      name: 'Outcomes of prosecutions after fatal and serious collisions',
      alsoCalled: ['death by dangerous driving', 'causing death by driving'],
      definition:
        'Defendants whose prosecution for causing death or serious injury on a road ended in the year, by outcome.',
      unit: 'DEFENDANTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [outcomes],
    },
  ],
});

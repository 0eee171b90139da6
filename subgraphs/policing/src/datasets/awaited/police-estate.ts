import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone, metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const hours = dimension('opening', 'Opening', ['Day and night']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-estate',
  title: 'Police estate',
  publisher: metropolitanPolice,
  description: 'Buildings of the police and what they cost. Which building is where is not here.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'front-counters',
      name: 'Front counters',
      alsoCalled: ['police stations', 'police station opening', 'station closures'],
      definition: 'Police front counters open to the public on the day, and of these those open all day and night.',
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [hours],
    },
    {
      id: 'police-buildings',
      name: 'Police buildings',
      alsoCalled: ['police stations', 'police estate'],
      definition: 'Buildings that the Metropolitan Police owns or rents on the day.',
      unit: 'SITES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'estate-running-cost',
      name: 'Running cost of the estate',
      definition: 'What the estate cost to run in the year, in cash.',
      unit: 'POUNDS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

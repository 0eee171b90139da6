import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const courses = dimension('course', 'Course', [
  'Child safeguarding',
  'Domestic abuse',
  'Dedicated Ward Officer',
  'Taser',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'officers-trained',
  title: 'Officers trained and equipped',
  publisher: metropolitanPolice,
  description: 'How many officers had a training, and how many cameras they wear. Recordings are never here.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'officers-trained',
      name: 'Officers trained',
      alsoCalled: ['police training', 'safeguarding training'],
      definition: 'Officers who have completed a course by the day.',
      unit: 'OFFICERS',
      polarity: 'HIGH_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [courses],
      headline: { course: 'child-safeguarding' },
    },
    {
      id: 'body-worn-cameras-issued',
      name: 'Body-worn cameras issued',
      alsoCalled: ['BWV', 'bodycams', 'body cameras'],
      definition: 'Body-worn video cameras in use by officers on the day.',
      unit: 'ITEMS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const ranks = dimension('rank', 'Rank', ['Constable', 'Community support officer']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'dedicated-ward-officers',
  title: 'Dedicated Ward Officers',
  publisher: metropolitanPolice,
  description: 'Officers who are assigned to one ward, and how often they are taken away from it.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'dedicated-ward-officers',
      name: 'Dedicated Ward Officers in post',
      alsoCalled: ['DWO', 'bobbies on the beat', 'ward officers', 'neighbourhood policing'],
      definition: 'Constables and community support officers who are assigned to one ward and in post on the day.',
      unit: 'OFFICERS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'WARD'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [ranks],
      notMeasuredIn: metPlaces.notMeasuredIn,
    },
    {
      id: 'dedicated-ward-officer-posts',
      name: 'Posts of Dedicated Ward Officers',
      definition:
        'Posts for officers assigned to one ward, filled or not: two constables and one community support officer, and more in vulnerable wards.',
      unit: 'POSTS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'WARD'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      notMeasuredIn: metPlaces.notMeasuredIn,
    },
    {
      id: 'dedicated-ward-officer-abstractions',
      name: 'Days on which Dedicated Ward Officers were taken away',
      definition: 'Days of duty in the quarter that Dedicated Ward Officers spent away from their ward.',
      unit: 'DAYS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'WARD'],
      grid: { type: 'QUARTER' },
      notMeasuredIn: metPlaces.notMeasuredIn,
    },
    {
      id: 'dedicated-ward-officer-time-in-post',
      name: 'Time in post of Dedicated Ward Officers',
      definition: 'Mean number of weeks that those in post on the day have been in the same ward.',
      unit: 'WEEKS',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      notMeasuredIn: metPlaces.notMeasuredIn,
    },
    {
      id: 'wards-with-dedicated-officers',
      name: 'Wards with their Dedicated Ward Officers',
      definition: 'Wards that have two constables and one community support officer in post on the day.',
      unit: 'AREAS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'jigsaw-performance',
  title: 'Management of registered sex offenders',
  publisher: metropolitanPolice,
  description: 'The work of the borough teams that manage registered sex offenders; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'jigsaw-visits',
      name: 'Visits to registered sex offenders',
      alsoCalled: ['sex offender visits', 'registered sex offenders', 'RSO', 'ViSOR'],
      definition: 'Visits by the team of the borough in the quarter.',
      unit: 'VISITS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      ...metPlaces,
      grid: { type: 'QUARTER' },
    },
    {
      id: 'jigsaw-offenders-per-officer',
      name: 'Registered sex offenders per officer',
      alsoCalled: ['sex offender managers', 'RSO per officer'],
      definition: 'Registered sex offenders for each officer of the team, on the last day of the quarter.',
      unit: 'OFFENDERS',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
    {
      id: 'notification-breaches',
      name: 'Breaches of notification requirements',
      alsoCalled: ['sex offenders register', 'breach of notification'],
      definition: 'Breaches recorded in the quarter of what registered sex offenders must tell the police.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      ...metPlaces,
      grid: { type: 'QUARTER' },
    },
  ],
});

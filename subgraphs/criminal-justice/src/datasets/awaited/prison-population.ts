import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const distances = dimension('distance', 'Distance', ['Under 10 miles', '10 to 50 miles', 'Over 50 miles']);
const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Not stated']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'prison-population',
  title: 'Prisoners from London',
  publisher: 'HM Prison and Probation Service',
  description: 'People in custody whose home is in London; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'london-prisoners',
      name: 'Prisoners from London',
      alsoCalled: ['prison population', 'prisoners', 'inmates', 'jail', 'people in prison'],
      definition: 'People in prison on the day who gave an address in London, by the distance of the prison from it.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [distances, ethnicities],
    },
    {
      id: 'youth-custody-population',
      name: 'Children in custody from London',
      alsoCalled: ['young people in custody', 'YOI', 'young offender institution', 'child prisoners', 'secure estate'],
      definition: 'Children under 18 in the secure estate on the day whose youth offending team is in London.',
      unit: 'CHILDREN',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 1, month: 1 },
      dimensions: [ethnicities],
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { connect } from '../../breaks.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-young-victims',
  title: 'Young victims of crime',
  publisher: mayorsOffice,
  description: 'Victims of recorded crime by age, in windows of 12 months.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'young-victims',
      name: 'Victims under 18',
      alsoCalled: ['child victims', 'victims under 18', 'young people harmed'],
      definition:
        'Victims under 18 of offences recorded by the Metropolitan Police in 12 months. A child is counted once for each offence.',
      unit: 'CHILDREN',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'serious-youth-violence-victims',
      name: 'Victims of serious youth violence',
      alsoCalled: ['SYV', 'serious youth violence', 'youth violence'],
      definition:
        'Victims aged 1 to 19 of the most serious violence, and of assault with injury or robbery with a weapon, in 12 months. A person is counted once for each offence.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'knife-crime-victims',
      name: 'Victims of knife crime',
      alsoCalled: ['people stabbed', 'knife victims'],
      definition:
        'Victims of knife crime recorded by the Metropolitan Police in 12 months. A person is counted once for each offence.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
  ],
});

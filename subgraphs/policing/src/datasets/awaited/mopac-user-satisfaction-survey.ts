import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { satisfactionGapBaselines, victimSatisfactionBaselines } from '../../framework-baselines.ts';
import { metAlone, metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';
import { surveyPolicy } from '../../survey-policy.ts';

const crimes = dimension('crime', 'Crime', ['Burglary', 'Vehicle crime', 'Violence', 'Hate crime']);
const groups = dimension('group', 'Group of victims', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Female', 'Male']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mopac-user-satisfaction-survey',
  title: 'User Satisfaction Survey',
  publisher: mayorsOffice,
  description:
    'Interviews with victims of some kinds of crime whom officers dealt with in person, in windows of 12 months.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'victim-satisfaction',
      name: 'Victim satisfaction',
      alsoCalled: ['USS', 'User Satisfaction Survey', 'victims satisfied', 'satisfaction of victims'],
      definition:
        'Victims who are completely, very or fairly satisfied with the service of the police, in percent of those asked, over 12 months. Domestic and sexual offences are not surveyed.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metPlaces,
      baselines: victimSatisfactionBaselines,
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [crimes, groups],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Rests on a sample: look at the limits. A quarter of a borough alone rests on too few people.',
        },
        {
          severity: 'CAUTION',
          text: 'Victims whose report was dealt with by telephone or online are asked in another survey.',
        },
      ],
    },
    {
      id: 'hate-crime-victim-satisfaction',
      name: 'Satisfaction of victims of hate crime',
      alsoCalled: ['hate crime victims satisfied'],
      definition:
        'Victims of hate crime who are satisfied with the service of the police, in percent of those asked, over 12 months.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metAlone,
      grid: { type: 'ROLLING_12_MONTHS' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Rests on a sample: look at the limits. A quarter of a borough alone rests on too few people.',
        },
      ],
    },
    {
      id: 'victim-satisfaction-gap',
      name: 'Gap in victim satisfaction between ethnic groups',
      definition: 'Satisfaction of White victims less that of victims of all other ethnic groups, over 12 months.',
      unit: 'PERCENTAGE_POINTS',
      polarity: 'SMALLER_GAP_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metAlone,
      baselines: satisfactionGapBaselines,
      grid: { type: 'ROLLING_12_MONTHS' },
      caveats: [
        { severity: 'CAUTION', text: 'A difference of two estimates: its margin is wider than that of either.' },
      ],
    },
  ],
});

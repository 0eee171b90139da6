import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { confidenceBaselines, confidenceGapBaselines } from '../framework-baselines.ts';
import { metAlone, metPlaces } from '../met-places.ts';
import { mayorsOffice } from '../publishers.ts';
import { surveyPolicy } from '../survey-policy.ts';

/** What the percentage of each question counts: agrees strongly or tends to, is very or fairly well informed, says yes. */
const questions = dimension('question', 'Question', [
  'Deals with things that matter',
  'Can be relied on to be there',
  'Treats everyone fairly',
  'Listens to concerns',
  'Treats people with respect',
  'Is friendly and approachable',
  'Understands issues',
  'Informs about local policing',
  'Knows how to contact the ward officer',
  'Uses stop and search fairly',
  'Feels safe after dark',
  'Not worried about antisocial behaviour',
  'Trusts the Metropolitan Police',
]);
const groups = dimension('group', 'Group of residents', [
  'Asian',
  'Black',
  'Mixed',
  'White',
  'Other',
  'Female',
  'Male',
  'Age 16 to 24',
  'Age 25 to 64',
  'Age 65 and over',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mopac-public-attitude-survey',
  title: 'Public Attitude Survey',
  publisher: mayorsOffice,
  description:
    'Interviews with residents aged 16 and over of the 32 boroughs of the Metropolitan Police, in windows of 12 months.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'public-confidence',
      name: 'Confidence in the local police',
      definition:
        'Residents who say that the police in their area do an excellent or good job, in percent of those asked, over 12 months.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metPlaces,
      baselines: confidenceBaselines,
      grid: { type: 'ROLLING_12_MONTHS' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Rests on a sample: look at the limits. A quarter of a borough alone rests on too few people.',
        },
      ],
    },
    {
      id: 'public-attitude',
      name: 'Attitudes to the police',
      definition:
        'Residents who agree with a statement about the police, in percent of those asked, over 12 months, by statement and by group of residents. "Not known" is left out.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [questions, groups],
      headline: { question: 'treats-everyone-fairly' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Rests on a sample: look at the limits. A quarter of a borough alone rests on too few people.',
        },
      ],
    },
    {
      id: 'public-attitude-gap',
      name: 'Gap in confidence between ethnic groups',
      definition: 'Confidence of White residents less that of residents of all other ethnic groups, over 12 months.',
      unit: 'PERCENTAGE_POINTS',
      polarity: 'SMALLER_GAP_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metAlone,
      baselines: confidenceGapBaselines,
      grid: { type: 'ROLLING_12_MONTHS' },
      caveats: [
        { severity: 'CAUTION', text: 'A difference of two estimates: its margin is wider than that of either.' },
      ],
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { Caveat, SeriesSubject } from '@boroughgraph/kit/statistics/indicator.ts';
import { attitudeSurveyTable } from '../attitude-survey-table.ts';
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

/** A baseline is of all residents: a group of them has another. */
const isOfAll = ({ dimensions }: SeriesSubject) => Object.keys(dimensions).length === 0;

const sampled: readonly Caveat[] = [
  {
    severity: 'CAUTION',
    text: 'Rests on a sample: look at the limits. A quarter of a borough alone rests on too few people.',
  },
  {
    severity: 'CAUTION',
    text: 'The dashboard prints whole percentages, and neither how many were asked nor limits: a point or two between boroughs or quarters means nothing.',
  },
  {
    severity: 'INFO',
    text: 'Each figure covers the 12 months that end with its quarter, so that four in a row share most of their interviews.',
  },
];

const definitions = awaitedDataset({
  id: 'mopac-public-attitude-survey',
  title: 'Public Attitude Survey',
  publisher: mayorsOffice,
  description:
    'Interviews with residents aged 16 and over of the 32 boroughs of the Metropolitan Police: measures for each borough and for the force, of every quarter, each over the 12 months that end then.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'public-confidence',
      name: 'Confidence in the local police',
      alsoCalled: [
        'PAS',
        'good job',
        'confidence in the Met',
        'confidence in policing',
        'confidence',
        'public confidence',
        'trust and confidence',
        'satisfaction with police',
      ],
      definition:
        'Residents who say that the police in their area do an excellent or good job, in percent of those asked, over 12 months, in all and by ethnicity, sex and age.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metPlaces,
      baselines: confidenceBaselines.map((baseline) => ({ ...baseline, appliesTo: isOfAll })),
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [groups],
      caveats: sampled,
    },
    {
      id: 'public-attitude',
      name: 'Attitudes to the police',
      alsoCalled: ['PAS', 'Public Attitude Survey', 'fair treatment', 'perceptions of police', 'opinion of police'],
      definition:
        'Residents who agree with a statement about the police, in percent of those asked, over 12 months, by statement and by group of residents. "Not known" is left out.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [questions, groups],
      headline: { question: 'treats-everyone-fairly' },
      valuesAlsoCalled: {
        'trusts-the-metropolitan-police': [
          'trust in the police',
          'trust the police',
          'trust in the Met',
          'trust the Met',
          'faith in the police',
        ],
      },
      caveats: sampled,
    },
    {
      id: 'public-attitude-gap',
      awaitsFile: true,
      name: 'Gap in confidence between ethnic groups',
      alsoCalled: ['confidence gap', 'ethnic gap in confidence'],
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

export const dataset: DatasetDefinition = {
  ...definitions,
  licence: 'Open Government Licence v3.0',
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. Mayor's Office for Policing and Crime, Trust and confidence dashboard, London Datastore.",
  designation: 'RESEARCH',
  landingPage: 'https://data.london.gov.uk/dataset/mopac-surveys',
  formats: [attitudeSurveyTable(definitions.indicators)],
};

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { mayorsOffice } from '../../publishers.ts';
import { surveyPolicy } from '../../survey-policy.ts';

const questions = dimension('question', 'Question', [
  'Feels safe in the area',
  'Feels safe at school',
  'Has a good opinion of the police',
  'Knows someone who has carried a knife',
  'Would report a crime',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'youth-voice-survey',
  title: 'Youth Voice survey',
  publisher: mayorsOffice,
  description: 'What young Londoners say about safety and the police; for named users, since many are under 18.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Irregular',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'youth-voice',
      name: 'What young Londoners say',
      alsoCalled: ['Youth Voice survey', 'young people survey'],
      definition: 'Young Londoners aged 11 to 16 who agree with a statement, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [questions],
      headline: { question: 'feels-safe-in-the-area' },
    },
  ],
});

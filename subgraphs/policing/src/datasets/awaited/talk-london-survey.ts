import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { surveyPolicy } from '../../survey-policy.ts';

const questions = dimension('question', 'Question', [
  'Police do a good job',
  'Feels safe',
  'Antisocial behaviour is a problem',
  'Hate crime is a problem',
  'Knife crime is a problem',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'talk-london-survey',
  title: 'Talk London survey',
  publisher: 'the Greater London Authority',
  description: 'A consultation of members of an online panel who chose to take part. Not a sample of Londoners.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Once, autumn 2016',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'talk-london-opinion',
      name: 'Opinions on Talk London',
      alsoCalled: ['Talk London'],
      definition: 'Members of the Talk London panel who gave an answer, in percent of those who answered.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [questions],
      headline: { question: 'police-do-a-good-job' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Whoever wanted to answered: never compare it with the Public Attitude Survey, which asks a sample.',
        },
      ],
    },
  ],
});

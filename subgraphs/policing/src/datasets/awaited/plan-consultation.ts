import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { mayorsOffice } from '../../publishers.ts';
import { surveyPolicy } from '../../survey-policy.ts';

const goals = dimension('goal', 'Goal', [
  'Better police service',
  'Better criminal justice service',
  'Keeping children and young people safe',
  'Tackling violence against women and girls',
  'Standing together against hatred',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'plan-consultation',
  title: 'Consultation on the Police and Crime Plan',
  publisher: mayorsOffice,
  description: 'Answers to the consultations on the plans of 2017 and 2022.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Once a plan',
  disclosurePolicy: surveyPolicy,
  indicators: [
    {
      id: 'plan-consultation-agreement',
      name: 'Agreement with the draft plan',
      definition:
        'Those who answered the consultation and agree with a goal of the draft plan, in percent of those who answered.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [goals],
      caveats: [{ severity: 'DO_NOT_COMPARE', text: 'Whoever wanted to answered: it says nothing of all Londoners.' }],
    },
  ],
});

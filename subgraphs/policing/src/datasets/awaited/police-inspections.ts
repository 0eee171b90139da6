import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-inspections',
  title: 'Inspections of the police',
  publisher: "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
  description: 'Figures in inspections of the force. Grades are judgements in words, and are not here.',
  accessTier: 'OPEN',
  frequency: 'Irregular',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'inspectorate-victim-satisfaction',
      name: 'Victim satisfaction, as the inspectorate reports it',
      alsoCalled: ['HMICFRS', 'HMIC', 'PEEL'],
      definition:
        'Victims who were satisfied with the service of the police as a whole, in percent of those asked by the force for the Home Office.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: "Not the survey of the Mayor's Office: its questions and its victims are others.",
        },
      ],
    },
    {
      id: 'crime-recording-accuracy',
      name: 'Reported crime that was recorded',
      alsoCalled: ['crime data integrity', 'CDI', 'HMICFRS'],
      definition:
        'Crimes that the inspectors found reported and that were recorded as the rules ask, in percent of those reported: a sample, with its margin.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'CALENDAR_YEAR' },
    },
    {
      id: 'police-cost-per-resident',
      name: 'Cost of the police per resident',
      alsoCalled: ['value for money', 'cost of policing'],
      definition: 'Net revenue expenditure on the force for each resident, in pounds.',
      unit: 'POUNDS',
      valueType: 'MEAN',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        { severity: 'CAUTION', text: 'London has about a million commuters and visitors a day who are no residents.' },
      ],
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { flagsInConnect } from '../../breaks.ts';
import { metAlone } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

/** Source: Home Office, Crime outcomes in England and Wales, groups of outcome types. Type 0, not yet assigned, is none of them. */
const outcomes = dimension('outcome', 'Outcome', [
  'Charged or summonsed',
  'Out of court, formal',
  'Out of court, informal',
  'Taken into consideration',
  'Prosecution prevented or not in the public interest',
  'Evidential difficulties, victim supports',
  'Evidential difficulties, victim does not support',
  'No suspect identified',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'hate-crime-outcomes',
  title: 'Hate crime outcomes',
  publisher: mayorsOffice,
  description: 'What became of recorded hate crime.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'hate-crime-outcomes',
      name: 'Outcomes of hate crime',
      alsoCalled: ['hate crime detections', 'hate crime clear-up'],
      definition:
        'Outcomes that the police gave to hate crime in the year, whenever the offence was recorded. What has no outcome yet is not in it.',
      unit: 'OFFENCES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [outcomes],
      breaks: [flagsInConnect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Outcomes of a year belong in part to offences of earlier years: a rate on them may pass 100%.',
        },
      ],
    },
    {
      id: 'hate-crime-sanction-detection-rate',
      name: 'Sanction detection rate of hate crime',
      alsoCalled: ['hate crime detection rate', 'hate crime solved'],
      definition:
        'Hate crime that ended in a charge, summons, caution, penalty notice or offence taken into consideration in the year, in percent of hate crime recorded in it.',
      unit: 'PERCENT',
      // Outcomes of the year belong in part to offences of earlier years.
      possible: { high: Number.MAX_SAFE_INTEGER },
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      breaks: [flagsInConnect],
      caveats: [{ severity: 'CAUTION', text: 'Not a share of the same offences: it may pass 100%.' }],
    },
  ],
});

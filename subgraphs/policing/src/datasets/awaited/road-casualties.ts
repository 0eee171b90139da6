import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const severities = dimension('severity', 'Severity', ['Killed', 'Seriously injured']);
const kinds = dimension('kind', 'Kind', [
  'Speeding',
  'Mobile phone',
  'Drink or drugs',
  'No insurance',
  'Red light',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'road-casualties',
  title: 'Road casualties and enforcement',
  publisher: 'Transport for London',
  description:
    'People killed or seriously injured on roads by borough and year, whatever their age, and what was done about offences of road users. Children alone, of three years together, are in the dataset road-safety.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'road-casualties',
    description:
      'Nothing is withheld: Transport for London publishes casualties of every borough by severity, small counts included. They say nothing of who was hurt.',
  },
  indicators: [
    {
      id: 'road-casualties',
      name: 'People killed or seriously injured on roads',
      alsoCalled: [
        'KSI',
        'road deaths',
        'road accidents',
        'traffic accidents',
        'car crashes',
        'killed or seriously injured',
        'Vision Zero',
        'collisions',
      ],
      definition: 'People killed, or seriously injured, in collisions on public roads that the police recorded.',
      unit: 'CASUALTIES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [severities],
      caveats: [
        {
          severity: 'CAUTION',
          text: "Since autumn 2016 injuries are graded by a list of injuries in place of an officer's opinion: more are serious than before.",
        },
      ],
    },
    {
      id: 'road-traffic-enforcement',
      name: 'Road traffic enforcement',
      alsoCalled: ['speeding', 'traffic offences', 'fines', 'FPN', 'drink driving'],
      definition: 'Offences of road users that the police, Transport for London and boroughs dealt with, by kind.',
      unit: 'OFFENCES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [kinds],
    },
  ],
});

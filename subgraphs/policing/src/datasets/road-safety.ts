import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';

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
  id: 'road-safety',
  title: 'Road casualties and enforcement',
  publisher: 'Transport for London',
  description: 'People killed or injured on roads, and what the police did about it.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'road-casualties',
      name: 'People killed or seriously injured on roads',
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

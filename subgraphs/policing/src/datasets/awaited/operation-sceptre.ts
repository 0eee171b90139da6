import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'operation-sceptre',
  title: 'Operation Sceptre',
  publisher: metropolitanPolice,
  description: 'What the police did against knives, month by month. The list of people who carry knives is never here.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'weapon-sweeps',
      name: 'Weapon sweeps',
      alsoCalled: ['Operation Sceptre', 'knife sweeps'],
      definition: 'Searches of public places for hidden weapons.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
    },
    {
      id: 'knives-seized',
      name: 'Knives seized',
      alsoCalled: ['Operation Sceptre', 'knives recovered', 'seized knives'],
      definition: 'Knives that were found or seized.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
    },
    {
      id: 'weapon-arrests',
      name: 'Arrests for knives',
      alsoCalled: ['Operation Sceptre', 'knife arrests'],
      definition: 'Arrests for possessing or using a knife. By borough they are for named users.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      // It counts people, and in a borough and month few of them.
      restrictedCuts: [{ areaTypes: ['BOROUGH'], periodTypes: ['MONTH'] }],
      caveats: [
        { severity: 'CAUTION', text: 'More activity finds more knives: it does not say that more are carried.' },
      ],
    },
  ],
});

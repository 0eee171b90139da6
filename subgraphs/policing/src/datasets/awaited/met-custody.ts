import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-custody',
  title: 'Police custody',
  publisher: metropolitanPolice,
  description: 'Detentions in police custody; for named users. The records of custody stay with the police.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  relations: [
    {
      kind: 'subset',
      whole: { indicator: 'police-custody-detentions' },
      part: { indicator: 'children-in-police-custody' },
    },
  ],
  indicators: [
    {
      id: 'police-custody-detentions',
      name: 'Detentions in police custody',
      alsoCalled: ['custody', 'arrests', 'detainees', 'police cells', 'people arrested'],
      definition:
        'Detentions authorised in custody suites of the Metropolitan Police in the quarter. A person may be detained more than once.',
      unit: 'DETENTIONS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      siteKind: 'custody-suite',
      grid: { type: 'QUARTER' },
    },
    {
      id: 'children-in-police-custody',
      name: 'Children detained in police custody',
      alsoCalled: [
        'children in cells',
        'kids in custody',
        'under 18s in custody',
        'youth custody',
        'juveniles arrested',
      ],
      definition: 'Detentions of people under 18 in custody suites of the Metropolitan Police in the quarter.',
      unit: 'DETENTIONS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      siteKind: 'custody-suite',
      grid: { type: 'QUARTER' },
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const spans = dimension('boroughs', 'Boroughs in which they offended', ['One', 'Two', 'Three or more']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'repeat-domestic-abuse-offenders',
  title: 'Repeat domestic abuse offenders',
  publisher: metropolitanPolice,
  description: 'How large the cohort of repeat offenders is; for named users. Who is in it is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'repeat-domestic-abuse-offenders',
      name: 'Repeat domestic abuse offenders',
      alsoCalled: ['Dauntless', 'serial perpetrators', 'DA offenders'],
      definition:
        'Offenders with three or more victims of domestic abuse in three years, on the last day of the quarter.',
      unit: 'OFFENDERS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [spans],
      caveats: [
        { severity: 'CAUTION', text: 'Many offend in several boroughs: there is no count by borough that adds up.' },
      ],
    },
  ],
});

import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const categories = dimension('category', 'Category', [
  'Registered sexual offenders',
  'Violent and other sexual offenders',
  'Other dangerous offenders',
]);
const levels = dimension('level', 'Level', ['Level 1', 'Level 2', 'Level 3']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mappa-annual-report',
  title: 'Multi-agency public protection: annual report',
  publisher: 'the London MAPPA Strategic Management Board',
  description:
    'Offenders managed under the arrangements, for London as a whole, from the annual report that the law asks for.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'mappa-offenders',
      name: 'Offenders under public protection arrangements',
      alsoCalled: ['MAPPA', 'sex offenders', 'violent offenders', 'multi-agency public protection'],
      definition: 'Offenders managed in London on 31 March, by category and level.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [categories, levels],
      caveats: [
        {
          severity: 'INFO',
          text: 'Category and level of management are those of section 325 of the Criminal Justice Act 2003.',
        },
      ],
    },
  ],
});

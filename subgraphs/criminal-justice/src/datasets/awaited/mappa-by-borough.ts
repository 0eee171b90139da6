import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const levels = dimension('level', 'Level', ['Level 1', 'Level 2', 'Level 3']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mappa-by-borough',
  title: 'Multi-agency public protection by borough',
  publisher: 'the London MAPPA Strategic Management Board',
  description: 'The same by borough; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  relations: [
    {
      kind: 'same',
      figure: { indicator: 'mappa-offenders-by-borough' },
      other: { indicator: 'mappa-offenders', dataset: 'mappa-annual-report' },
    },
  ],
  indicators: [
    {
      id: 'mappa-offenders-by-borough',
      name: 'Offenders under public protection arrangements, by borough',
      alsoCalled: ['MAPPA by borough'],
      definition: 'Offenders managed by the teams of a borough on 31 March, by level.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [levels],
      caveats: [
        {
          severity: 'INFO',
          text: 'Category and level of management are those of section 325 of the Criminal Justice Act 2003.',
        },
      ],
    },
  ],
});

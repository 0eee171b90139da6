import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'youth-offending-teams',
  title: 'Youth offending teams',
  publisher: 'London boroughs',
  description: 'The work of youth offending teams; for named users. Who they work with is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'youth-offending-team-caseload',
      name: 'Children supervised by the youth offending team',
      alsoCalled: ['YOT', 'YOS', 'youth offending service', 'youth justice service'],
      definition: 'Children with an open intervention on the last day of the quarter.',
      unit: 'CHILDREN',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
    {
      id: 'youth-offending-team-staff',
      name: 'Staff of the youth offending team',
      definition: 'Posts in full-time equivalents, filled or not, on 31 March.',
      unit: 'POSTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'youth-offending-team-reoffending',
      name: 'Reoffending of children supervised',
      definition:
        'Children of the cohort whom the team knows to have offended again within a year, in percent. Not the series of the Police National Computer.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

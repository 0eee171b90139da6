import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const themes = dimension('theme', 'Theme', [
  'Child sexual exploitation',
  'Missing children',
  'Indecent images',
  'Section 47 enquiries',
]);
const grades = dimension('grade', 'Grade', ['Good', 'Requires improvement', 'Inadequate']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'child-safeguarding-audit',
  title: 'Child safeguarding audit',
  publisher: metropolitanPolice,
  description: 'How well cases with children were handled, by the method of the inspectorate; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'child-safeguarding-audit',
      name: 'Child safeguarding cases by grade of the audit',
      definition: 'Cases in the audit with a grade, in percent of the cases audited on the theme.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [themes, grades],
      headline: { grade: 'good' },
    },
  ],
});

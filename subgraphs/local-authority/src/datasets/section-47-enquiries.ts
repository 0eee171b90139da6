import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'section-47-enquiries',
  title: 'Section 47 enquiries',
  publisher: 'the Department for Education',
  description: 'Enquiries under the Children Act 1989, from the children in need census.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  indicators: [
    {
      id: 'section-47-enquiries',
      name: 'Section 47 enquiries',
      definition:
        'Enquiries that began in the year under section 47 of the Children Act 1989, because a child may be suffering significant harm. A child may have more than one.',
      unit: 'ENQUIRIES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
    },
    {
      id: 'section-47-enquiries-rate',
      name: 'Section 47 enquiries per 10,000 children',
      definition: 'Enquiries that began in the year for each 10,000 residents aged 0 to 17.',
      unit: 'PER_10000',
      // Residents of the mid-year before. Source: Department for Education, Children in need, methodology.
      base: { dataset: 'children-population', indicator: 'children-population', monthsBefore: 9 },
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
    },
  ],
});

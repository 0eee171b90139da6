import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const kinds = dimension('kind', 'Kind', ['Section 42', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'safeguarding-adults',
  title: 'Safeguarding adults',
  publisher: 'the Department of Health and Social Care',
  description: 'Concerns and enquiries under the Care Act 2014.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['sac-0-4-round-5'],
  indicators: [
    {
      id: 'adult-safeguarding-concerns',
      name: 'Adult safeguarding concerns',
      alsoCalled: ['adult abuse', 'SAC', 'elder abuse', 'vulnerable adults', 'safeguarding adults'],
      definition: 'Concerns raised in the year about the safety of an adult with care and support needs.',
      unit: 'EPISODES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Some councils treat every concern as an enquiry: shares of the two are not comparable.',
        },
      ],
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
    },
    {
      id: 'adult-safeguarding-enquiries',
      name: 'Adult safeguarding enquiries',
      alsoCalled: ['section 42', 's42', 'safeguarding adults enquiries', 'adult abuse enquiries'],
      definition: 'Enquiries that began in the year under section 42 of the Care Act 2014, and others.',
      unit: 'ENQUIRIES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [kinds],
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
    },
  ],
});

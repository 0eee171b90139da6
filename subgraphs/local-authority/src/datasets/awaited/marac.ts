import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const kinds = dimension('conference', 'Conference', ['Domestic violence', 'Community']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'marac',
  title: 'Multi-Agency Risk Assessment Conferences',
  publisher: 'London boroughs, through SafeLives',
  description: 'Conferences on victims at high risk of domestic abuse; for named users. Cases are never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  relations: [
    { kind: 'statistic', statistic: { indicator: 'marac-cases-rate' }, count: { indicator: 'marac-cases' } },
    { kind: 'statistic', statistic: { indicator: 'marac-repeat-rate' }, count: { indicator: 'marac-cases' } },
  ],
  indicators: [
    {
      id: 'marac-cases',
      name: 'Cases at risk assessment conferences',
      alsoCalled: ['MARAC', 'MARACs', 'high-risk domestic abuse', 'multi-agency risk assessment conference'],
      definition:
        'Cases that a Multi-Agency Risk Assessment Conference discussed in the quarter. A case is one victim at high risk of domestic abuse by the local threshold, with those who abuse the victim.',
      unit: 'CASES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      dimensions: [kinds],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Thresholds are local. About 40 cases for each 10,000 women are expected: far fewer may mean few referrals.',
        },
      ],
    },
    {
      id: 'marac-cases-rate',
      name: 'Cases at risk assessment conferences per 10,000 women',
      alsoCalled: ['MARAC rate'],
      definition:
        'Cases that a Multi-Agency Risk Assessment Conference discussed in the quarter for each 10,000 resident women aged 16 and over.',
      unit: 'PER_10000',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'marac-repeat-rate',
      name: 'Repeat cases at risk assessment conferences',
      alsoCalled: ['MARAC repeats'],
      definition:
        'Cases with a further incident within 12 months of the last referral, reported by any agency, in percent of cases of the quarter.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'marac-children',
      name: 'Children in households of risk assessment conferences',
      alsoCalled: ['children at MARAC'],
      definition: 'Children in the households of the cases of the quarter.',
      unit: 'CHILDREN',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'section-136-nhs',
  title: 'Detentions under section 136: NHS',
  publisher: 'NHS England',
  description: 'Detentions as mental health trusts count them; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['hes-1-7-round-5'],
  indicators: [
    {
      id: 'section-136-detentions-nhs',
      name: 'Detentions under section 136, by the NHS',
      alsoCalled: ['s136', 'section 136', 'sectioned', 'mental health detention', 'Mental Health Act'],
      definition: 'Detentions under section 136 of the Mental Health Act 1983 that mental health trusts recorded.',
      unit: 'DETENTIONS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Police and NHS count detentions by different rules: for the same year one counted half as many again as the other. Never merge or add them.',
        },
      ],
    },
    {
      id: 'section-136-wait',
      name: 'Wait for a place of safety',
      definition: 'Median hours from detention under section 136 to arrival at a health based place of safety.',
      unit: 'HOURS',
      valueType: 'MEDIAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

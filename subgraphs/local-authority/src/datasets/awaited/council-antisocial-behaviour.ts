import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'council-antisocial-behaviour',
  title: 'Antisocial behaviour: councils',
  publisher: 'London boroughs',
  description: 'Reports to councils and notices they made; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'council-antisocial-behaviour-reports',
      name: 'Antisocial behaviour reported to councils',
      alsoCalled: ['ASB', 'council ASB', 'anti-social behaviour', 'noise complaints', 'nuisance'],
      definition: 'Reports of antisocial behaviour that the council took in the quarter.',
      unit: 'REPORTS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'The police count what is reported to them: the two overlap in part, and are never added.',
        },
      ],
    },
    {
      id: 'community-protection-notices',
      name: 'Community Protection Notices',
      alsoCalled: ['CPN', 'ASB powers'],
      definition: 'Notices that the council or the police made in the quarter.',
      unit: 'ORDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
    },
  ],
});

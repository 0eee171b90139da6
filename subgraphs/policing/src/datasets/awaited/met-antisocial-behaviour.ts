import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const kinds = dimension('kind', 'Kind', ['Personal', 'Nuisance', 'Environmental']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-antisocial-behaviour',
  title: 'Antisocial behaviour',
  publisher: metropolitanPolice,
  description: 'Calls about antisocial behaviour that the police closed as such.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'antisocial-behaviour-incidents',
      name: 'Antisocial behaviour',
      alsoCalled: ['ASB', 'anti-social behaviour', 'nuisance', 'rowdy behaviour', 'noisy neighbours'],
      definition:
        'Incidents reported to the Metropolitan Police and closed as antisocial behaviour, by kind. They are not offences, and are not in recorded crime.',
      unit: 'INCIDENTS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      dimensions: [kinds],
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Councils count what is reported to them: the two overlap in part, and are never added.',
        },
      ],
    },
  ],
});

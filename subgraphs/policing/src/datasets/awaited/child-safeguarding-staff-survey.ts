import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

/** To be agreed with the file: the questions were not published. */
const challenges = dimension('challenge', 'Challenge', [
  'Recognising risk',
  'Working with partners',
  'Recording',
  'Workload',
  'Training',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'child-safeguarding-staff-survey',
  title: 'Child safeguarding staff survey',
  publisher: metropolitanPolice,
  description:
    'What officers and staff find hard in their work with vulnerable children; one survey in March 2017, for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Once',
  disclosurePolicy: disclosurePolicies['under-10-respondents'],
  indicators: [
    {
      id: 'staff-challenges-with-vulnerable-children',
      name: 'Staff who meet challenges with vulnerable children',
      definition:
        'Officers and staff who name a challenge in dealing with vulnerable children, in percent of those who answered.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'MONTH' },
      dimensions: [challenges],
      headline: { challenge: 'recognising-risk' },
    },
  ],
});

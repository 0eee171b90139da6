import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'drug-intervention',
  title: 'Drug testing on arrest and drug interventions',
  publisher: 'the Metropolitan Police Service and London boroughs',
  description: 'Tests in custody, and what came of them; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies['ndtms-under-5'],
  indicators: [
    {
      id: 'drug-tests-on-arrest',
      name: 'Drug tests on arrest',
      alsoCalled: ['DIP', 'drug testing', 'test on arrest'],
      definition: 'Tests of people in custody in the quarter for heroin, cocaine or crack.',
      unit: 'TESTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'drug-test-positive-rate',
      name: 'Drug tests that were positive',
      definition: 'Tests in the quarter that were positive, in percent.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'drug-intervention-referrals',
      name: 'Referrals to drug treatment after a test',
      alsoCalled: ['DIP', 'drug treatment', 'rehab', 'NDTMS'],
      definition: 'Referrals to an assessment for treatment after a positive test in the quarter.',
      unit: 'REFERRALS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_PATIENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
    },
  ],
});

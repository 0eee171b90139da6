import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'prolific-offenders-study',
  title: 'Study of prolific offenders',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'A study of 4,000 offenders, quoted in the plan of 2017.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Once',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'prolific-offender-arrests',
      name: 'Arrests per prolific offender',
      definition: 'Mean number of arrests of an offender of the study.',
      unit: 'ITEMS',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
    },
    {
      id: 'prolific-offender-convictions',
      name: 'Convictions per prolific offender',
      definition: 'Mean number of convictions of an offender of the study.',
      unit: 'OUTCOMES',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
    },
    {
      id: 'prolific-offender-cost',
      name: 'Cost of prolific offenders',
      definition: 'Estimated cost to London of the offenders of the study, in cash.',
      unit: 'POUNDS',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
    },
  ],
});

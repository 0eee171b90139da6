import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const agencies = dimension('agency', 'Agency', ['Police', 'Crown Prosecution Service', 'Courts', 'Probation']);
const rights = dimension('right', 'Right', [
  'Needs assessment',
  'Information',
  'Victim personal statement',
  'Review of a decision',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'victims-code',
  title: "Compliance with the Victims' Code",
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'How far agencies give victims what the code promises.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'victims-code-compliance',
      name: "Compliance with the Victims' Code",
      alsoCalled: ["Victims' Code", 'VCOP', 'victims rights', 'code of practice for victims'],
      definition: 'Cases in which the agency gave the victim what the code promises, in percent of those reviewed.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [agencies, rights],
    },
    {
      id: 'victim-updates-within-28-days',
      name: 'Victims told of progress within 28 days',
      definition: 'Complainants and victims who were told of progress within 28 days, in percent of those due.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});

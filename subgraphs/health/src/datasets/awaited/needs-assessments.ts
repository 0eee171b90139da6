import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const needs = dimension('need', 'Kind of abuse', ['Child sexual exploitation', 'Sexual violence', 'Domestic violence']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'needs-assessments',
  title: 'Needs assessments of abuse',
  publisher: "the Mayor's Office for Policing and Crime and NHS England",
  description: 'Estimates of how many Londoners are victims, from three needs assessments.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Irregular',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'estimated-victims-of-abuse',
      name: 'Estimated victims of abuse',
      definition:
        'Londoners estimated to be victims in a year, by kind of abuse: national prevalence applied to the residents of London.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [needs],
      headline: { need: 'domestic-violence' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'An estimate, not a count. A value of "an average borough" is the London figure shared out: no borough was measured.',
        },
      ],
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { interactiveToolTable, threeYears } from '@boroughgraph/kit/datasets/interactive-tool-table.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const definitions = awaitedDataset({
  id: 'road-safety',
  title: 'Children hurt on roads',
  publisher: 'the Department for Education',
  description:
    'Children killed or seriously injured on roads by borough, of three years together, which the Local Authority Interactive Tool of the Department republished until 2022 from the Office for Health Improvement and Disparities and the Department for Transport.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'road-safety',
    description:
      'Nothing is withheld beyond what the publisher leaves out: it gives rates over three years, never a count of children, and none where there were too few.',
  },
  indicators: [
    {
      id: 'children-killed-or-seriously-injured-rate',
      name: 'Children killed or seriously injured on roads',
      alsoCalled: [
        'KSI',
        'child road casualties',
        'children hurt on roads',
        'road accidents',
        'road deaths',
        'child road deaths',
        'road safety',
        'traffic accidents',
      ],
      definition:
        'Children aged 0 to 15 killed or seriously injured on roads for each 100,000 residents of that age, of three calendar years together, as published.',
      unit: 'PER_100000',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'POOLED_3_YEARS' },
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Windows of three years overlap, and few children are hurt in one borough: a difference between two windows or boroughs may be chance.',
        },
        {
          severity: 'CAUTION',
          text: "Since autumn 2016 injuries are graded by a list of injuries in place of an officer's opinion: more are serious than before.",
        },
      ],
    },
  ],
});

const rate = definitions.indicators.find(({ id }) => id === 'children-killed-or-seriously-injured-rate');

export const dataset: DatasetDefinition = {
  ...definitions,
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Transport; Office for Health Improvement and Disparities; Department for Education, Local Authority Interactive Tool.',
  designation: 'OFFICIAL_STATISTICS',
  landingPage: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
  formats: [interactiveToolTable("children's road casualties", { RTA: { indicator: rate, periodOf: threeYears } })],
};

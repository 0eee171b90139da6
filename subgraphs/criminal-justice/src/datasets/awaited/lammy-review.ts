import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const stages = dimension('stage', 'Stage', [
  'Arrest',
  'Charge',
  'Remand in custody',
  'Trial in the Crown Court',
  'Conviction',
  'Custody',
]);
const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'Chinese and other']);
const sexes = dimension('sex', 'Sex', ['Female', 'Male']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'lammy-review',
  title: 'Lammy Review',
  publisher: 'the Lammy Review and the Ministry of Justice',
  description: 'Disproportionality in the justice system of England and Wales.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Once',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'relative-rate-by-ethnicity',
      name: 'Relative rate by ethnicity',
      alsoCalled: ['Lammy Review', 'racial disparity', 'disproportionality in courts', 'race and sentencing'],
      definition:
        'How often something happens to defendants of an ethnic group, over how often it happens to White defendants of the same sex: 1 where it is as often.',
      unit: 'RATIO',
      // How many times as much has no upper end.
      possible: { low: 0 },
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['COUNTRY'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [stages, ethnicities, sexes],
      headline: { stage: 'custody', ethnicity: 'black', sex: 'male' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Of England and Wales: no value of London, and none of a borough or a court.',
        },
      ],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const streams = dimension('stream', 'Stream', ['Direct', 'Co-commissioned']);

/** Themes of the Plan that the fund pays for. Source: Police and Crime Plan 2017-21, its parts. */
const themes = dimension('theme', 'Theme', [
  'Neighbourhood safety',
  'Criminal justice',
  'Children and young people',
  'Violence against women and girls',
  'Hatred and intolerance',
]);

/** Projects that the Plan names, and all others. Source: Police and Crime Plan 2017-21, case studies of the fund. */
const projects = dimension('project', 'Project', [
  'Beth Centre',
  'Serious youth violence in Waltham Forest',
  'Trauma-informed youth offending work',
  'Angelou partnership',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'crime-prevention-fund',
  title: 'London Crime Prevention Fund',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'Grants to boroughs and to joint projects.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'crime-prevention-fund-awards',
      name: 'Awards of the London Crime Prevention Fund',
      alsoCalled: ['LCPF', 'London Crime Prevention Fund', 'grants'],
      definition: "Grants of the Mayor's Office for the year, in cash: to the borough, or to joint work of several.",
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [streams, themes, projects],
    },
  ],
});

import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { workforceRoles as roles } from '../workforce-roles.ts';
import { workforceSource, workforceTable } from '../workforce-table.ts';

const wholeForces =
  'Nothing is withheld: the Home Office publishes the workforce of each force in full. Counts are of all who work for a force, by role.';

const definitions = awaitedDataset({
  id: 'met-workforce',
  title: 'Police workforce',
  publisher: 'the Home Office',
  description:
    'Officers, community support officers and staff of the two forces of London at the end of March and September, in people and, for officers, in full-time equivalents. How far the workforce resembles London is in the dataset workforce-representation.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: { ...disclosurePolicies.none, id: 'home-office-workforce', description: wholeForces },
  indicators: [
    {
      id: 'police-workforce',
      name: 'Police workforce',
      alsoCalled: ['headcount', 'number of police', 'police numbers', 'workforce'],
      valuesAlsoCalled: { 'community-support-officers': ['PCSO', 'PCSOs'], 'police-staff': ['police staff'] },
      definition: 'People who work for a police force on the day, by role: heads, whether full-time or part-time.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['POLICE_FORCE_AREA'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [roles],
      headline: { role: 'police-officers' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Constables, firearms officers and those in Safer Neighbourhoods are police officers too.',
        },
      ],
    },
    {
      id: 'police-officers-full-time-equivalent',
      name: 'Police officers in full-time equivalents',
      alsoCalled: [
        'FTE',
        'police officer numbers',
        'police strength',
        'how many police',
        'officer strength',
        'police numbers',
      ],
      definition:
        'Police officers of a force on the day, each as the part of full hours for which the officer is paid: two who work half make one. Not a count of people.',
      unit: 'OFFICERS',
      decimals: 1,
      possible: { isWhole: false },
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['POLICE_FORCE_AREA'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});

const role = (value: string) => ({ indicator: 'police-workforce', dimensions: { role: value } });

export const dataset: DatasetDefinition = {
  ...definitions,
  ...workforceSource,
  formats: [
    workforceTable(definitions.indicators, {
      'Police officers': role('police-officers'),
      'Police staff': role('police-staff'),
      'Police community support officers': role('community-support-officers'),
      'Special constables': role('special-constables'),
      'Police officers (FTE)': { indicator: 'police-officers-full-time-equivalent' },
    }),
  ],
};

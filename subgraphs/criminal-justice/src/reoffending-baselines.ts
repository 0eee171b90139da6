import type { Baseline, Remark } from '@boroughgraph/kit/statistics/indicator.ts';

const london = 'E12000007';

const cohortsOfOld =
  'The document is older than the change of October 2017 in how cohorts are drawn: its figure is of cohorts of another kind.';
const plan = 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168)';

/** What frameworks state as starting points, each with the age group that it names. */
export const reoffendingBaselines: readonly Remark<Baseline>[] = [
  {
    value: 24,
    framework: 'police-and-crime-plan-2017-21',
    measure: 'f17-cohort-offending',
    text: '24 per cent of all offenders reoffending within a year of ending their sentence',
    source: `${plan}, line 1377 of the text extract`,
    area: london,
    notComparableBecause: cohortsOfOld,
    appliesTo: ({ dimensions }) => dimensions['age-group'] === undefined,
  },
  {
    value: 24,
    framework: 'met-business-plan-2017-18',
    measure: 'm17-cohort-offending',
    text: 'The overall adult re-offending rate in London is 24 per cent, similar to the national level, with an average of three re-offences for each re-offender',
    source: 'Business Plan 2017-18 (Metropolitan Police Service), line 952 of the text extract',
    area: london,
    notComparableBecause: cohortsOfOld,
    appliesTo: ({ dimensions }) => dimensions['age-group'] === 'adult',
  },
  {
    value: 43,
    framework: 'commitments-2017-21',
    measure: 'c-youth-reoffending',
    text: "currently 43 per cent of London's young offenders reoffend within one year of ending their sentence",
    source: `${plan}, line 1666 of the text extract`,
    area: london,
    notComparableBecause: cohortsOfOld,
    appliesTo: ({ dimensions }) => dimensions['age-group'] === 'juvenile',
  },
];

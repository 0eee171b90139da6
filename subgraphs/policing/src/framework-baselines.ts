import type { Baseline, Remark } from '@boroughgraph/kit/statistics/indicator.ts';

/*
 * Where frameworks say that what the police are measured by started. What documents contradict stands side by side, and each
 * says why it cannot be held against the series where it comes from another instrument.
 */

const london = 'E12000007';
const metropolitanArea = 'E23000001';
const plan2017 = 'police-and-crime-plan-2017-21';
const businessPlan = (lines: string) =>
  `Business Plan 2017-18 (Metropolitan Police Service), ${lines} of the text extract`;
const impactAssessment = (line: number) =>
  `Integrated Impact Assessment of the Police and Crime Plan 2017-21 (Mayoral decision PCD 168), line ${line} of the text extract`;

/** Confidence in the local police, by the Public Attitude Survey, and once by a panel of volunteers. */
export const confidenceBaselines: readonly Baseline[] = [
  {
    value: 62,
    framework: 'police-and-crime-plan-2013-16',
    measure: 'f13-confidence',
    text: 'public confidence in the MPS from 62%',
    source:
      "Draft Police and Crime Plan for consultation (Mayor's Office for Policing and Crime, January 2013), line 262 of the text extract",
    area: london,
  },
  {
    value: 69,
    framework: plan2017,
    measure: 'f17-public-perception',
    text: '69 per cent of Londoners think the Met … is doing a good job in their area',
    source: businessPlan('lines 187-189'),
    area: london,
  },
  {
    value: 42,
    framework: plan2017,
    measure: 'f17-public-perception',
    text: 'Confidence in policing is 42% (much lower than PAS 69%)',
    source: 'Talk London Survey, November 2016 (Mayoral decision PCD 168), line 173 of the text extract',
    area: london,
    notComparableBecause:
      'The baseline comes from a panel of volunteers, not from the sample of residents that the Public Attitude Survey asks.',
  },
];

/** Satisfaction of victims, by the User Satisfaction Survey, and once by a survey of another instrument. */
export const victimSatisfactionBaselines: readonly Remark<Baseline>[] = [
  {
    value: 78,
    framework: plan2017,
    measure: 'f17-victim-satisfaction',
    text: '78 per cent of victims are satisfied',
    source: businessPlan('line 189'),
    area: london,
    appliesTo: ({ dimensions }) => Object.keys(dimensions).length === 0,
  },
  {
    value: 90.3,
    framework: plan2017,
    measure: 'f17-victim-satisfaction',
    text: '90.3 per cent of victims were satisfied over the past year',
    source: businessPlan('line 901'),
    area: london,
    notComparableBecause: 'The baseline comes from another survey than the User Satisfaction Survey.',
    appliesTo: ({ dimensions }) => Object.keys(dimensions).length === 0,
  },
];

/** The gap in satisfaction between ethnic groups, in points though the document prints a percentage. */
export const satisfactionGapBaselines: readonly Baseline[] = [
  {
    value: 5.7,
    framework: plan2017,
    measure: 'f17-inequality-gap',
    text: 'London BAME Gap … Victim Satisfaction … 5.7%',
    source: businessPlan('lines 904-905'),
    area: london,
  },
];

/** The gap in confidence between ethnic groups, in points though the document prints a percentage. */
export const confidenceGapBaselines: readonly Baseline[] = [
  {
    value: 4.4,
    framework: plan2017,
    measure: 'f17-inequality-gap',
    text: 'London BAME Gap … Police do a good job … 4.4%',
    source: businessPlan('lines 904-912'),
    area: london,
  },
];

/** Offences with a knife in a year. */
export const knifeCrimeBaselines: readonly Remark<Baseline>[] = [
  {
    value: 11_067,
    framework: plan2017,
    measure: 'f17-knife-crime-volume',
    text: 'In 2016 there were 11,067 knife crime offences in London',
    source: businessPlan('line 341'),
    area: metropolitanArea,
    isOfYear: true,
    appliesTo: ({ dimensions }) => Object.keys(dimensions).length === 0,
  },
];

/** Hate crime in a year, counted twice: by offences, and by flags of which one offence may carry several. */
export const hateCrimeBaselines: readonly Remark<Baseline>[] = [
  {
    value: 18_341,
    framework: plan2017,
    measure: 'f17-hate-reporting',
    text: 'in the twelve months to September 2016 when compared to the previous year, from 15,004 offences to 18,341',
    source: impactAssessment(443),
    area: metropolitanArea,
    isOfYear: true,
    appliesTo: ({ dimensions }) => Object.keys(dimensions).length === 0,
  },
  {
    value: 19_283,
    framework: plan2017,
    measure: 'f17-hate-reporting',
    text: 'Total (categories below are not mutually exclusive so one crime may be flagged in two categories) 16,056 19,283 +20%',
    source: businessPlan('line 449'),
    area: metropolitanArea,
    isOfYear: true,
    notComparableBecause: 'The baseline adds up flags, of which one offence may carry several.',
    appliesTo: ({ dimensions }) => Object.keys(dimensions).length === 0,
  },
];

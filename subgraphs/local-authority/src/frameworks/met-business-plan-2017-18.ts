import * as baseline from './baselines.ts';
import { businessPlan } from './documents.ts';
import { framework, measuresOf } from './framework.ts';
import { milestonesOfPolicing } from './met-milestones-policing.ts';
import { milestonesOfSafety } from './met-milestones-safety.ts';
import { milestonesOfSupport } from './met-milestones-support.ts';

const policeService = measuresOf({ theme: 'police service', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'm17-victim-satisfaction',
    wording: "Victim satisfaction with our service (from MOPAC's User Satisfaction Survey)",
    source: businessPlan('1428'),
    baselines: baseline.victimSatisfaction,
  },
  {
    id: 'm17-public-perception',
    wording: "Public perception towards the Met (from MOPAC's Public Attitude Survey)",
    source: businessPlan('1429'),
    baselines: baseline.publicPerception,
  },
  {
    id: 'm17-inequality-gap',
    wording: 'Reducing inequalities in satisfaction and perception (from the two surveys above)',
    source: businessPlan('1430'),
    polarity: 'SMALLER_GAP_IS_GOOD',
    baselines: baseline.inequalityGap,
  },
  {
    id: 'm17-representative',
    wording: 'A more representative police force (based on recruitment data)',
    source: businessPlan('1431'),
    baselines: baseline.representativeWorkforce,
  },
  {
    id: 'm17-fair-treatment',
    wording: 'Officers and staff treated with fairness and respect by colleagues (from our staff survey)',
    source: businessPlan('1432'),
  },
  {
    id: 'm17-staff-engagement',
    wording:
      'Increase in staff engagement score in all Operational Command Units with 10 or more respondents in the staff survey',
    source: businessPlan('1433'),
  },
]);

const criminalJustice = measuresOf({ theme: 'criminal justice' }, [
  {
    id: 'm17-victims-code',
    wording: 'Improving service for victims (through compliance with the Code of Practice for Victims of Crime)',
    source: businessPlan('1437'),
    polarity: 'HIGH_IS_GOOD',
  },
  {
    id: 'm17-cohort-offending',
    wording: 'Reducing offending behaviours of targeted cohorts',
    source: businessPlan('1438'),
    polarity: 'LOW_IS_GOOD',
    baselines: baseline.cohortOffending,
    collection: 'COLLECTED',
  },
]);

const children = measuresOf({ theme: 'children', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'm17-young-victims',
    wording: "Reducing young people's chances of becoming victims of crime",
    source: businessPlan('1442'),
    baselines: baseline.youngVictims,
  },
  {
    id: 'm17-first-time-entrants',
    wording: 'Reducing the number of first-time entrants to the Criminal Justice service',
    source: businessPlan('1443'),
    baselines: baseline.firstTimeEntrants,
  },
  {
    id: 'm17-knife-volume-repeat',
    wording: 'Reducing the number of knife crimes - by volume and numbers of repeat victims',
    source: businessPlan('1444'),
    baselines: baseline.knifeCrimeVolume,
  },
  {
    id: 'm17-gun-crime',
    wording: 'Reducing the number of gun crimes (including discharges)',
    source: businessPlan('1445'),
    baselines: baseline.gunCrime,
  },
  {
    id: 'm17-cse-reporting',
    wording: 'Encouraging more victims of child sexual exploitation to come forward and report',
    source: businessPlan('1446'),
    polarity: 'REPORTING_VOLUME',
    baselines: baseline.exploitationReporting,
  },
]);

const women = measuresOf({ theme: 'VAWG', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'm17-vawg-reporting',
    wording:
      "Encouraging more victims of domestic abuse, sexual violence, and harmful practices (such as female genital mutilation, 'honour based' violence and forced marriage) to come forward",
    source: businessPlan('1450'),
    polarity: 'REPORTING_VOLUME',
    baselines: [...baseline.domesticAbuseReporting, ...baseline.sexualViolenceReporting],
  },
  {
    id: 'm17-vawg-repeat',
    wording: 'Reducing repeat victimisation for all these crimes',
    source: businessPlan('1451'),
    baselines: baseline.domesticAbuseRepeat,
  },
  {
    id: 'm17-vawg-attrition',
    wording:
      'Reducing the rates of attrition in cases in cases of violence against women and girls as they progress through the criminal justice process',
    source: businessPlan('1452'),
    baselines: baseline.violenceAttrition,
  },
]);

const hate = measuresOf({ theme: 'hate', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'm17-hate-reporting',
    wording: 'Encouraging more victims of hate crime to come forward and report',
    source: businessPlan('1457'),
    polarity: 'REPORTING_VOLUME',
    baselines: baseline.hateReporting,
  },
  { id: 'm17-hate-repeat', wording: 'Reducing the level of repeat victimisation', source: businessPlan('1458') },
  {
    id: 'm17-hate-attrition',
    wording:
      'Reducing the rates of attrition in hate crime cases as they progress through the criminal justice process',
    source: businessPlan('1459'),
    baselines: baseline.hateAttrition,
  },
  {
    id: 'm17-hate-satisfaction',
    wording: 'Improving the level of satisfaction of hate crime victims',
    source: businessPlan('1460'),
    polarity: 'HIGH_IS_GOOD',
  },
]);

/** The Met's own indicators for the first year of the Plan of 2017, and its milestones of that year. */
export const businessPlan2017 = framework({
  id: 'met-business-plan-2017-18',
  title: 'Met Business Plan 2017-18',
  validFrom: '2017-04-01',
  validTo: '2018-03-31',
  hasNumericTargets: false,
  source: businessPlan('472-1391', '1420-1462'),
  measures: [
    ...policeService,
    ...criminalJustice,
    ...children,
    ...women,
    ...hate,
    ...milestonesOfSafety,
    ...milestonesOfPolicing,
    ...milestonesOfSupport,
  ],
});

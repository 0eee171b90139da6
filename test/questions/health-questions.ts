import type { Question } from './question.ts';

const awaited = (indicator: string) => ({ reply: 'refusal', reason: 'AWAITED', indicator }) as const;
const restricted = (indicator: string) => ({ reply: 'refusal', reason: 'RESTRICTED', indicator }) as const;
const notFound = { reply: 'refusal', reason: 'NOT_FOUND' } as const;

const drugAdmissions = (area: string, year: string) =>
  ({ file: 'health/drug-misuse-hospital-admissions-by-la.csv', where: { year }, column: area }) as const;

const attendances = (provider: string, month: string, column = 'Total attendances') =>
  ({ file: `health/nhs-england-ae-provider-${month}.csv`, where: { Code: provider }, column }) as const;

/** What patients, parents and carers ask of hospitals. */
export const healthQuestions: readonly Question[] = [
  {
    asked: "How many people went to A&E at Guy's and St Thomas' in December 2025?",
    place: "Guy's and St Thomas'",
    period: '2025-12',
    right: { reply: 'value', indicator: 'ae-attendances', published: attendances('RJ1', '2025-12') },
  },
  {
    asked: "How many A&E attendances did King's College Hospital have in November 2025?",
    place: "King's College Hospital",
    period: '2025-11',
    right: { reply: 'value', indicator: 'ae-attendances', published: attendances('RJZ', '2025-11') },
  },
  {
    asked: 'How many people waited more than four hours in A&E at Barts Health in October 2025?',
    place: 'Barts Health',
    period: '2025-10',
    right: {
      reply: 'value',
      indicator: 'ae-waits-over-four-hours',
      published: attendances('R1H', '2025-10', 'Total Attendances > 4 hours'),
    },
  },
  {
    asked: 'How many visits to casualty were there at Homerton Healthcare in September 2025?',
    place: 'Homerton Healthcare',
    period: '2025-09',
    right: { reply: 'value', indicator: 'ae-attendances', published: attendances('RQX', '2025-09') },
  },
  {
    asked: 'What was the rate of emergency hospital admissions in Barnet in 2014/15?',
    place: 'Barnet',
    period: 'FY2014-15',
    right: { reply: 'value', indicator: 'emergency-admissions' },
  },
  {
    asked: 'What was the emergency admissions rate in Bromley in 2013-14?',
    place: 'Bromley',
    period: 'FY2013-14',
    right: { reply: 'value', indicator: 'emergency-admissions' },
  },
  {
    asked: 'How often are children admitted to hospital for injuries in Enfield?',
    place: 'Enfield',
    period: 'FY2023-24',
    right: { reply: 'value', indicator: 'childrens-injury-admissions-rate' },
  },
  {
    asked: 'How many hospital admissions for drug poisoning were there in Islington in 2013/14?',
    place: 'Islington',
    period: 'FY2013-14',
    right: { reply: 'value', indicator: 'drug-misuse-admissions', published: drugAdmissions('Islington', '2014') },
  },
  {
    asked: 'How many drug overdoses ended in hospital in Camden in 2016/17?',
    place: 'Camden',
    period: 'FY2016-17',
    right: { reply: 'value', indicator: 'drug-misuse-admissions', published: drugAdmissions('Camden', '2017') },
  },
  {
    asked: 'How many looked-after children in Lambeth have a substance misuse problem?',
    place: 'Lambeth',
    period: 'FY2022-23',
    right: { reply: 'value', indicator: 'looked-after-children-substance-misuse' },
  },
  {
    asked: 'How many hospital admissions for drug misuse were there in Hackney in 2018/19?',
    place: 'Hackney',
    period: 'FY2018-19',
    right: {
      reply: 'cautious value',
      indicator: 'drug-misuse-admissions',
      caution: 'COMPOSITE',
      published: drugAdmissions('City of London and Hackney', '2019'),
    },
  },
  {
    asked: 'How many people were in hospital with drug poisoning in City of London in 2015/16?',
    place: 'City of London',
    period: 'FY2015-16',
    right: {
      reply: 'cautious value',
      indicator: 'drug-misuse-admissions',
      caution: 'COMPOSITE',
      published: drugAdmissions('City of London and Hackney', '2016'),
    },
  },
  {
    asked: 'How many drug-related hospital admissions were there in Merton in 2014/15?',
    place: 'Merton',
    period: 'FY2014-15',
    right: {
      reply: 'cautious value',
      indicator: 'drug-misuse-admissions',
      caution: 'COMPOSITE',
      published: drugAdmissions('Merton and Sutton', '2015'),
    },
  },
  {
    asked: 'How many overdoses were there in Sutton in 2010/11?',
    place: 'Sutton',
    period: 'FY2010-11',
    right: {
      reply: 'cautious value',
      indicator: 'drug-misuse-admissions',
      caution: 'COMPOSITE',
      published: drugAdmissions('Merton and Sutton', '2011'),
    },
  },
  {
    asked: 'How many admissions for drug misuse did Ealing have in 2017/18?',
    place: 'Ealing',
    period: 'FY2017-18',
    right: {
      reply: 'cautious value',
      indicator: 'drug-misuse-admissions',
      caution: 'ROUNDED',
      published: drugAdmissions('Ealing', '2018'),
    },
  },
  {
    asked: 'What was the emergency hospital admission rate in Tower Hamlets in 2014/15?',
    place: 'Tower Hamlets',
    period: 'FY2014-15',
    right: { reply: 'cautious value', indicator: 'emergency-admissions', caution: 'CAVEAT' },
  },
  {
    asked: 'How high was the rate of emergency admissions in Newham in 2013/14?',
    place: 'Newham',
    period: 'FY2013-14',
    right: { reply: 'cautious value', indicator: 'emergency-admissions', caution: 'CAVEAT' },
  },
  {
    asked: 'How many children are killed or seriously injured on roads in Hillingdon?',
    place: 'Hillingdon',
    period: 'P3-2020-22',
    right: { reply: 'cautious value', indicator: 'children-killed-or-seriously-injured-rate', caution: 'CAVEAT' },
  },
  {
    asked: 'How often are children admitted for mental health in Richmond upon Thames?',
    place: 'Richmond upon Thames',
    period: 'FY2023-24',
    right: { reply: 'cautious value', indicator: 'childrens-mental-health-admissions-rate', caution: 'CAVEAT' },
  },
  {
    asked: 'How many emergency hospital admissions were there per 100,000 in Hackney in 2014/15?',
    place: 'Hackney',
    period: 'FY2014-15',
    right: { reply: 'cautious value', indicator: 'emergency-admissions', caution: 'CAVEAT' },
  },
  {
    asked: 'How many people went to hospital in Newham after being assaulted?',
    place: 'Newham',
    period: null,
    right: restricted('violence-attendances'),
  },
  {
    asked: 'How many assaults did A&E see in Lewisham?',
    place: 'Lewisham',
    period: null,
    right: restricted('violence-attendances'),
  },
  {
    asked: 'How many people were sectioned under section 136 in Brent?',
    place: 'Brent',
    period: null,
    right: restricted('section-136-detentions-nhs'),
  },
  {
    asked: 'How many women have had FGM in Southwark?',
    place: 'Southwark',
    period: null,
    right: awaited('female-genital-mutilation-recorded-cases'),
  },
  {
    asked: 'How many ambulance call-outs for assault were there in Haringey?',
    place: 'Haringey',
    period: null,
    right: restricted('ambulance-assault-incidents'),
  },
  {
    asked: 'What is the life expectancy in Kensington and Chelsea?',
    place: 'Kensington and Chelsea',
    period: null,
    right: notFound,
  },
  { asked: 'How many people in Bexley have cancer?', place: 'Bexley', period: null, right: notFound },
  { asked: 'How long is the wait for a GP appointment in Harrow?', place: 'Harrow', period: null, right: notFound },
  {
    asked: 'How many drug poisoning admissions were there in Harrow in 2008/09?',
    place: 'Harrow',
    period: 'FY2008-09',
    right: { reply: 'refusal', reason: 'CONFIDENTIAL' },
  },
  {
    asked: 'How many mental health beds are there in London?',
    place: 'London',
    period: null,
    right: restricted('mental-health-beds'),
  },
];

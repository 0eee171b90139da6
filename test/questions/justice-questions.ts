import { courtDays, openCases } from './published-tables.ts';
import type { Question } from './question.ts';

const open = (court: string) =>
  ({ reply: 'value', indicator: 'crown-court-open-cases', published: openCases(court) }) as const;
const restricted = (indicator: string) => ({ reply: 'refusal', reason: 'RESTRICTED', indicator }) as const;
const awaited = (indicator: string) => ({ reply: 'refusal', reason: 'AWAITED', indicator }) as const;
const wider = (indicator: string, value?: string) =>
  ({ reply: 'cautious value', indicator, caution: 'WIDER_AREA', ...(value !== undefined && { value }) }) as const;

/** What victims, witnesses and neighbours ask of courts, prosecutors, probation and youth justice. */
export const justiceQuestions: readonly Question[] = [
  {
    asked: 'How many cases are waiting at Snaresbrook Crown Court?',
    place: 'Snaresbrook Crown Court',
    period: null,
    right: open('Snaresbrook'),
  },
  {
    asked: 'How big was the backlog at Wood Green Crown Court at the end of 2025?',
    place: 'Wood Green Crown Court',
    period: 'S2025-12-31',
    right: open('Wood Green'),
  },
  {
    asked: 'How many outstanding cases does Southwark Crown Court have?',
    place: 'Southwark Crown Court',
    period: null,
    right: open('Southwark'),
  },
  {
    asked: 'How many open cases are there at the Old Bailey?',
    place: 'Old Bailey',
    period: null,
    right: open('Central Criminal Court'),
  },
  {
    asked: 'How many days does a criminal case in London take from offence to completion?',
    place: 'London',
    period: '2025-Q4',
    right: {
      reply: 'value',
      indicator: 'court-timeliness',
      value: 'offence-to-completion',
      published: courtDays('London', '2025-Q4', 'offence_to_completion_median'),
    },
  },
  {
    asked: 'How many new Crown Court cases were there in England and Wales in the last quarter of 2025?',
    place: 'England and Wales',
    period: '2025-Q4',
    right: {
      reply: 'value',
      indicator: 'crown-court-receipts',
      published: {
        file: 'criminal-justice/derived-ccsq-2025q4/gold_backlog_trajectory.csv',
        where: { year: '2025', quarter: 'Q4' },
        column: 'receipts',
      },
    },
  },
  {
    asked: 'How many cases did the Crown Court dispose of in England and Wales in summer 2025?',
    place: 'England and Wales',
    period: '2025-Q3',
    right: {
      reply: 'value',
      indicator: 'crown-court-disposals',
      published: {
        file: 'criminal-justice/derived-ccsq-2025q4/gold_backlog_trajectory.csv',
        where: { year: '2025', quarter: 'Q3' },
        column: 'disposals',
      },
    },
  },
  {
    asked: 'What is the rate of first-time entrants to youth justice in Lewisham?',
    place: 'Lewisham',
    period: 'R12-2024-12',
    right: { reply: 'value', indicator: 'first-time-entrants-pnc-rate' },
  },
  {
    asked: 'What share of young offenders reoffend in Croydon?',
    place: 'Croydon',
    period: null,
    right: { reply: 'value', indicator: 'youth-reoffending' },
  },
  {
    asked: 'How many children were cautioned or sentenced per 10,000 in Newham?',
    place: 'Newham',
    period: 'FY2024-25',
    right: { reply: 'value', indicator: 'children-cautioned-or-sentenced-rate' },
  },
  {
    asked: 'How long do court cases take in Hackney?',
    place: 'Hackney',
    period: '2025-Q4',
    right: {
      ...wider('court-timeliness'),
      published: courtDays('London', '2025-Q4', 'offence_to_completion_median'),
    },
  },
  {
    asked: 'How many burglary convictions were there in Lambeth in March 2014?',
    place: 'Lambeth',
    period: '2014-03',
    right: wider('convictions', 'burglary'),
  },
  {
    asked: 'How many people were found guilty in Camden in July 2015?',
    place: 'Camden',
    period: '2015-07',
    right: { reply: 'refusal', reason: 'NARROWER' },
  },
  {
    asked: 'How many robbery acquittals were there in Tower Hamlets in June 2016?',
    place: 'Tower Hamlets',
    period: '2016-06',
    right: wider('unsuccessful-outcomes', 'robbery'),
  },
  {
    asked: 'How many homicide convictions were there in Brent in May 2015?',
    place: 'Brent',
    period: '2015-05',
    right: wider('convictions', 'homicide'),
  },
  {
    asked: 'What is the reoffending rate in Barking and Dagenham?',
    place: 'Barking and Dagenham',
    period: null,
    right: wider('proven-reoffending'),
  },
  {
    asked: 'How many new Crown Court cases does Haringey have?',
    place: 'Haringey',
    period: null,
    right: wider('crown-court-receipts'),
  },
  {
    asked: 'How many children in care were convicted in Croydon?',
    place: 'Croydon',
    period: 'FY2023-24',
    right: { reply: 'cautious value', indicator: 'looked-after-children-convicted', caution: 'CAVEAT' },
  },
  {
    asked: 'How many unsuccessful prosecutions for sexual offences were there in Ealing in October 2016?',
    place: 'Ealing',
    period: '2016-10',
    right: wider('unsuccessful-outcomes', 'sexual-offences'),
  },
  {
    asked: 'How long are court delays in Richmond upon Thames?',
    place: 'Richmond upon Thames',
    period: '2024-Q4',
    right: { ...wider('court-timeliness'), published: courtDays('London', '2024-Q4', 'offence_to_completion_median') },
  },
  {
    asked: 'How long do cases take at Snaresbrook Crown Court?',
    place: 'Snaresbrook Crown Court',
    period: null,
    right: { reply: 'refusal', reason: 'NOT_MEASURED_HERE' },
  },
  {
    asked: 'How many prisoners come from Tower Hamlets?',
    place: 'Tower Hamlets',
    period: null,
    right: restricted('london-prisoners'),
  },
  {
    asked: 'How many people are on probation in Lewisham?',
    place: 'Lewisham',
    period: null,
    right: restricted('probation-caseload'),
  },
  {
    asked: 'What is the conviction rate for rape in Southwark?',
    place: 'Southwark',
    period: null,
    right: awaited('conviction-rate'),
  },
  {
    asked: 'How many MAPPA offenders are there in Redbridge?',
    place: 'Redbridge',
    period: null,
    right: awaited('mappa-offenders'),
  },
  {
    asked: 'How many ineffective trials were there in London last year?',
    place: 'London',
    period: null,
    right: awaited('trials'),
  },
  {
    asked: 'How many people in Hounslow wear an electronic tag?',
    place: 'Hounslow',
    period: null,
    right: awaited('electronic-monitoring-orders'),
  },
  {
    asked: 'How many people were convicted of drug offences in Bromley in June 2015?',
    place: 'Bromley',
    period: '2015-06',
    right: wider('convictions', 'drugs-offences'),
  },
  {
    asked: 'Which Crown Court has the biggest backlog in London?',
    place: 'London',
    period: null,
    right: { reply: 'refusal', reason: 'NO_RANKS' },
  },
  {
    asked: 'How many open cases will Wood Green Crown Court have in March 2031?',
    place: 'Wood Green Crown Court',
    period: 'S2031-03-31',
    right: { reply: 'refusal', reason: 'NOT_YET_DUE' },
  },
];

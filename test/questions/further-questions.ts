import type { Question } from './question.ts';

/** Questions of further kinds that a client once answered wrongly, or refused though there is an answer; beside those of the bank. */
export const furtherQuestions: readonly Question[] = [
  {
    asked: 'What percentage of Islington residents trust the police?',
    place: 'Islington',
    period: null,
    right: {
      reply: 'cautious value',
      indicator: 'public-attitude',
      value: 'trusts-the-metropolitan-police',
      caution: 'CAVEAT',
    },
  },
  {
    // An index of deprivation counts small areas, not people.
    asked: 'How many people live in poverty in Barking and Dagenham?',
    place: 'Barking and Dagenham',
    period: null,
    right: { reply: 'refusal', reason: 'NOT_FOUND' },
  },
  {
    asked: 'How many bikes got nicked in Hackney in July 2024?',
    place: 'Hackney',
    period: '2024-07',
    right: { reply: 'value', indicator: 'recorded-crime', value: 'bicycle-theft' },
  },
  {
    asked: 'How many cars were broken into in Richmond upon Thames in April 2025?',
    place: 'Richmond upon Thames',
    period: '2025-04',
    right: { reply: 'value', indicator: 'recorded-crime', value: 'theft-from-a-vehicle' },
  },
  {
    asked: 'How many hate crimes against disabled people were there in Harrow in May 2021?',
    place: 'Harrow',
    period: '2021-05',
    right: { reply: 'cautious value', indicator: 'hate-crime', value: 'disability', caution: 'CAVEAT' },
  },
  {
    asked: 'How many children are looked after by Lewisham council?',
    place: 'Lewisham',
    period: null,
    right: { reply: 'value', indicator: 'looked-after-children-at-31-march' },
  },
  {
    asked: 'How many burglaries were there at night in Hackney in March 2025?',
    place: 'Hackney',
    period: '2025-03',
    right: { reply: 'refusal', reason: 'NOT_FOUND' },
  },
];

import { lookedAfter, socialCare } from './published-tables.ts';
import type { Question } from './question.ts';

const awaited = (indicator: string) => ({ reply: 'refusal', reason: 'AWAITED', indicator }) as const;
const restricted = (indicator: string) => ({ reply: 'refusal', reason: 'RESTRICTED', indicator }) as const;
const notFound = { reply: 'refusal', reason: 'NOT_FOUND' } as const;

/** What residents and councillors ask of local authorities. */
export const councilQuestions: readonly Question[] = [
  {
    asked: 'How many children in Hackney were on a child protection plan in March 2024?',
    place: 'Hackney',
    period: 'S2024-03-31',
    right: {
      reply: 'value',
      indicator: 'child-protection-plans-at-31-march',
      published: socialCare(['plans', 'CPP_At31'], 'Hackney', '2024'),
    },
  },
  {
    asked: 'What is the rate of child protection plans in Barnet?',
    place: 'Barnet',
    period: 'S2024-03-31',
    right: {
      reply: 'value',
      indicator: 'child-protection-plans-at-31-march-rate',
      published: socialCare(['plans', 'CPP_At31_rate'], 'Barnet', '2024'),
    },
  },
  {
    asked: 'Is the rate of children in need in Newham higher than in London?',
    place: 'Newham',
    period: null,
    right: { reply: 'comparison', indicator: 'children-in-need-at-31-march-rate' },
  },
  {
    asked: 'How many kids are in care in Ealing?',
    place: 'Ealing',
    period: 'S2023-03-31',
    right: {
      reply: 'value',
      indicator: 'looked-after-children-at-31-march',
      published: lookedAfter('Ealing', '2023', 'number'),
    },
  },
  {
    asked: 'What is the rate of children in care in Wandsworth?',
    place: 'Wandsworth',
    period: 'S2022-03-31',
    right: {
      reply: 'value',
      indicator: 'looked-after-children-at-31-march-rate',
      published: lookedAfter('Wandsworth', '2022', 'rate_per_10000'),
    },
  },
  {
    asked: 'How many section 47 enquiries were there in Sutton in 2023/24?',
    place: 'Sutton',
    period: 'FY2023-24',
    right: {
      reply: 'value',
      indicator: 'section-47-enquiries',
      published: socialCare(['enquiries', 'Section47'], 'Sutton', '2024'),
    },
  },
  {
    asked: "How many referrals to children's social care did Havering have in 2022/23?",
    place: 'Havering',
    period: 'FY2022-23',
    right: {
      reply: 'value',
      indicator: 'referrals',
      published: socialCare(['referrals', 'Referrals'], 'Havering', '2023'),
    },
  },
  {
    asked: 'How many households in Lambeth live in temporary accommodation?',
    place: 'Lambeth',
    period: 'S2025-06-30',
    right: { reply: 'value', indicator: 'households-in-temporary-accommodation' },
  },
  {
    asked: 'How many people live in Camden?',
    place: 'Camden',
    period: 'S2024-06-30',
    right: {
      reply: 'value',
      indicator: 'mid-year-population',
      published: {
        file: 'local-authority/ons-mid-year-population-2011-2024-mye4.csv',
        where: { Code: 'E09000007' },
        column: 'Mid-2024',
      },
    },
  },
  {
    asked: 'How many households were assessed as homeless in Croydon in spring 2025?',
    place: 'Croydon',
    period: '2025-Q2',
    right: { reply: 'value', indicator: 'homelessness-assessments' },
  },
  {
    asked: 'How many children from care went missing in Bromley in 2023/24?',
    place: 'Bromley',
    period: 'FY2023-24',
    right: { reply: 'cautious value', indicator: 'looked-after-children-missing', caution: 'CAVEAT' },
  },
  {
    asked: 'How many assessments in Lewisham found domestic abuse of a parent?',
    place: 'Lewisham',
    period: 'FY2023-24',
    right: {
      reply: 'cautious value',
      indicator: 'assessment-factors',
      value: 'domestic-abuse-parent',
      caution: 'CAVEAT',
      published: socialCare(['factors', 'Domestic_Abuse_parent'], 'Lewisham', '2024'),
    },
  },
  {
    asked: 'How many assessments found gangs as a factor in Waltham Forest?',
    place: 'Waltham Forest',
    period: 'FY2023-24',
    right: { reply: 'cautious value', indicator: 'assessment-factors', value: 'gangs', caution: 'CAVEAT' },
  },
  {
    asked: 'How many looked-after children are placed outside Islington?',
    place: 'Islington',
    period: 'S2024-03-31',
    right: { reply: 'cautious value', indicator: 'children-placed-outside-borough', caution: 'CAVEAT' },
  },
  {
    asked: 'How many of the poorest neighbourhoods in England are in Tower Hamlets?',
    place: 'Tower Hamlets',
    period: 'CY2025',
    right: { reply: 'cautious value', indicator: 'most-deprived-tenth', caution: 'BREAK' },
  },
  {
    asked: 'How many children in need did London have in March 2024?',
    place: 'London',
    period: 'S2024-03-31',
    right: { reply: 'cautious value', indicator: 'children-in-need-at-31-march', caution: 'ROUNDED' },
  },
  {
    asked: 'How many child protection plans are there in England?',
    place: 'England',
    period: 'S2024-03-31',
    right: {
      reply: 'cautious value',
      indicator: 'child-protection-plans-at-31-march',
      caution: 'ROUNDED',
      published: {
        file: 'local-authority/d1_child_protection_plans_2013_to_2024.csv',
        where: { geographic_level: 'National', time_period: '2024' },
        column: 'CPP_At31',
      },
    },
  },
  {
    asked: 'How many section 47 enquiries were there in Inner London in 2023/24?',
    place: 'Inner London',
    period: 'FY2023-24',
    right: { reply: 'cautious value', indicator: 'section-47-enquiries', caution: 'ROUNDED' },
  },
  {
    asked: 'How many no-fault evictions were there in Brent in spring 2025?',
    place: 'Brent',
    period: '2025-Q2',
    right: {
      reply: 'cautious value',
      indicator: 'homelessness-prevention-duties-after-section-21',
      caution: 'CAVEAT',
    },
  },
  {
    asked: "How many children's homes in Bexley are rated good by Ofsted?",
    place: 'Bexley',
    period: 'S2023-03-31',
    right: { reply: 'cautious value', indicator: 'childrens-homes-judged-good', caution: 'CAVEAT' },
  },
  {
    asked: 'How many child protection plans are there in City of London?',
    place: 'City of London',
    period: 'S2024-03-31',
    right: { reply: 'refusal', reason: 'CONFIDENTIAL' },
  },
  {
    asked: 'How many children in need were there in Hackney in March 2021?',
    place: 'Hackney',
    period: 'S2021-03-31',
    right: { reply: 'refusal', reason: 'NOT_AVAILABLE' },
  },
  {
    asked: 'How many MARAC cases were there in Greenwich?',
    place: 'Greenwich',
    period: null,
    right: restricted('marac-cases'),
  },
  {
    asked: 'How many places are there in women’s refuges in Hillingdon?',
    place: 'Hillingdon',
    period: null,
    right: restricted('refuge-places'),
  },
  {
    asked: 'How many adult safeguarding concerns were raised in Redbridge?',
    place: 'Redbridge',
    period: null,
    right: awaited('adult-safeguarding-concerns'),
  },
  { asked: 'How many people sleep rough in Westminster?', place: 'Westminster', period: null, right: notFound },
  { asked: 'How much is council tax in Wandsworth?', place: 'Wandsworth', period: null, right: notFound },
  {
    asked: 'Which borough has the most children in care in London?',
    place: 'London',
    period: null,
    right: { reply: 'refusal', reason: 'NO_RANKS' },
  },
  {
    asked: 'How many people will live in Barnet in 2035?',
    place: 'Barnet',
    period: 'S2035-06-30',
    right: { reply: 'refusal', reason: 'NOT_YET_DUE' },
  },
  {
    asked: 'How many children were on a child protection plan in Kingston upon Thames in March 2005?',
    place: 'Kingston upon Thames',
    period: 'S2005-03-31',
    right: { reply: 'refusal', reason: 'NOT_COLLECTED' },
  },
];

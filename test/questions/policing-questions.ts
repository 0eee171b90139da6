import { metFlagged, metOffences } from './published-tables.ts';
import type { Question } from './question.ts';

const crime = (value: string) => ({ reply: 'value', indicator: 'recorded-crime', value }) as const;
const restricted = (indicator: string) => ({ reply: 'refusal', reason: 'RESTRICTED', indicator }) as const;
const awaited = (indicator: string) => ({ reply: 'refusal', reason: 'AWAITED', indicator }) as const;

/** What residents ask of the police. */
export const policingQuestions: readonly Question[] = [
  {
    asked: 'How many burglaries were there in Camden in November 2024?',
    place: 'Camden',
    period: '2024-11',
    right: { ...crime('burglary'), published: metOffences('Camden', '202411', ['BURGLARY']) },
  },
  {
    asked: 'How much shoplifting was recorded in Bromley in June 2025?',
    place: 'Bromley',
    period: '2025-06',
    right: { ...crime('shoplifting'), published: metOffences('Bromley', '202506', ['THEFT', 'SHOPLIFTING']) },
  },
  {
    asked: 'How many bikes were stolen in Hackney in July 2024?',
    place: 'Hackney',
    period: '2024-07',
    right: { ...crime('bicycle-theft'), published: metOffences('Hackney', '202407', ['THEFT', 'BICYCLE THEFT']) },
  },
  {
    asked: 'How common was pickpocketing in Westminster in December 2024?',
    place: 'Westminster',
    period: '2024-12',
    right: {
      ...crime('theft-from-the-person'),
      published: metOffences('Westminster', '202412', ['THEFT', 'THEFT FROM THE PERSON']),
    },
  },
  {
    asked: 'How many robberies happened in Croydon in March 2025?',
    place: 'Croydon',
    period: '2025-03',
    right: { ...crime('robbery'), published: metOffences('Croydon', '202503', ['ROBBERY']) },
  },
  {
    asked: 'How many murders were there in Newham in May 2025?',
    place: 'Newham',
    period: '2025-05',
    right: {
      ...crime('homicide'),
      published: metOffences('Newham', '202505', ['VIOLENCE AGAINST THE PERSON', 'HOMICIDE']),
    },
  },
  {
    asked: 'How many cars were stolen in Barnet in January 2025?',
    place: 'Barnet',
    period: '2025-01',
    right: {
      ...crime('theft-or-unauth-taking-of-a-motor-veh'),
      published: metOffences('Barnet', '202501', ['VEHICLE OFFENCES', 'THEFT OR UNAUTH TAKING OF A MOTOR VEH']),
    },
  },
  {
    asked: 'How many rapes were reported to the police in Lambeth in August 2024?',
    place: 'Lambeth',
    period: '2024-08',
    right: { ...crime('rape'), published: metOffences('Lambeth', '202408', ['SEXUAL OFFENCES', 'RAPE']) },
  },
  {
    asked: 'How much vandalism was there in Kingston upon Thames last April?',
    place: 'Kingston upon Thames',
    period: '2025-04',
    right: {
      ...crime('criminal-damage'),
      published: metOffences('Kingston upon Thames', '202504', ['ARSON AND CRIMINAL DAMAGE', 'CRIMINAL DAMAGE']),
    },
  },
  {
    asked: 'Is crime in Lewisham rising?',
    place: 'Lewisham',
    period: null,
    right: { reply: 'trend', indicator: 'recorded-crime' },
  },
  {
    asked: 'How many knife crimes were there in Haringey in May 2021?',
    place: 'Haringey',
    period: '2021-05',
    right: {
      reply: 'cautious value',
      indicator: 'knife-crime',
      caution: 'CAVEAT',
      published: metFlagged('Haringey', '202105', ['Special', 'Knife Crime']),
    },
  },
  {
    asked: 'How much gun crime was there in Lambeth in June 2020?',
    place: 'Lambeth',
    period: '2020-06',
    right: {
      reply: 'cautious value',
      indicator: 'gun-crime',
      caution: 'CAVEAT',
      published: metFlagged('Lambeth', '202006', ['Special', 'Gun Crime']),
    },
  },
  {
    asked: 'How many domestic abuse offences were there in Ealing in May 2021?',
    place: 'Ealing',
    period: '2021-05',
    right: {
      reply: 'cautious value',
      indicator: 'domestic-abuse-offences',
      caution: 'CAVEAT',
      published: metFlagged('Ealing', '202105', ['Hate', 'Domestic Abuse']),
    },
  },
  {
    asked: 'How many homophobic hate crimes were recorded in Hackney in July 2016?',
    place: 'Hackney',
    period: '2016-07',
    right: {
      reply: 'cautious value',
      indicator: 'hate-crime',
      value: 'sexual-orientation',
      caution: 'CAVEAT',
      published: metFlagged('Hackney', '201607', ['Hate', 'Homophobic Hate Crime']),
    },
  },
  {
    asked: 'How many antisemitic hate crimes were there in Barnet in May 2021?',
    place: 'Barnet',
    period: '2021-05',
    right: {
      reply: 'cautious value',
      indicator: 'hate-crime',
      value: 'antisemitic',
      caution: 'CAVEAT',
      published: metFlagged('Barnet', '202105', ['Hate', 'Anti-Semitic']),
    },
  },
  {
    asked: 'How often did police use tasers in Camden in 2019/20?',
    place: 'Camden',
    period: 'FY2019-20',
    right: {
      reply: 'cautious value',
      indicator: 'use-of-force-tactics',
      value: 'conducted-energy-device',
      caution: 'WIDER_AREA',
    },
  },
  {
    asked: 'How many special constables are there in Sutton?',
    place: 'Sutton',
    period: null,
    right: { reply: 'cautious value', indicator: 'special-constables', caution: 'WIDER_AREA' },
  },
  {
    asked: 'How many burglaries did the police record in Merton in January 2012?',
    place: 'Merton',
    period: '2012-01',
    right: { reply: 'cautious value', indicator: 'recorded-crime', value: 'burglary', caution: 'BREAK' },
  },
  {
    asked: 'How many people were stopped and searched in Brent in June 2024?',
    place: 'Brent',
    period: '2024-06',
    right: { reply: 'cautious value', indicator: 'stop-and-search', caution: 'CAVEAT' },
  },
  {
    asked: 'What share of people in Islington think that the local police do a good job?',
    place: 'Islington',
    period: 'R12-2023-12',
    right: { reply: 'cautious value', indicator: 'public-confidence', caution: 'CAVEAT' },
  },
  {
    asked: 'How many 999 calls are made from Camden?',
    place: 'Camden',
    period: null,
    right: restricted('emergency-calls'),
  },
  {
    asked: 'How many people were arrested in Lewisham in 2024?',
    place: 'Lewisham',
    period: null,
    right: restricted('police-custody-detentions'),
  },
  {
    asked: 'Which borough has the most crime in London?',
    place: 'London',
    period: null,
    right: { reply: 'refusal', reason: 'NO_RANKS' },
  },
  {
    asked: 'How many burglaries will there be in Camden in October 2031?',
    place: 'Camden',
    period: '2031-10',
    right: { reply: 'refusal', reason: 'NOT_YET_DUE' },
  },
  {
    asked: 'How many robberies were there in Greenwich in September 2023?',
    place: 'Greenwich',
    period: '2023-09',
    right: { reply: 'refusal', reason: 'NOT_AVAILABLE' },
  },
  {
    asked: 'How many burglaries were there in Camden in the whole of 2024?',
    place: 'Camden',
    period: 'CY2024',
    right: { reply: 'refusal', reason: 'OTHER_PERIOD_TYPE' },
  },
  {
    asked: 'How many cats were stolen in Croydon?',
    place: 'Croydon',
    period: null,
    right: { reply: 'refusal', reason: 'NOT_FOUND' },
  },
  {
    asked: 'How many robberies were there in City of London in March 2025?',
    place: 'City of London',
    period: '2025-03',
    right: { reply: 'refusal', reason: 'NOT_COLLECTED' },
  },
  {
    asked: 'How many victims of modern slavery were found in Hounslow?',
    place: 'Hounslow',
    period: null,
    right: awaited('modern-slavery-referrals'),
  },
  {
    asked: 'Has stop and search in Enfield risen?',
    place: 'Enfield',
    period: null,
    right: { reply: 'refusal', reason: 'NOT_COMPARED' },
  },
];

import { businessPlan, decision2017 } from './documents.ts';
import { stated } from './framework.ts';

/*
 * What the Plan of 2017 and the Met's business plan state as the starting points of the measures that they share.
 *
 * Documents contradict each other, and themselves: another survey, another period, another denominator, another edition.
 * What they state of one thing stands side by side here, and nothing is chosen.
 */

/** The User Satisfaction Survey beside the inspectorate's survey: two instruments. */
export const victimSatisfaction = [
  stated('78 per cent of victims are satisfied', businessPlan('189')),
  stated('Victim Satisfaction 78%', businessPlan('905')),
  stated('90.3 per cent of victims were satisfied over the past year', businessPlan('901')),
];

/** The Public Attitude Survey beside a panel of volunteers: two samples. */
export const publicPerception = [
  stated('69 per cent of Londoners think the Met … is doing a good job in their area', businessPlan('187-189')),
  stated('Confidence in policing is 42% (much lower than PAS 69%)', decision2017('173')),
];

/** The gap among young Londoners is told once as a percentage and once in points. */
export const inequalityGap = [
  stated('London BAME Gap … Victim Satisfaction … 5.7%', businessPlan('904-905')),
  stated('London BAME Gap … Police do a good job … 4.4%', businessPlan('904-912')),
  stated('among young BAME Londoners is 11% lower than that of young white Londoners', decision2017('407')),
  stated(
    "61 per cent of BAME 16- to 24-year-olds have confidence that the police do a 'good job' compared with 70 per cent of white 16- to 24-year-olds",
    decision2017('825'),
  ),
];

/** Officers, recruits and Special Constables, as two documents and two pages of one of them count them. */
export const representativeWorkforce = [
  stated('just 26 per cent of officers in the ranks are female and 12.9 per cent are BAME', decision2017('1120')),
  stated('Police … 30,960 26% … 13%', businessPlan('1040')),
  stated('Just under 30 per cent of recruits who successfully complete the process are BAME', decision2017('1120')),
  stated('28 per cent were from minority backgrounds and 31 per cent women', businessPlan('1061')),
  stated('Special Constabulary … 30% … 33%', businessPlan('1042')),
  stated('It currently consists of 32% BAME and 29% female Specials', businessPlan('1063')),
];

export const cohortOffending = [
  stated('24 per cent of all offenders reoffending within a year of ending their sentence', decision2017('1377')),
  stated(
    'the reoffending rate for people given court orders in London is 31 per cent, and the reoffending rate for those given fines 32 per cent',
    decision2017('1379'),
  ),
  stated('18-24 year olds recording the highest adult reoffending rates at 32.2% per offenders', decision2017('410')),
  stated(
    'The overall adult re-offending rate in London is 24 per cent, similar to the national level, with an average of three re-offences for each re-offender',
    businessPlan('952'),
  ),
];

/** Victims of serious youth violence, of any crime, and of knife injury, by periods that differ; the trend by editions. */
export const youngVictims = [
  stated(
    'serious youth violence has increased steadily for the past three years, with 6,600 young victims in the 12 months to September 2016',
    decision2017('432'),
  ),
  stated(
    'the number of victims of serious youth violence has been rising over the past four years',
    decision2017('2397'),
  ),
  stated('In 2016 … over 63,000 children were victims of crime', businessPlan('286')),
  stated(
    '1,844 Londoners under 25 were injured as a result of non-domestic knife crimes in 2016',
    decision2017('1579'),
  ),
  stated('1,841 cases where victims are under 25', businessPlan('341')),
  stated(
    'knife crimes with injury committed against Londoners under the age of 25 is, at 1,782 offences in the year to September',
    decision2017('432'),
  ),
];

export const firstTimeEntrants = [
  stated(
    'some success – now worryingly reversing – in reducing the number of young people entering the Criminal Justice Service for the first time',
    decision2017('1666'),
  ),
];

export const knifeCrimeVolume = [
  stated('In 2016 there were 11,067 knife crime offences in London', businessPlan('341')),
];

export const gunCrime = [
  stated('Gun crimes with lethal barrelled discharge have increased by 23.8 per cent since 2012', decision2017('1200')),
];

export const exploitationReporting = [
  stated(
    'Nearly 1,600 children in London have been identified by the MPS as being at risk of sexual exploitation',
    decision2017('1547'),
  ),
];

export const domesticAbuseReporting = [
  stated(
    'In 2011-12 there were 116,487 reported crimes and incidents. Last year there were 159,907',
    businessPlan('415'),
  ),
];

export const domesticAbuseRepeat = [
  stated('one in four offences committed against repeat victims of domestic abuse', decision2017('857')),
];

/** What was recorded, beside what a needs assessment estimates: the two do not count the same. */
export const sexualViolenceReporting = [
  stated(
    'the number of rapes has increased from 5,420 (year to November 2015) to 6,116 (year to November 2016) … All other sexual … offences rose from 10,243 to 11,204 over the same period',
    businessPlan('401-405'),
  ),
  stated('11 women are raped in every Borough in London, every week of the year', decision2017('731')),
];

/** Why prosecutions end: four shares with four denominators. */
export const violenceAttrition = [
  stated(
    'Just over half of all unsuccessful prosecutions in the last financial year were due to either the victim retracting their statement or failing to attend court',
    decision2017('1901'),
  ),
  stated(
    'almost a quarter of cases are unsuccessful as a result of victim-side changes, for example retraction of statements',
    businessPlan('428'),
  ),
  stated(
    'One in four cracked or ineffective trials (see box, right) are due to the prosecution ending the case. Two in five of those cases are attributed to the victim or witness not attending or withdrawing (Ministry of Justice 2015/16 data).',
    decision2017('887'),
  ),
  stated('CPS data for London shows this to be the case in 23 per cent of unsuccessful trials', decision2017('2729')),
];

/** Years to September and calendar years; flags of several strands may lie on one offence. */
export const hateReporting = [
  stated(
    'in the twelve months to September 2016 when compared to the previous year, from 15,004 offences to 18,341',
    decision2017('443'),
  ),
  stated(
    'Total (categories below are not mutually exclusive so one crime may be flagged in two categories) 16,056 19,283 +20%',
    businessPlan('449'),
  ),
  stated(
    'there have been 1,343 Islamophobic offences recorded by the MPS. This is up from 811 during the same period (Oct – Sep) the previous year',
    decision2017('450'),
  ),
  stated('Islamophobia 1,052 1,221 +16%', businessPlan('453')),
];

export const hateAttrition = [
  stated('just a quarter of cases seeing any kind of sanction', decision2017('1972')),
  stated('Currently sanction detections stand stable at about 4,000 cases a year', businessPlan('462')),
];

/** Crimes over a year beside victims of one month: not the same share. */
export const repeatVictims = [
  stated(
    '12 per cent of victims of crime in February 2017 had been the victim of at least one other crime in the previous 12 months',
    decision2017('1345'),
  ),
  stated(
    'Approximately one in ten crimes is committed against people who have been victims of crime in the previous year',
    decision2017('857'),
  ),
];

/** The officers that were to come, and the wards that were to get them: one over. */
export const wardOfficers = [
  stated('an increase on the previous number of one PC and one PCSO', decision2017('947')),
  stated(
    '496 more DWOs in place in March 2017. The remaining 134 will be in place by December 2017',
    businessPlan('641'),
  ),
  stated('in all 629 London wards', businessPlan('637')),
];

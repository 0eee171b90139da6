import { type AskedQuestion, awaited, hackney, latest, newest } from './asked-question.ts';

const plan = 'police-and-crime-plan-2017-21';

/** Questions 1 to 10. */
export const firstTen: readonly AskedQuestion[] = [
  {
    name: '01-priorities-of-a-borough',
    grade: 'partly',
    variables: { code: 'E09000016', on: '2019-06-01', yearBefore: '2017-06-01' },
    published: {
      'borough/priorities/title=Domestic abuse/measuredBy/0/series/latest/displayValue': '230',
      'borough/priorities/title=Domestic abuse/measuredBy/0/series/comparators/kind=PREVIOUS_YEAR/observation/displayValue':
        '206',
      'borough/priorities/title=Burglary/measuredBy/0/series/latest/displayValue': '92',
      'borough/priorities/title=Sexual violence/measuredBy/0/seriesAbsence/reason': 'AWAITED',
      'borough/priorities/title=Sexual violence/wardInput': 'NOT_TAKEN_UP',
    },
    madeUp: {
      'borough/priorities/#': 8,
      'borough/priorities/title=Burglary/rationale': 'Most asked for',
      'borough/priorities/title=Burglary/consulted/1': 'Ward panels',
      'borough/priorities/title=Burglary/wardInput': 'TAKEN_UP',
      'borough/priorities/title=Burglary/measuredBy/0/narrowedTo/0/label': 'Burglary',
      'borough/priorities/title=Robbery/validFrom': '2018-04-01',
      'borough/prioritiesTheYearBefore/title=Violence with injury/isMandatory': false,
    },
  },
  {
    name: '02-officers-of-a-ward',
    grade: 'partly',
    variables: { ward: 'E05009367' },
    published: { 'area/name': 'Brownswood', 'area/borough/name': 'Hackney' },
    madeUp: {
      'stated/id=ward-constables-promised/printed': 'two',
      [`policing/posts/${latest}`]: '3',
      [`policing/inPost/${latest}`]: '2',
      'policing/inPost/constables/latest/displayValue': '1',
      [`policing/abstractions/${latest}`]: '17',
    },
  },
  {
    name: '03-measures-without-data',
    grade: 'real',
    variables: { framework: plan },
    published: {
      'framework/measures/#': 30,
      'framework/measures/id=f17-public-perception/measuredBy/id=public-confidence/held/areas/areaType=BOROUGH/count': 32,
      'framework/measures/id=f17-inequality-gap/measuredBy/id=public-attitude-gap/held/absence/reason': 'AWAITED',
    },
    madeUp: {
      'framework/measures/id=f17-inequality-gap/facts/id=gap-good-job/printed': '4.4%',
      'framework/measures/id=f17-victims-code/measuredBy/0/held/isHeld': true,
    },
  },
  {
    name: '04-boroughs-of-a-command-unit',
    grade: 'real',
    variables: { unit: 'basic-command-unit:east-area', on: '2019-06-01' },
    published: {
      'area/links/#': 3,
      'area/links/area.code=E09000002/area/crime/burglary/latest/displayValue': '99',
      'area/links/area.code=E09000016/area/crime/robbery/latest/displayValue': '66',
      'area/links/area.code=E09000026/area/crime/vehicle/latest/displayValue': '242',
    },
    madeUp: {
      'area/links/area.code=E09000016/area/localPriorities/title=Robbery/isMandatory': false,
      'area/crime': null,
      'area/policingAbsences/field=crime.recorded/reason': 'NOT_MEASURED_HERE',
    },
  },
  {
    name: '05-four-agencies-of-a-borough',
    grade: 'real',
    variables: { code: hackney },
    published: {
      'borough/courtDelay/crown/area.name=London/latest/displayValue': '339',
      'borough/courtDelay/whyNoMagistrates/reason': 'NOT_MEASURED_HERE',
      'borough/safeguarding/childProtectionPlans/latest/displayValue': '215',
      [`borough/knives/${latest}`]: '36',
    },
    madeUp: {
      'borough/health/violenceAttendances/latest/displayValue': '90',
      'borough/health/violenceAttendances/latest/coverage': {
        reporting: 27,
        expected: 28,
        unit: 'emergency departments',
      },
    },
  },
  {
    name: '06-violence-that-police-do-not-see',
    grade: 'partly',
    variables: { code: hackney },
    published: {
      'borough/crime/recorded/latest/displayValue': '636',
      'borough/wards/code=E05009367/crime/recorded/latest/displayValue': '17',
      'borough/wards/#': 21,
      [`health/departments/${awaited}`]: 'AWAITED',
      'health/series/nodes/#': 0,
    },
    madeUp: {
      [`borough/health/violenceAttendances/${newest}`]: '90',
      [`borough/byHour/lastHourOfTheDay/${newest}`]: '11',
    },
  },
  {
    name: '07-wards-of-violence-and-need',
    grade: 'partly',
    variables: { code: hackney },
    published: { 'borough/wards/code=E05009369/crime/recorded/latest/value': 29 },
    madeUp: {
      'policing/series/nodes/area.code=E05009367/latest/value': 2,
      'policing/series/nodes/indicator.id=vulnerable-localities-decile/latest/value': 1,
    },
  },
  {
    name: '08-satisfaction-by-ethnicity',
    grade: 'partly',
    variables: {},
    published: { 'policing/fairness/all/observations/7/displayValue': '62.0' },
    madeUp: {
      'stated/id=gap-victims-satisfied/printed': '5.7%',
      'policing/series/nodes/0/observations/0/displayValue': '64.0',
      'policing/gap/series/observations/0/displayValue': '5.5',
      'policing/gap/series/trend/direction': 'CANNOT_CALCULATE',
    },
  },
  {
    name: '09-offending-or-reporting',
    grade: 'real',
    variables: { code: hackney },
    published: {
      'borough/offences/polarity': 'REPORTING_VOLUME',
      [`borough/offences/${latest}`]: '304',
      'borough/offences/series/events/0/kind': 'LAW',
      'borough/offences/withInjury/latest/displayValue': '66',
      'borough/safeguarding/assessmentFactor/latest/displayValue': '769',
      [`borough/prevalence/${awaited}`]: 'AWAITED',
    },
    madeUp: {
      'explanations/0/cause': 'RECORDING',
      'stated/id=abuse-prevalence-london/nature': 'ESTIMATED',
      [`borough/repeatVictims/${latest}`]: '410',
    },
  },
  {
    name: '10-prevention-money-and-outcomes',
    grade: 'partly',
    variables: {},
    published: { 'boroughs/code=E09000002/crime/recorded/latest/displayValue': '642' },
    madeUp: {
      'stated/id=prevention-fund-waltham-forest-2013/printed': '£540,000',
      'localAuthority/series/nodes/area.code=E09000031/observations/0/displayValue': '90,000',
    },
  },
];

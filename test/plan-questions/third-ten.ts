import { type AskedQuestion, awaited, hackney, newest } from './asked-question.ts';

/** Questions 21 to 30. */
export const thirdTen: readonly AskedQuestion[] = [
  {
    name: '21-targets-and-what-replaced-them',
    grade: 'real',
    variables: {},
    published: { 'policing/indicator/series/breaks/at=2013-02-01/kind': 'COVERAGE' },
    madeUp: {
      'first/measures/id=f13-confidence/successors/measure=f17-public-perception/comparison': 'SAME_SERIES',
      'first/hasNumericTargets': true,
      'first/measures/id=f13-violence-with-injury/measuredBy/0/id': 'recorded-crime',
      'second/hasNumericTargets': false,
      'second/measures/id=f17-public-perception/measuredBy/1/id': 'public-confidence',
      'third/measures/id=f22-trust-confidence/measuredBy/1/id': 'public-confidence',
    },
  },
  {
    name: '22-repeat-victims-and-advocates',
    grade: 'partly',
    variables: { codes: [hackney, 'E09000022'] },
    published: {},
    madeUp: {
      'stated/id=repeat-victims-share/printed': '12 per cent',
      [`policing/series/nodes/area.code=E09000012/${newest}`]: '410',
      [`policing/series/nodes/area.code=E09000022/${newest}`]: '520',
      [`localAuthority/series/nodes/area.code=E09000012/${newest}`]: '9',
    },
  },
  {
    name: '23-cohort-of-interest',
    grade: 'for named users',
    variables: { code: hackney },
    published: {},
    madeUp: {
      [`criminalJustice/size/series/${newest}`]: '140',
      [`criminalJustice/size/domestic/${newest}`]: '90',
      [`criminalJustice/compliance/series/${newest}`]: '74.0',
      [`criminalJustice/reoffending/series/${newest}`]: '22.0',
      'criminalJustice/dataset/disclosurePolicy/minimumCount': 6,
    },
  },
  {
    name: '24-antisocial-behaviour-and-notices',
    grade: 'for named users',
    variables: { code: 'E09000022', on: '2019-06-01' },
    published: {},
    madeUp: {
      'borough/localPriorities/0/title': 'Antisocial behaviour',
      [`policing/incidents/series/${newest}`]: '900',
      [`localAuthority/reports/series/${newest}`]: '700',
      [`localAuthority/notices/series/${newest}`]: '40',
      [`localAuthority/licensing/${awaited}`]: 'AWAITED',
    },
  },
  {
    name: '25-is-my-borough-getting-safer',
    grade: 'real',
    variables: {
      name: 'Lambeth',
      question: 'taking-everything-into-account-how-good-a-job-do-you-think-the-police-in-your-area-are-doing',
    },
    published: {
      'borough/crime/recorded/comparators/kind=PREVIOUS_YEAR/own/displayValue': '3,031',
      'borough/crime/recorded/comparators/kind=PREVIOUS_YEAR/observation/displayValue': '3,038',
      'borough/crime/recorded/comparators/kind=PREVIOUS_YEAR/outcome': 'SIMILAR',
      'borough/crime/recorded/comparators/kind=LONDON/outcome': 'NOT_COMPARED',
      'borough/publicPerception/area.name=Lambeth - North/latest/displayValue': '71',
    },
    madeUp: {},
  },
  {
    name: '26-what-compares-by-group',
    grade: 'real',
    variables: { area: 'E23000001' },
    published: {
      'catalogue/id=policing/agency/indicators/id=stop-and-search-by-ethnicity/held/isHeld': true,
      'policing/series/nodes/dimensions.0.value=treats-everyone-fairly/observations/0/displayValue': '62.0',
      'policing/attitude/characteristics/characteristic=RACE/state': 'NOT_HELD',
      'policing/attitude/characteristics/characteristic=DISABILITY/state': 'NOT_COLLECTED',
      'policing/stops/characteristics/characteristic=RACE/state': 'HELD',
    },
    madeUp: {
      'policing/dataset/disclosurePolicy/minimumDenominator': 100,
      'policing/satisfaction/characteristics/characteristic=RACE/state': 'HELD',
      'policing/satisfaction/characteristics/characteristic=RELIGION_OR_BELIEF/state': 'NOT_COLLECTED',
      'catalogue/id=criminal-justice/agency/indicators/id=london-prisoners/dimensions/1/id': 'ethnicity',
    },
  },
  {
    name: '27-young-people-entering-custody',
    grade: 'partly',
    variables: { code: hackney, during: { from: '2024-04-01', to: '2024-06-30' } },
    published: {
      'borough/youthJustice/inspections/0/overallRating': 'GOOD',
      'criminalJustice/entrants/series/latest/displayValue': '255.0',
    },
    madeUp: {
      'stated/id=youth-prisoners-minority/printed': '41 per cent',
      [`policing/custody/series/${newest}`]: '160',
      [`health/screenings/children/${newest}`]: '420',
      'health/screenings/children/area/name': 'London',
      [`criminalJustice/caseload/series/${newest}`]: '85',
    },
  },
  {
    name: '28-violence-counts-held-back',
    grade: 'for named users',
    variables: { code: hackney, method: 'sharp-object' },
    published: {},
    madeUp: {
      [`borough/health/violenceAttendances/${newest}`]: '90',
      [`borough/health/ofOneMethod/${newest}`]: '[c]',
      'borough/health/ofOneMethod/observations/0/status': 'CONFIDENTIAL',
      'health/dataset/disclosurePolicy/minimumCount': 8,
    },
  },
  {
    name: '29-most-vulnerable-wards',
    grade: 'partly',
    variables: { code: hackney },
    published: {
      'borough/wards/code=E05009368/crime/weapons/latest/displayValue': '2',
      [`policing/knives/series/${newest}`]: '36',
    },
    madeUp: {
      'policing/series/nodes/area.code=E05009367/latest/value': 1,
      'borough/wards/code=E05009367/knives/series/observations/0/displayValue': '14',
      'borough/wards/code=E05009368/knives/series/observations/0/status': 'CONFIDENTIAL',
      [`health/youthWorkers/series/${newest}`]: '310',
    },
  },
  {
    name: '30-commitments-and-their-data',
    grade: 'partly',
    variables: { framework: 'met-business-plan-2017-18', on: '2017-10-31' },
    published: { 'framework/measures/id=m17-public-perception/measuredBy/id=public-confidence/held/isHeld': true },
    madeUp: {
      'framework/measures/id=ms-26/progress/0/state': 'BEHIND',
      'framework/measures/id=ms-51/progress/#': 0,
      'framework/measures/id=m17-representative/facts/id=minority-police/printed': '13%',
      'framework/measures/#': 104,
      'framework/measures/id=m17-victim-satisfaction/measuredBy/0/held/isHeld': true,
    },
  },
];

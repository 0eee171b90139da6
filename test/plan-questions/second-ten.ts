import { type AskedQuestion, awaited, hackney, newest } from './asked-question.ts';

const plan = 'police-and-crime-plan-2017-21';

/** Questions 11 to 20. */
export const secondTen: readonly AskedQuestion[] = [
  {
    name: '11-rape-reports-and-referrals',
    grade: 'partly',
    variables: {},
    published: {
      'policing/rape/series/observations/0/displayValue': '778',
      'policing/rape/series/trend/direction': 'NO_SIGNIFICANT_CHANGE',
    },
    madeUp: {
      'stated/id=rape-2016/printed': '6,116',
      'health/referrals/series/observations/1/displayValue': '640',
      'health/referrals/bySelf/observations/1/displayValue': '160',
    },
  },
  {
    name: '12-children-screened-in-custody',
    grade: 'for named users',
    variables: { code: hackney },
    published: {},
    madeUp: {
      [`health/screenings/children/${newest}`]: '420',
      [`health/referrals/series/${newest}`]: '800',
      [`health/sites/${awaited}`]: 'AWAITED',
      [`policing/children/borough/${newest}`]: '160',
    },
  },
  {
    name: '13-section-136-and-beds',
    grade: 'partly',
    variables: { code: hackney },
    published: {},
    madeUp: {
      'stated/id=cells-2016/period/label': '2016',
      [`health/cells/${awaited}`]: 'AWAITED',
      [`health/byNhs/series/${newest}`]: '4,200',
      [`health/waitAtPlaceOfSafety/series/${newest}`]: '6.5',
      [`health/waitForBed/series/${newest}`]: '31.5',
    },
  },
  {
    name: '14-wait-and-attrition-of-sexual-violence',
    grade: 'real',
    variables: {},
    published: {
      'london/courtDelay/crown/area.name=London/latest/displayValue': '339',
      'london/courtDelay/crownMean/area.name=London/latest/displayValue': '620',
      'prosecuted/prosecution/convictions/0/latest/displayValue': '178',
      'prosecuted/prosecution/unsuccessful/0/latest/displayValue': '107',
    },
    madeUp: {
      'stated/id=crown-days-draft/printed': '300',
      'stated/id=abuse-convictions-london/printed': '65 per cent',
      [`prosecuted/attrition/${awaited}`]: 'AWAITED',
      [`met/detection/${awaited}`]: 'AWAITED',
      'ofSexualOffences/days/crown/latest/displayValue': '410',
    },
  },
  {
    name: '15-compliance-with-the-victims-code',
    grade: 'after a file',
    variables: { framework: plan, theme: 'criminal justice' },
    published: {},
    madeUp: {
      'framework/measures/id=f17-court-satisfaction/collection': 'NOT_COLLECTED',
      'criminalJustice/compliance/police/latest/displayValue': '71.0',
      'criminalJustice/compliance/courts/latest': null,
      [`criminalJustice/satisfaction/${awaited}`]: 'AWAITED',
    },
  },
  {
    name: '16-attrition-of-hate-crime',
    grade: 'real',
    variables: {},
    published: {
      'met/offences/racistAndReligious/latest/displayValue': '2,234',
      'met/offences/disability/latest/displayValue': '60',
      'met/offences/disability/events/0/name': 'Disability Hate Crime Matters',
      'met/offences/racistAndReligious/events/0/time': '23 June 2016',
      'met/offences/additivity': 'OVERLAPPING',
    },
    madeUp: {
      'stated/id=hate-sanction-detections/printed': '4,000',
      'stated/id=hate-total-2016/printed': '19,283',
      'met/outcomes/charged/latest/displayValue': '2,400',
      'met/detections/series/latest/displayValue': '12.5',
      'met/detections/series/latest/denominator': 24000,
      [`prosecuted/enhanced/${awaited}`]: 'AWAITED',
    },
  },
  {
    name: '17-who-refers-exploitation',
    grade: 'partly',
    variables: { code: hackney },
    published: {
      [`borough/safeguarding/all/${newest}`]: '3,782',
      [`borough/safeguarding/fromPolice/${newest}`]: '1,034',
      [`borough/safeguarding/fromSchools/${newest}`]: '776',
    },
    madeUp: {
      'stated/id=exploitation-referred/printed': 'between 5 and 50 per cent',
      [`localAuthority/share/series/${newest}`]: '35.0',
      [`localAuthority/hubReferrals/series/${newest}`]: '310',
      [`policing/atRisk/series/${newest}`]: '60',
    },
  },
  {
    name: '18-children-in-care-and-the-police',
    grade: 'real',
    variables: { code: hackney },
    published: {
      [`borough/safeguarding/lookedAfterChildren/${newest}`]: '392',
      'borough/youthJustice/convictedLookedAfterChildren/observations/0/numerator': 13,
      'borough/youthJustice/convictedLookedAfterChildren/observations/4/displayValue': '4',
      'borough/youthJustice/convictedLookedAfterChildren/observations/4/numerator': 9,
      'borough/youthJustice/convictedLookedAfterChildren/observations/4/denominator': 201,
      [`localAuthority/placedHere/byOthers/${newest}`]: '89',
      [`localAuthority/placedElsewhere/series/${newest}`]: '284',
      'localAuthority/missing/series/observations/4/displayValue': '92',
      [`localAuthority/missingMoreThanOnce/series/${newest}`]: '69',
      [`localAuthority/shareMissing/series/${newest}`]: '17',
      'localAuthority/timesMissing/series/observations/4/displayValue': '1,318',
      'localAuthority/arrested/series/observations/0/status': 'WITHHELD_BY_TIER',
    },
    madeUp: {
      [`borough/sentTo/${awaited}`]: 'RESTRICTED',
      'stated/id=missing-cases/differs': 'Printed as cases.',
      [`localAuthority/arrested/series/${newest}`]: '12.0',
      [`policing/episodes/inCare/${newest}`]: '380',
    },
  },
  {
    name: '19-youth-justice-and-knives',
    grade: 'real',
    variables: { during: { from: '2018-04-01', to: '2020-03-31' } },
    published: {
      'criminalJustice/series/nodes/area.code=E09000002/periodIds/0': 'R12-2019-12',
      'criminalJustice/series/nodes/area.code=E09000002/values/0': 465,
      'policing/series/nodes/area.code=E09000002/values/2': 15,
      'policing/series/nodes/#': 32,
    },
    madeUp: {},
  },
  {
    name: '20-stop-and-search-by-month',
    grade: 'real',
    variables: { code: hackney, during: { from: '2023-06-01', to: '2024-06-30' } },
    published: {
      'borough/crime/stopAndSearch/observations/period.id=2023-06/displayValue': '243',
      'borough/crime/stopAndSearch/observations/period.id=2023-07/status': 'NOT_AVAILABLE',
      'borough/crime/arrests/observations/period.id=2023-06/displayValue': '39',
      'policing/byEthnicity/black/observations/period.id=2023-06/displayValue': '79',
      'policing/byEthnicity/white/observations/period.id=2023-06/displayValue': '65',
      [`policing/ratio/${awaited}`]: 'AWAITED',
    },
    madeUp: {
      'stated/id=stops-ratio/printed': '2.5 times',
    },
  },
];

import { readOperation } from './operations.ts';
import type { GraphQLRequest } from './workload.ts';

/** What a dashboard shows of one borough: its whole pages, and the tiles that it refreshes one by one. */
const ofBorough: readonly string[] = [
  readOperation('borough-safety'),
  'query Headline($code: ID!) { borough(code: $code) { name crime { recorded { latest { period { label } displayValue } } } } }',
  'query RecordedCrime($code: ID!) { borough(code: $code) { crime { recorded { observations(last: 24) { period { id label } value status flags } trend { direction judgement } } } } }',
  'query Robbery($code: ID!) { borough(code: $code) { crime { recorded(offenceGroup: ROBBERY) { observations(last: 60) { period { id } value status } } } } }',
  'query Offences($code: ID!) { borough(code: $code) { crime { byOffenceGroup { dimensions { value label } latest { period { id } value } } } } }',
  'query ControlChart($code: ID!) { borough(code: $code) { crime { recorded { breaks { at kind note } trend { direction judgement } } } } }',
  'query CrimeRate($code: ID!) { borough(code: $code) { crimeRate { observations(last: 12) { period { id } value numerator denominator lower upper } } } }',
  'query Officers($code: ID!) { borough(code: $code) { officers { latest { period { label } displayValue } caveats { severity text } } } }',
  'query CourtDelay($code: ID!) { borough(code: $code) { courtDelay { timeliness { directlyMeasured area { code name } latest { period { label } value } } openCases { site { id name } latest { value } } } } }',
  'query Admissions($code: ID!) { borough(code: $code) { health { emergencyAdmissions { latest { value lower upper } } drugMisuseAdmissions { area { name } relation latest { displayValue } } } } }',
  'query Children($code: ID!) { borough(code: $code) { safeguarding { childrenInNeed { latest { displayValue } } childProtectionPlans { observations { period { id } displayValue status } } } } }',
  'query Referrals($code: ID!) { borough(code: $code) { safeguarding { referrals(source: "police") { observations { period { label } value status } } } } }',
  'query Population($code: ID!) { borough(code: $code) { code name aliases part populationEstimates { year ageBand persons source } } }',
  'query Deprivation($code: ID!) { borough(code: $code) { deprivation { latest { value numerator denominator } dataset { title publisher attribution } } } }',
  'query Wards($code: ID!) { areas(type: WARD, within: $code) { code name crime { recorded { latest { period { id } value } } } } }',
  'query WardRobbery($code: ID!) { areas(type: WARD, within: $code) { code crime { recorded(offenceGroup: ROBBERY) { observations(last: 12) { value status } } } } }',
];

/** What is the same for every borough. */
const ofLondon: readonly GraphQLRequest[] = [
  { query: readOperation('courts'), variables: {} },
  { query: readOperation('catalogue'), variables: {} },
];

/** The twenty operations of a dashboard's day for one borough. */
export function dashboardOperations(code: string): readonly GraphQLRequest[] {
  return [
    ...ofBorough.map((query) => ({ query, variables: { code } })),
    { query: readOperation('local-priorities'), variables: { code, on: '2018-06-01' } },
    { query: readOperation('framework'), variables: { id: 'police-and-crime-plan-2022-25', area: code } },
    ...ofLondon,
  ];
}

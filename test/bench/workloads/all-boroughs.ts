import { readOperation, withPassage } from './operations.ts';
import { windowsOf } from './windows.ts';
import { anyWindow, type Workload } from './workload.ts';

const query = withPassage(
  withPassage(readOperation('all-boroughs'), '($during: PeriodRange)', '($during: PeriodRange, $group: OffenceGroup)'),
  'recorded {',
  'recorded(offenceGroup: $group) {',
);

/** The offence groups of the schema that every edition has, and null for all of them. */
const groups = [
  null,
  'ARSON_AND_CRIMINAL_DAMAGE',
  'BURGLARY',
  'DRUG_OFFENCES',
  'MISCELLANEOUS_CRIMES_AGAINST_SOCIETY',
  'POSSESSION_OF_WEAPONS',
  'PUBLIC_ORDER_OFFENCES',
  'ROBBERY',
  'SEXUAL_OFFENCES',
  'THEFT',
  'VEHICLE_OFFENCES',
  'VIOLENCE_AGAINST_THE_PERSON',
];
const windows = windowsOf(24);

/** A map: every borough, four agencies, 24 months; each request for another offence group or other months. */
export const allBoroughs: Workload = {
  name: 'all-boroughs',
  description:
    'every borough, four agencies, 24 months; offence group and months vary, so that no whole response repeats',
  kinds: groups.map((group) => ({ query, variables: { during: anyWindow, group } })),
  choose: (index) => ({
    kind: index % groups.length,
    window: windows[Math.floor(index / groups.length) % windows.length] ?? null,
  }),
  distinct: groups.length * windows.length,
  hasReleases: false,
};

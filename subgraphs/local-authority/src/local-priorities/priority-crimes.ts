import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';

/** What a dimension of another agency's indicator is narrowed to, with the words for people to read. */
export interface Narrowing {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
}

/** A crime that a borough may choose, as the Metropolitan Police count it. */
export interface PriorityCrime {
  /** What files call it; kebab-case. */
  readonly id: string;
  /** What recorded crime is narrowed to: its offence group, then the offence where it is one of a group. */
  readonly narrowing: readonly Narrowing[];
}

const groupOf = (label: string): Narrowing => ({ dimension: 'offence-group', value: idOf(label), label });
const offenceOf = (label: string): Narrowing => ({
  dimension: 'offence',
  value: idOf(label),
  label: label === cutLabel ? 'Theft or unauthorised taking of a motor vehicle' : label,
});
/** As the publisher cuts it off. */
const cutLabel = 'Theft or unauth taking of a motor veh';
const idOf = (label: string) => label.toLowerCase().replaceAll(' ', '-');

const groups = [
  'Arson and criminal damage',
  'Burglary',
  'Drug offences',
  'Possession of weapons',
  'Public order offences',
  'Robbery',
  'Theft',
  'Vehicle offences',
  'Violence against the person',
];
const offencesByGroup: readonly (readonly [group: string, ...offences: string[]])[] = [
  ['Arson and criminal damage', 'Criminal damage'],
  ['Burglary', 'Domestic burglary'],
  ['Robbery', 'Robbery of personal property', 'Robbery of business property'],
  ['Theft', 'Bicycle theft', 'Shoplifting', 'Theft from the person'],
  ['Vehicle offences', 'Theft from a vehicle', 'Theft or unauth taking of a motor veh'],
  ['Violence against the person', 'Violence with injury', 'Violence without injury'],
];

/**
 * Crimes that recorded crime counts one by one, by offence group and then by offence.
 *
 * What boroughs chose in 2017 is known by categories alone: burglary, violence with injury that is not domestic, common assault,
 * robbery, theft from the person and of motor vehicles. Two of them are in no table by borough, so that a choice may have none.
 *
 * Source: Metropolitan Police, Recorded crime: geographic breakdown, London Datastore, columns of 2023 to 2025.
 */
export const priorityCrimes: readonly PriorityCrime[] = [
  ...groups.map((label) => ({ id: idOf(label), narrowing: [groupOf(label)] })),
  ...offencesByGroup.flatMap(([group, ...offences]) =>
    offences.map((label) => ({ id: idOf(label), narrowing: [groupOf(group), offenceOf(label)] })),
  ),
];

/** The crime of an id; null for an unknown one. Never throws. */
export function priorityCrime(id: string): PriorityCrime | null {
  return priorityCrimes.find((crime) => crime.id === id) ?? null;
}

/** What recorded crime is narrowed to so that it counts a crime. Never throws. */
export function narrowingOf({ narrowing }: PriorityCrime): Dimensions {
  return Object.fromEntries(narrowing.map(({ dimension, value }) => [dimension, value]));
}

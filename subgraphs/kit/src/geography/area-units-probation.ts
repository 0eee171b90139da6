import { unitsOf, type UnitRow } from './area-unit.ts';

/*
 * The eighteen probation delivery units of the London region. Units are renamed and merged from list to list, and no list at
 * hand says from which day it holds: the first days are not known.
 *
 * Source. HM Inspectorate of Probation, 2022; code lists of the Ministry of Justice, one of which spells a unit "Ealing and
 * Hillingdom".
 */
const ground = {
  basis: 'PUBLISHER_REPORTING_AREA',
  source:
    'HM Inspectorate of Probation, probation delivery units of London, 2022. Units are renamed and merged; from which day this one holds is not stated',
} as const;

const groups: readonly (readonly [name: string, boroughs: readonly string[], ...aliases: string[]])[] = [
  ['Barking and Dagenham and Havering', ['Barking and Dagenham', 'Havering'], 'Barking, Dagenham and Havering'],
  ['Brent', ['Brent']],
  ['Camden and Islington', ['Camden', 'Islington']],
  ['Croydon', ['Croydon']],
  ['Ealing and Hillingdon', ['Ealing', 'Hillingdon'], 'Ealing and Hillingdom'],
  ['Enfield and Haringey', ['Enfield', 'Haringey']],
  ['Greenwich and Bexley', ['Bexley', 'Greenwich']],
  ['Hackney and City', ['City of London', 'Hackney'], 'Hackney and City of London'],
  [
    'Hammersmith and Fulham, Kensington and Chelsea and Westminster',
    ['Hammersmith and Fulham', 'Kensington and Chelsea', 'Westminster'],
    'Hammersmith, Fulham, Kensington, Chelsea and Westminster',
  ],
  ['Harrow and Barnet', ['Barnet', 'Harrow']],
  [
    'Kingston, Richmond and Hounslow',
    ['Hounslow', 'Kingston upon Thames', 'Richmond upon Thames'],
    'Kingston, Richmond, Hounslow',
  ],
  ['Lambeth', ['Lambeth']],
  ['Lewisham and Bromley', ['Bromley', 'Lewisham']],
  ['Newham', ['Newham']],
  ['Redbridge and Waltham Forest', ['Redbridge', 'Waltham Forest']],
  ['Southwark', ['Southwark']],
  ['Tower Hamlets', ['Tower Hamlets']],
  ['Wandsworth, Merton and Sutton', ['Merton', 'Sutton', 'Wandsworth'], 'Wandsworth, Merton, Sutton'],
];

/** A unit of several boroughs is known by their names alone; one of a single borough never is, which is the borough's own name. */
const rows: readonly UnitRow[] = groups.map(([name, boroughs, ...aliases]) => ({
  name,
  boroughs,
  aliases: boroughs.length === 1 ? [] : [name, ...aliases],
  ground,
}));

/**
 * The probation delivery units of London, by name.
 *
 * Source: as the table's comment says.
 */
export const probationUnits = unitsOf(
  { type: 'PROBATION_DELIVERY_UNIT', suffix: 'PDU', otherSuffixes: ['Probation Delivery Unit'] },
  rows,
);

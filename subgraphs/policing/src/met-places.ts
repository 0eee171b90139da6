import { boroughsOfForce } from './force-areas.ts';

const ownForce =
  'The City of London has a police force of its own: what the Metropolitan Police measures is without it.';

/** Where the Metropolitan Police measures: 32 boroughs, and its area as a whole. */
export const metPlaces = {
  areaTypes: ['BOROUGH', 'POLICE_FORCE_AREA'],
  coverageUnit: boroughsOfForce,
  notMeasuredIn: { E09000001: ownForce, E23000034: ownForce },
} as const;

/** Where it measures for all of its area alone. */
export const metAlone = {
  areaTypes: ['POLICE_FORCE_AREA'],
  notMeasuredIn: { E23000034: ownForce },
} as const;

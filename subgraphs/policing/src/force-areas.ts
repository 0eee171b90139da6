import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';

/** The area that the Metropolitan Police polices: the 32 boroughs without the City of London. */
export const metropolitanArea = 'E23000001';

/** The boroughs that the Metropolitan Police polices, in code order. */
export const metropolitanBoroughs: readonly string[] = areaByCode(metropolitanArea)?.members ?? [];

/** The City of London, which has a police force of its own. */
export const cityOfLondon = 'E09000001';

/** The area of the City of London's own police force: the City. */
export const cityOfLondonPolice = 'E23000034';

/** Wards of the City of London: E05009288 to E05009312. Source: ONS, Ward to Local Authority District, December 2023. */
export const cityOfLondonWards: readonly string[] = Array.from({ length: 25 }, (_, index) => `E0500${9288 + index}`);

/** Of whom the Metropolitan Police's own figures are the sum, as those who should report. */
export const boroughsOfForce = 'boroughs of the force';

/** What one force publishes of a place that another polices: the figures of one of two. */
export const oneOfTwoForces = {
  flags: ['PARTIAL_COVERAGE'],
  coverage: { reporting: 1, expected: 2 },
} as const;

/** Who those two are, as those who should report. */
export const policeForces = 'police forces';

import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import { indicatorTypes } from '../generated/indicator-types.ts';

/** An agency of the graph, by its name in the supergraph. */
export type AgencyName = keyof typeof indicatorTypes;

/** Every agency of the graph. */
export const linkedAgencies = Object.keys(indicatorTypes) as readonly AgencyName[];

/** An indicator, by the agency that answers for it, and what of it is meant. */
export interface IndicatorLink {
  readonly agency: AgencyName;
  readonly id: string;
  /** The dimension values that measure the thing itself, where all of the indicator is more than that. @default its headline */
  readonly narrowing?: Dimensions;
  /** The code of the area at which it was asked for. @default none */
  readonly askedAt?: string;
}

/** Makes links to the indicators of one agency, by their ids. Whether there is one is for a test across agencies to say. */
export const linksTo =
  (agency: AgencyName) =>
  (id: string, narrowing?: Dimensions): IndicatorLink => ({
    agency,
    id,
    ...(narrowing === undefined ? {} : { narrowing }),
  });

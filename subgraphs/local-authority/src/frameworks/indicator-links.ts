import type { indicatorTypes } from '../generated/indicator-types.ts';

/** An agency of the graph, by its name in the supergraph. */
export type AgencyName = keyof typeof indicatorTypes;

/** An indicator, by the agency that answers for it. */
export interface IndicatorLink {
  readonly agency: AgencyName;
  readonly id: string;
}

/** Makes links to the indicators of one agency, by their ids. Whether there is one is for a test across agencies to say. */
export const linksTo =
  (agency: AgencyName) =>
  (id: string): IndicatorLink => ({ agency, id });

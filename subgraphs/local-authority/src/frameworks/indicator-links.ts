/** An agency of the graph, by its name in the supergraph. */
export type AgencyName = 'policing' | 'criminal-justice' | 'health' | 'local-authority';

/** An indicator, by the agency that answers for it. */
export interface IndicatorLink {
  readonly agency: AgencyName;
  readonly id: string;
}

/** An indicator of policing, by its id. Whether there is one is for a test across agencies to say. */
export const policing = (id: string): IndicatorLink => ({ agency: 'policing', id });
/** An indicator of criminal justice, by its id. */
export const justice = (id: string): IndicatorLink => ({ agency: 'criminal-justice', id });
/** An indicator of health, by its id. */
export const health = (id: string): IndicatorLink => ({ agency: 'health', id });
/** An indicator of the local authorities, by its id. */
export const localAuthority = (id: string): IndicatorLink => ({ agency: 'local-authority', id });

import { importAgencies } from '@boroughgraph/system/agencies.ts';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';

/** Every agency, found by its folder, in the order of their ports. */
export const agencies: readonly ServedSubgraph[] = [
  ...(await importAgencies(agencyNames.map(({ slug }) => slug))).values(),
];

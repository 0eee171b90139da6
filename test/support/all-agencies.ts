import { importAgencies } from '@boroughgraph/system/agencies.ts';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';

/** Every agency, found by its folder, in the order of their ports. */
export const agencies: readonly Subgraph[] = [...(await importAgencies(agencyNames.map(({ slug }) => slug))).values()];

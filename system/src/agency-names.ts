import { readAgencies } from '@boroughgraph/schema/agencies.ts';
import { directorySchema } from '@boroughgraph/gateway/directory/directory-tables.ts';
import { agencyNames as namesOf } from '@boroughgraph/schema/wire/agency-names.ts';
import type { Agency } from '@boroughgraph/schema/agency.ts';

/** What the system must know of an agency before any of its code is loaded. */
export interface AgencyName extends Agency {
  /** Folder under `subgraphs/`, name in the supergraph, and name on the command line. */
  readonly slug: string;
  /** PostgreSQL schema in which its tables lie. */
  readonly schema: string;
  /** Port on which its subgraph listens unless `<AGENCY>_PORT` says otherwise. */
  readonly defaultPort: number;
}

/** The agencies of the graph, in the order of their ports. */
export const agencyNames: readonly AgencyName[] = readAgencies().map((agency) => ({
  ...agency,
  slug: agency.name,
  schema: agency.databaseSchema,
  defaultPort: agency.port,
}));

/** What has a schema and roles of its own in PostgreSQL: an agency, or the directory of the gateway. */
export type StoreName = Pick<AgencyName, 'slug' | 'schema' | 'databaseSchema' | 'variablePrefix' | 'variables'>;

/** The directory of the gateway, which is no agency. */
export const directoryName: StoreName = {
  ...namesOf(directorySchema),
  slug: directorySchema,
  schema: directorySchema,
};

/** The agency with this slug, or null when there is none. Never throws. */
export function findAgencyName(slug: string): AgencyName | null {
  return agencyNames.find((agency) => agency.slug === slug) ?? null;
}

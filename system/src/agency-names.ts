/** What the system must know of an agency before any of its code is loaded. */
export interface AgencyName {
  /** Folder under `subgraphs/`, name in the supergraph, and name on the command line. */
  readonly slug: string;
  /** PostgreSQL schema in which its tables lie. */
  readonly schema: string;
  /** PostgreSQL role that owns the schema, where the system makes the roles: it migrates, loads and recalls. */
  readonly role: string;
  /** PostgreSQL role with which its server reads what is served and can do nothing else, where the system makes the roles. */
  readonly readerRole: string;
  /** Port on which its subgraph listens unless `<AGENCY>_PORT` says otherwise. */
  readonly defaultPort: number;
  /** Start of the names of its variables: `POLICING` in `POLICING_PORT`, `POLICING_DATABASE_URL` and `POLICING_URL`. */
  readonly variablePrefix: string;
}

/** The agencies of the graph, in the order of their ports. */
export const agencyNames: readonly AgencyName[] = [
  agencyName('policing', 4001),
  agencyName('criminal-justice', 4002),
  agencyName('health', 4003),
  agencyName('local-authority', 4004),
];

/** The agency with this slug, or null when there is none. Never throws. */
export function findAgencyName(slug: string): AgencyName | null {
  return agencyNames.find((agency) => agency.slug === slug) ?? null;
}

function agencyName(slug: string, defaultPort: number): AgencyName {
  const schema = slug.replaceAll('-', '_');
  const role = `boroughgraph_${schema}`;
  return { slug, schema, role, readerRole: `${role}_reader`, defaultPort, variablePrefix: schema.toUpperCase() };
}

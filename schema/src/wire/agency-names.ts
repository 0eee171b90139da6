/** What the things of one agency are called, in the supergraph, in PostgreSQL and in the environment. */
export interface AgencyNames {
  /** Its name in the supergraph, in errors and on the command line, and its folder under `subgraphs/`: `criminal-justice`. */
  readonly name: string;
  /** The field of Query under which its catalogue stands: `criminalJustice`. */
  readonly rootField: string;
  /** The PostgreSQL schema in which its tables lie: `criminal_justice`. */
  readonly databaseSchema: string;
  /** The PostgreSQL role that owns the schema, where the system makes the roles: it migrates, loads and recalls. */
  readonly role: string;
  /** The PostgreSQL role with which its server reads what is served and can do nothing else, where the system makes the roles. */
  readonly readerRole: string;
  /** The start of the names of its variables: `CRIMINAL_JUSTICE`. */
  readonly variablePrefix: string;
  /** Its environment variables. */
  readonly variables: AgencyVariables;
}

/** The environment variables of one agency, by what they say. */
export interface AgencyVariables {
  /** Where the gateway finds its subgraph: `CRIMINAL_JUSTICE_URL`. */
  readonly url: string;
  /** The port on which the system lets its subgraph listen: `CRIMINAL_JUSTICE_PORT`. */
  readonly port: string;
  /** Its database, as the user who reads: `CRIMINAL_JUSTICE_DATABASE_URL`. */
  readonly databaseUrl: string;
  /** Its database, as the user who owns the tables: `CRIMINAL_JUSTICE_LOADER_DATABASE_URL`. */
  readonly loaderDatabaseUrl: string;
}

/** Names of PostgreSQL end after 63 bytes, and the longest that is made of this has 20 more. */
const longestName = 40;

/** Kebab-case; `pg` begins what belongs to PostgreSQL, its variables included, and the gateway has variables of its own. */
const agencyName = /^(?!pg|gateway$|kit$)[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** True for a name that an agency can have: kebab-case, such as `criminal-justice`, of 40 characters at most. Never throws. */
export function isAgencyName(name: string): boolean {
  return name.length <= longestName && agencyName.test(name);
}

/** The names of all that belongs to an agency, which follow from its own. The one place that makes them. Never throws. */
export function agencyNames(name: string): AgencyNames {
  const databaseSchema = name.replaceAll('-', '_');
  const role = `boroughgraph_${databaseSchema}`;
  const variablePrefix = databaseSchema.toUpperCase();
  return {
    name,
    rootField: name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    databaseSchema,
    role,
    readerRole: `${role}_reader`,
    variablePrefix,
    variables: {
      url: `${variablePrefix}_URL`,
      port: `${variablePrefix}_PORT`,
      databaseUrl: `${variablePrefix}_DATABASE_URL`,
      loaderDatabaseUrl: `${variablePrefix}_LOADER_DATABASE_URL`,
    },
  };
}

import { createHash } from 'node:crypto';

/** What the things of one agency are called, in the supergraph, in PostgreSQL and in the environment. */
export interface AgencyNames {
  /** Its name in the supergraph, in errors and on the command line, and its folder under `subgraphs/`: `criminal-justice`. */
  readonly name: string;
  /** The field of Query under which its catalogue stands: `criminalJustice`. */
  readonly rootField: string;
  /** The PostgreSQL schema in which its tables lie: `criminal_justice`. */
  readonly databaseSchema: string;
  /** The start of the names of its variables: `CRIMINAL_JUSTICE`. */
  readonly variablePrefix: string;
  /** Its environment variables. */
  readonly variables: AgencyVariables;
}

/** The PostgreSQL roles of one agency in one database, where the system makes them. */
export interface AgencyRoles {
  /** Owns the schema: it migrates, loads and recalls. */
  readonly owner: string;
  /** With it its server reads what is served and can do nothing else. */
  readonly reader: string;
}

/** The environment variables of one agency, by what they say. */
export interface AgencyVariables {
  /** Where the gateway finds its subgraph: `CRIMINAL_JUSTICE_URL`. */
  readonly url: string;
  /** The port on which the system lets its subgraph listen: `CRIMINAL_JUSTICE_PORT`. */
  readonly port: string;
  /** Its database, as the user who reads: `CRIMINAL_JUSTICE_DATABASE_URL`. */
  readonly databaseUrl: string;
  /** Where its server hears of changes, if elsewhere: `CRIMINAL_JUSTICE_LISTEN_DATABASE_URL`. */
  readonly listenDatabaseUrl: string;
  /** Its database, as the user who owns the tables: `CRIMINAL_JUSTICE_LOADER_DATABASE_URL`. */
  readonly loaderDatabaseUrl: string;
}

/** Names of PostgreSQL end after 63 bytes. */
const longestName = 40;

/** Kebab-case; `pg` begins what belongs to PostgreSQL, its variables included, and the gateway has variables and a schema of its own. */
const agencyName = /^(?!pg|gateway$|directory$|kit$)[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** True for a name that an agency can have: kebab-case, such as `criminal-justice`, of 40 characters at most. Never throws. */
export function isAgencyName(name: string): boolean {
  return name.length <= longestName && agencyName.test(name);
}

/** The names of all that belongs to an agency, which follow from its own. The one place that makes them. Never throws. */
export function agencyNames(name: string): AgencyNames {
  const databaseSchema = name.replaceAll('-', '_');
  const variablePrefix = databaseSchema.toUpperCase();
  return {
    name,
    rootField: name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    databaseSchema,
    variablePrefix,
    variables: {
      url: `${variablePrefix}_URL`,
      port: `${variablePrefix}_PORT`,
      databaseUrl: `${variablePrefix}_DATABASE_URL`,
      listenDatabaseUrl: `${variablePrefix}_LISTEN_DATABASE_URL`,
      loaderDatabaseUrl: `${variablePrefix}_LOADER_DATABASE_URL`,
    },
  };
}

/**
 * The roles of an agency in a database. Roles belong to the whole server: they carry the database in their name, so that two systems on one
 * server have none in common. Never throws.
 */
export function agencyRoles({ databaseSchema }: Pick<AgencyNames, 'databaseSchema'>, database: string): AgencyRoles {
  const roleOf = (kind: string) => shortened(`boroughgraph_${databaseSchema}${kind}__${database}`);
  return { owner: roleOf(''), reader: roleOf('_reader') };
}

/** Bytes of a name in PostgreSQL. */
const longestRole = 63;

/** A name that can be a role and a file; where that takes something away, a hash of all of it tells two apart. */
function shortened(name: string): string {
  const plain = name.replaceAll(/[^a-z0-9_-]/g, '_');
  if (plain === name && name.length <= longestRole) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${plain.slice(0, longestRole - hash.length - 1)}_${hash}`;
}

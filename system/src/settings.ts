import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agencyNames, type AgencyName } from './agency-names.ts';
import { describeDataFolder, type DataFolder } from './data-folder.ts';
import { Problem } from './problem.ts';

/** The folder that holds the whole project. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that the system takes from its environment, checked. */
export interface Settings {
  readonly folder: DataFolder;
  /** Address on which what a person talks to listens; subgraphs behind the gateway stay on 127.0.0.1. */
  readonly host: string;
  readonly gatewayPort: number;
  /** Port of each agency's subgraph, by slug. */
  readonly agencyPorts: ReadonlyMap<string, number>;
  /** A PostgreSQL to use in place of the embedded one; its user may create roles. Null where there is none. */
  readonly adminUrl: string | null;
  /** Databases that agencies bring themselves, by slug, with the user as which their servers connect. */
  readonly ownUrls: ReadonlyMap<string, string>;
  /** The same databases with the user who owns the tables, by slug; absent where it is the one of `ownUrls`. */
  readonly loaderUrls: ReadonlyMap<string, string>;
  readonly logLevel: string;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/**
 * The settings in the environment, or their defaults. An empty variable counts as not set.
 *
 * @throws {Problem} naming the first variable that cannot be used, what was there, and one that could.
 */
export function readSettings(environment: Environment): Settings {
  const agencyPorts = agencyNames.map((agency) => {
    return [agency.slug, readPort(environment, portVariable(agency), agency.defaultPort)] as const;
  });
  const ownUrls = readAgencyUrls(environment, 'DATABASE_URL');
  const loaderUrls = readAgencyUrls(environment, 'LOADER_DATABASE_URL');
  requireServingUrls(ownUrls, loaderUrls);
  return {
    folder: describeDataFolder(resolve(projectFolder, read(environment, 'BOROUGHGRAPH_DATA') ?? '.data')),
    // This machine only. Serving a network is a decision that somebody should have to make.
    host: read(environment, 'HOST') ?? '127.0.0.1',
    gatewayPort: readPort(environment, 'GATEWAY_PORT', 4000),
    agencyPorts: new Map(agencyPorts),
    adminUrl: readDatabaseUrl(environment, 'DATABASE_URL'),
    ownUrls,
    loaderUrls,
    logLevel: readLogLevel(environment),
  };
}

/** The variable that moves an agency's subgraph to another port. */
export function portVariable(agency: AgencyName): string {
  return `${agency.variablePrefix}_PORT`;
}

/** The databases that variables such as `POLICING_DATABASE_URL` name, by slug. */
function readAgencyUrls(environment: Environment, suffix: string): ReadonlyMap<string, string> {
  const urls = agencyNames.flatMap(({ slug, variablePrefix }) => {
    const url = readDatabaseUrl(environment, `${variablePrefix}_${suffix}`);
    return url === null ? [] : [[slug, url] as const];
  });
  return new Map(urls);
}

function requireServingUrls(ownUrls: ReadonlyMap<string, string>, loaderUrls: ReadonlyMap<string, string>): void {
  const lacking = agencyNames.find(({ slug }) => loaderUrls.has(slug) && !ownUrls.has(slug));
  if (lacking === undefined) return;
  const { variablePrefix } = lacking;
  throw new Problem(
    `${variablePrefix}_LOADER_DATABASE_URL is set and ${variablePrefix}_DATABASE_URL is not: the first names the user who loads, the second the one as which the server reads. Set both, or the second alone.`,
  );
}

function read(environment: Environment, name: string): string | null {
  const text = environment[name]?.trim() ?? '';
  return text === '' ? null : text;
}

function readPort(environment: Environment, name: string, fallback: number): number {
  const text = read(environment, name);
  if (text === null) return fallback;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Problem(`${name} is "${text}", but must be a port number from 1 to 65535. Example: ${name}=${fallback}`);
}

function readDatabaseUrl(environment: Environment, name: string): string | null {
  const text = read(environment, name);
  if (text === null) return null;
  const url = URL.parse(text);
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (isPostgres && url.hostname !== '' && url.pathname.length > 1) return text;
  // The text is not repeated: it may hold a password.
  throw new Problem(
    `${name} is no PostgreSQL URL with a database. Example: ${name}=postgres://user:password@127.0.0.1:5432/boroughgraph`,
  );
}

function readLogLevel(environment: Environment): string {
  // Requests are logged at "info": on a terminal they would hide what a person should see.
  const text = read(environment, 'LOG_LEVEL') ?? 'warn';
  if (logLevels.includes(text)) return text;
  throw new Problem(`LOG_LEVEL is "${text}", but must be one of ${logLevels.join(', ')}. Example: LOG_LEVEL=info`);
}

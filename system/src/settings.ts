import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Environment,
  EnvironmentError,
  readVariables,
  type Variable,
} from '@boroughgraph/schema/process/environment.ts';
import {
  databaseUrlVariable,
  hostVariable,
  knownPortVariable,
  listenUrlVariable,
  type LogLevel,
  logLevelVariable,
  wholeNumber,
  metricsPortVariable,
} from '@boroughgraph/schema/process/variables.ts';
import { z } from 'zod';
import { agencyNames, type AgencyName, directoryName, type StoreName } from './agency-names.ts';
import { describeDataFolder, type DataFolder } from './stores/data-folder.ts';
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
  /** Files with the passwords of the roles that are made in it, each called as its role; null where they are random ones of the data folder. */
  readonly passwordsFolder: string | null;
  /** Databases that agencies bring themselves, by slug, with the user as which their servers connect; and that of the directory, if it is not with the others. */
  readonly ownUrls: ReadonlyMap<string, string>;
  /** The same databases with the user who owns the tables, by slug; absent where it is the one of `ownUrls`. */
  readonly loaderUrls: ReadonlyMap<string, string>;
  /** Where servers lease the state of their stores, by slug, or that they do not; absent where it is where they read. */
  readonly listenUrls: ReadonlyMap<string, string>;
  readonly logLevel: LogLevel;
  /** Hours after which the running system looks again for what is held for too long; null where somebody else sees to it. */
  readonly retentionHours: number | null;
  /** How the lines of the servers are written; null where the terminal decides. */
  readonly logFormat: LogFormat | null;
  /** Where Prometheus reads what the gateway counts, and after it that of the agencies; null where nothing is counted. */
  readonly metricsPort: number | null;
}

const logFormats = ['text', 'json'] as const;

/** How the lines of the servers are written. */
export type LogFormat = (typeof logFormats)[number];

/**
 * The settings in the environment, or their defaults. An empty variable counts as not set.
 *
 * @throws {Problem} naming every variable that cannot be used, what was there unless it is a secret, and one that could.
 */
export function readSettings(environment: Environment): Settings {
  const { dataFolder, agencyPorts, ownUrls, loaderUrls, listenUrls, ...settings } = readAll(environment);
  const settled = { ownUrls: presentIn(ownUrls), loaderUrls: presentIn(loaderUrls), listenUrls: presentIn(listenUrls) };
  requireServingUrls(settled.ownUrls, settled.loaderUrls);
  return {
    ...settings,
    ...settled,
    folder: describeDataFolder(resolve(projectFolder, dataFolder)),
    agencyPorts: new Map(Object.entries(agencyPorts)),
  };
}

const dataFolderVariable: Variable<string> = {
  name: 'BOROUGHGRAPH_DATA',
  schema: z.string(),
  fallback: '.data',
  expected: 'a folder',
  example: '.data',
  says: 'Where the embedded PostgreSQL, keys and passwords lie, from the folder of the project.',
};

const passwordsVariable: Variable<string | null> = {
  name: 'DATABASE_PASSWORDS',
  schema: z.string(),
  fallback: null,
  expected: 'a folder with a file for each role, which has its password',
  example: '/run/secrets',
  says: 'Where the passwords of the roles are that are made in DATABASE_URL; without it they are random, in the data folder.',
};

const retentionVariable: Variable<number | null> = {
  name: 'RETENTION_HOURS',
  schema: wholeNumber({ from: 0, to: 168 }).transform((hours) => (hours === 0 ? null : hours)),
  // What is promised for years is kept to the day.
  fallback: 24,
  expected: 'a whole number of hours from 1 to 168, or 0 where something else runs the command',
  example: '24',
  says: 'Hours after which npm start looks again for what is held for longer than is stated; 0 where something else does.',
};

const logFormatVariable: Variable<LogFormat | null> = {
  name: 'LOG_FORMAT',
  schema: z.enum(logFormats),
  fallback: null,
  expected: `one of ${logFormats.join(', ')}`,
  example: 'json',
  says: 'How the lines of the servers are written, on standard error; without it as text on a terminal, and elsewhere as JSON.',
};

const saysOfDatabases = {
  admin: 'A PostgreSQL in the place of the embedded one, as a user who may create roles.',
  own: 'A database that an agency brings itself, as the user who reads; of DIRECTORY that of colleagues and keys.',
  loader: 'The same as the user who owns the tables; without it both are one.',
};

/** The variables of `npm start` and of every other command. */
export function systemVariables() {
  return {
    dataFolder: dataFolderVariable,
    host: hostVariable,
    gatewayPort: knownPortVariable('GATEWAY_PORT', 4000, 'The port of the endpoint.'),
    agencyPorts: forEachAgency((agency) => agencyPortVariable(agency)),
    adminUrl: optionalDatabaseUrl('DATABASE_URL', saysOfDatabases.admin),
    passwordsFolder: passwordsVariable,
    ownUrls: forEachStore(({ variables }) => optionalDatabaseUrl(variables.databaseUrl, saysOfDatabases.own)),
    loaderUrls: forEachStore(({ variables }) =>
      optionalDatabaseUrl(variables.loaderDatabaseUrl, saysOfDatabases.loader),
    ),
    listenUrls: forEachAgency(({ variables }) => listenUrlVariable(variables.listenDatabaseUrl)),
    // Requests are logged at "info": on a terminal they would hide what a person should see.
    logLevel: logLevelVariable('warn'),
    retentionHours: retentionVariable,
    logFormat: logFormatVariable,
    metricsPort: metricsPortVariable,
  };
}

function agencyPortVariable(agency: AgencyName): Variable<number> {
  return knownPortVariable(portVariable(agency), agency.defaultPort, 'The port of the server of an agency.');
}

function readAll(environment: Environment) {
  try {
    return readVariables(environment, systemVariables());
  } catch (error) {
    throw error instanceof EnvironmentError ? new Problem(error.message) : error;
  }
}

function forEachAgency<Value>(describe: (agency: AgencyName) => Variable<Value>): Record<string, Variable<Value>> {
  return Object.fromEntries(agencyNames.map((agency) => [agency.slug, describe(agency)]));
}

function forEachStore<Value>(describe: (store: StoreName) => Variable<Value>): Record<string, Variable<Value>> {
  return Object.fromEntries([...agencyNames, directoryName].map((store) => [store.slug, describe(store)]));
}

function optionalDatabaseUrl(name: string, says: string): Variable<string | null> {
  return { ...databaseUrlVariable(name, says), fallback: null };
}

function presentIn(urls: Readonly<Record<string, string | null>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(urls).flatMap(([slug, url]) => (url === null ? [] : [[slug, url] as const])));
}

/** The variable that moves an agency's subgraph to another port. */
export function portVariable(agency: AgencyName): string {
  return `${agency.variablePrefix}_PORT`;
}

function requireServingUrls(ownUrls: ReadonlyMap<string, string>, loaderUrls: ReadonlyMap<string, string>): void {
  const lacking = [...agencyNames, directoryName].find(({ slug }) => loaderUrls.has(slug) && !ownUrls.has(slug));
  if (lacking === undefined) return;
  const { variablePrefix } = lacking;
  throw new Problem(
    `${variablePrefix}_LOADER_DATABASE_URL is set and ${variablePrefix}_DATABASE_URL is not: the first names the user who loads, the second the one as which the server reads. Set both, or the second alone.`,
  );
}

import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import type { AgencyName } from '../agency-names.ts';
import type { AgencyDatabase } from '../stores/open-databases.ts';
import type { Settings } from '../settings.ts';

/** Variables by which a program could come to a database that is not its own. */
const databaseVariable = /(^|_)DATABASE_URL$|^PG/;

/** Address of what only the gateway talks to. */
const internalHost = '127.0.0.1';

/** The environment of an agency's subgraph: the URL of its own database and of no other. */
export function describeSubgraphEnvironment(
  base: Environment,
  settings: Settings,
  request: { readonly database: Pick<AgencyDatabase, 'agency' | 'readerUrl'>; readonly isAlone: boolean },
): NodeJS.ProcessEnv {
  const { agency, readerUrl } = request.database;
  return {
    ...withoutDatabases(base),
    HOST: request.isAlone ? settings.host : internalHost,
    PORT: String(readAgencyPort(settings, agency)),
    LOG_LEVEL: settings.logLevel,
    [agency.variables.databaseUrl]: readerUrl,
  };
}

/** The environment of the gateway: where each subgraph answers, and no database. */
export function describeGatewayEnvironment(
  base: Environment,
  settings: Settings,
  agencies: readonly AgencyName[],
): NodeJS.ProcessEnv {
  const addresses = agencies.map((agency) => {
    return [agency.variables.url, `http://${internalHost}:${readAgencyPort(settings, agency)}/graphql`] as const;
  });
  return {
    ...withoutDatabases(base),
    ...Object.fromEntries(addresses),
    HOST: settings.host,
    PORT: String(settings.gatewayPort),
    LOG_LEVEL: settings.logLevel,
  };
}

/** The port of an agency's subgraph. */
export function readAgencyPort(settings: Settings, agency: AgencyName): number {
  return settings.agencyPorts.get(agency.slug) ?? agency.defaultPort;
}

function withoutDatabases(base: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !databaseVariable.test(name)));
}

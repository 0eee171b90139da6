import type { KeyObject } from 'node:crypto';
import {
  type Environment,
  EnvironmentError,
  readVariables,
  type Variable,
} from '@boroughgraph/schema/process/environment.ts';
import { gatewayKeysVariable } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import type { MetricsPlace } from '@boroughgraph/schema/metrics/metrics-door.ts';
import type { TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import { tracingPlaceOf, tracingVariables } from '@boroughgraph/schema/tracing/tracing-variables.ts';
import { isLoopback } from '@boroughgraph/schema/process/loopback.ts';
import {
  databaseUrlVariable,
  hideSchemaVariable,
  hostVariable,
  listenUrlVariable,
  type LogLevel,
  logLevelVariable,
  metricsHostVariable,
  metricsPortVariable,
  neverListen,
  portVariable,
  wholeNumber,
} from '@boroughgraph/schema/process/variables.ts';
import { defaultConnections } from '../store/database.ts';
import type { Subgraph } from '../series/subgraph.ts';

/** What a subgraph's server is told by its variables. */
export interface SubgraphSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** PostgreSQL where changes to the store are made; null where its state is asked for at each request. */
  readonly listenUrl: string | null;
  readonly logLevel: LogLevel;
  /** Whether the server answers nothing about its schema. */
  readonly hidesSchema: boolean;
  /** The public keys of the gateways that it answers; without any it is alone. */
  readonly gatewayKeys: readonly KeyObject[];
  /** Connections to the store at most. */
  readonly storeConnections: number;
  /** Where Prometheus reads what is counted; null where nothing is. */
  readonly metrics: MetricsPlace | null;
  /** Where spans are told; null where nothing is traced. */
  readonly tracing: TracingPlace | null;
}

const storeConnectionsVariable: Variable<number> = {
  name: 'STORE_CONNECTIONS',
  schema: wholeNumber({ from: 1, to: 1_000 }),
  fallback: defaultConnections,
  expected: 'a whole number from 1 to 1000',
  example: String(defaultConnections),
  says: 'How many connections each server of an agency has to its database at most; what comes beyond them waits.',
};

/** The variables of one subgraph's server. */
export function subgraphVariables({ port, variables }: Pick<Subgraph, 'port' | 'variables'>) {
  const says = 'The database of the agency, as the user who reads.';
  return {
    port: portVariable('PORT', port),
    host: hostVariable,
    databaseUrl: databaseUrlVariable(variables.databaseUrl, says),
    listenUrl: listenUrlVariable(variables.listenDatabaseUrl),
    logLevel: logLevelVariable('info'),
    hidesSchema: hideSchemaVariable,
    gatewayKeys: gatewayKeysVariable,
    storeConnections: storeConnectionsVariable,
    metricsPort: metricsPortVariable,
    metricsHost: metricsHostVariable,
    traced: tracingVariables,
  };
}

/**
 * Reads the variables of one subgraph, once.
 *
 * @throws {EnvironmentError} naming every variable that cannot be used, what was there, and one that could; the URL of the
 * database, which may hold a password, is not repeated.
 */
export function readEnvironment(
  { port, variables }: Pick<Subgraph, 'port' | 'variables'>,
  environment: Environment,
): SubgraphSettings {
  const { listenUrl, metricsPort, metricsHost, traced, ...settings } = readVariables(
    environment,
    subgraphVariables({ port, variables }),
  );
  if (settings.gatewayKeys.length === 0 && !isLoopback(settings.host)) throw reachableAlone(settings.host);
  return {
    ...settings,
    listenUrl: listenUrl === neverListen ? null : (listenUrl ?? settings.databaseUrl),
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    tracing: tracingPlaceOf(traced),
  };
}

function reachableAlone(host: string): EnvironmentError {
  const { name, expected, example } = gatewayKeysVariable;
  return new EnvironmentError(
    `HOST is "${host}", where other machines reach this server, and ${name} is missing: without ${expected} it answers this machine alone. Example: ${name}=${example}`,
  );
}

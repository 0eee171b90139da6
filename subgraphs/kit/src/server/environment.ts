import { type Environment, readVariables } from '@boroughgraph/schema/process/environment.ts';
import {
  databaseUrlVariable,
  hideSchemaVariable,
  hostVariable,
  type LogLevel,
  logLevelVariable,
  portVariable,
} from '@boroughgraph/schema/process/variables.ts';
import type { Subgraph } from '../series/subgraph.ts';

/** What a subgraph's server is told by its variables. */
export interface SubgraphSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  /** Whether the server answers nothing about its schema. */
  readonly hidesSchema: boolean;
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
  return readVariables(environment, {
    port: portVariable('PORT', port),
    host: hostVariable,
    databaseUrl: databaseUrlVariable(variables.databaseUrl),
    logLevel: logLevelVariable('info'),
    hidesSchema: hideSchemaVariable,
  });
}

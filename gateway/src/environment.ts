import { readVariables } from '@boroughgraph/schema/process/environment.ts';
import type { Environment, Variable } from '@boroughgraph/schema/process/environment.ts';
import {
  hostVariable,
  httpUrlVariable,
  isHttpUrl,
  logLevelVariable,
  portVariable,
  wholeNumber,
} from '@boroughgraph/schema/process/variables.ts';
import type { LogLevel } from '@boroughgraph/schema/process/variables.ts';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { z } from 'zod';
import type { SupergraphAgency } from './supergraph-agencies.ts';

/** Where each agency's subgraph answers: subgraph name, then its GraphQL URL. */
export type AgencyUrls = Readonly<Record<string, string>>;

/** Everything that the gateway takes from its environment, checked. */
export type GatewaySettings = {
  readonly port: number;
  readonly host: string;
  readonly urls: AgencyUrls;
  readonly corsOrigins: readonly string[];
  readonly timeoutMs: number;
  readonly logLevel: LogLevel;
};

const corsOriginsVariable: Variable<readonly string[]> = {
  name: 'CORS_ORIGINS',
  schema: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .transform((origins) => origins.filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin)),
  // The playground is served from the gateway's own origin, which needs no permission.
  fallback: [],
  expected: 'origins with commas between them',
  example: 'https://dashboard.example,http://localhost:5173',
};

const timeoutVariable: Variable<number> = {
  name: 'SUBGRAPH_TIMEOUT_MS',
  schema: wholeNumber({ from: 1, to: 600_000 }),
  fallback: agencyAnswerMs,
  expected: 'a whole number of milliseconds from 1 to 600000',
  example: String(agencyAnswerMs),
};

/**
 * The gateway's settings, from environment variables or their defaults. An empty variable counts as not set.
 *
 * @param agencies - Those of the supergraph: each has a variable for its address, by the rule that all agencies share.
 * @throws {EnvironmentError} naming every variable that cannot be used, what was there, and one that could.
 */
export function readEnvironment(environment: Environment, agencies: readonly SupergraphAgency[]): GatewaySettings {
  return readVariables(environment, {
    port: portVariable('PORT', 4000),
    host: hostVariable,
    urls: Object.fromEntries(
      agencies.map(({ name, url }) => [name, httpUrlVariable(agencyNames(name).variables.url, url)]),
    ),
    corsOrigins: corsOriginsVariable,
    timeoutMs: timeoutVariable,
    logLevel: logLevelVariable('info'),
  });
}

function isOrigin(text: string): boolean {
  return isHttpUrl(text) && URL.parse(text)?.origin === text;
}

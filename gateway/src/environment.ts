import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { type Environment, readVariables, type Variable } from '@boroughgraph/schema/process/environment.ts';
import {
  hideSchemaVariable,
  hostVariable,
  httpUrlVariable,
  isHttpUrl,
  type LogLevel,
  logLevelVariable,
  metricsHostVariable,
  metricsPortVariable,
  portVariable,
  wholeNumber,
} from '@boroughgraph/schema/process/variables.ts';
import {
  auditFolderVariable,
  auditKeyVariable,
  signingKeyVariable,
} from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { findDatabaseUrlFault } from '@boroughgraph/schema/process/database-url.ts';
import { isLoopback } from '@boroughgraph/schema/process/loopback.ts';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { z } from 'zod';
import type { MetricsPlace } from '@boroughgraph/schema/metrics/metrics-door.ts';
import type { TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import { tracingPlaceOf, tracingVariables } from '@boroughgraph/schema/tracing/tracing-variables.ts';
import {
  type CallerSettings,
  developmentKeyVariable,
  directoryVariable,
  issuersVariable,
  requireKeys,
} from './callers/caller-variables.ts';
import { type ExecutorName, executorNames } from './execution/executor.ts';
import type { SupergraphAgency } from './supergraph/supergraph-agencies.ts';
import { hiddenTagsVariable, supergraphKeysVariable, supergraphVariable } from './supergraph/supergraph-variables.ts';
import { usageFolderVariable } from './usage/usage-variables.ts';

/** Where each agency's subgraph answers: subgraph name, then its GraphQL URL. */
export type AgencyUrls = Readonly<Record<string, string>>;

/** Everything that the gateway takes from its environment, checked. */
export interface GatewaySettings extends CallerSettings {
  readonly port: number;
  readonly urls: AgencyUrls;
  /** Where the supergraph is taken from, and watched; null for that of the repository. */
  readonly supergraph: string | null;
  /** The public keys of those who may publish one. */
  readonly supergraphKeys: readonly KeyObject[];
  /** What clients do not see, by its tags. */
  readonly hiddenTags: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly timeoutMs: number;
  /** What one address may ask for within a minute, in units of cost; 0 where it may ask for anything. */
  readonly costBudget: number;
  /** PostgreSQL in which all gateways count that; null where each counts by itself. */
  readonly budgetsUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  /** Where the documents lie that are answered beside those of the repository, and no others; null where all are. */
  readonly safelistPath: string | null;
  /** Whether the gateway answers nothing about its schema. */
  readonly hidesSchema: boolean;
  readonly executor: ExecutorName;
  /** How much memory whole answers may take that are remembered, in bytes; 0 where none are. */
  readonly responseBytes: number;
  /** The share of requests that are written down though they touch nothing but what is for everybody. */
  readonly auditShare: number;
  /** Where Prometheus reads what is counted; null where nothing is. */
  readonly metrics: MetricsPlace | null;
  /** Where spans are told; null where nothing is traced. */
  readonly tracing: TracingPlace | null;
  /** Where it is recorded how often operations and fields are asked for; null where it is not. */
  readonly usageFolder: string | null;
}

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
  says: "The origins of the pages that may read answers, beside the gateway's own.",
};

const timeoutVariable: Variable<number> = {
  name: 'SUBGRAPH_TIMEOUT_MS',
  schema: wholeNumber({ from: 1, to: 600_000 }),
  fallback: agencyAnswerMs,
  expected: 'a whole number of milliseconds from 1 to 600000',
  example: String(agencyAnswerMs),
  says: 'The longest that an agency is waited for.',
};

/**
 * Half of what one core works off in a minute: a page of bulk reading every four seconds, or a hundred dashboards a second in
 * one building.
 */
const publicBudget = 30_000_000;

const budgetVariable: Variable<number | null> = {
  name: 'COST_BUDGET',
  schema: wholeNumber({ from: 0, to: 1_000_000_000 }).refine((budget) => budget === 0 || budget >= maxCost),
  fallback: null,
  expected: `what one address may ask for within a minute, at least ${maxCost} or 0 for anything`,
  example: String(publicBudget),
  says: 'What one address or organisation may ask for within a minute; without it nothing is bounded where only its own machine reaches the gateway, and 30,000,000 elsewhere.',
};

const budgetsUrlVariable: Variable<string | null> = {
  name: 'BUDGETS_URL',
  schema: z.string().refine((text) => findDatabaseUrlFault(text) === null),
  fallback: null,
  expected: 'the URL of a PostgreSQL that all gateways share',
  example: 'postgres://gateway@db.example/budgets',
  explain: findDatabaseUrlFault,
  says: 'Where several gateways count budgets together; without it each counts by itself.',
};

const trustedProxiesVariable: Variable<readonly string[]> = {
  name: 'TRUSTED_PROXIES',
  schema: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .refine((addresses) => addresses.every((address) => isIP(address.replace(/\/\d+$/, '')) !== 0)),
  fallback: [],
  expected: 'addresses or ranges of addresses with commas between them',
  example: '10.0.0.0/8,127.0.0.1',
  says: 'The proxies that say truly for whom they ask.',
};

const safelistVariable: Variable<string | null> = {
  name: 'SAFELIST',
  schema: z.string(),
  fallback: null,
  expected: 'a folder of .graphql files, or a JSON file of SHA-256 and document',
  example: '/srv/dashboards/operations',
  says: 'The operations that are answered beside those of the repository, and no others; without it all are.',
};

const auditShareVariable: Variable<number> = {
  name: 'AUDIT_SHARE',
  schema: z
    .string()
    .regex(/^(0|1|0?\.\d{1,6}|1\.0*)$/)
    .transform(Number),
  fallback: 0,
  expected: 'the share of open requests that are written down as well, from 0 to 1',
  example: '0.01',
  says: 'How much of what touches nothing but open figures is written down as well.',
};

/** Of memory: some thousands of different dashboards, and a few percent of what the five processes take. */
const defaultCacheMb = 32;

const responseCacheVariable: Variable<number> = {
  name: 'RESPONSE_CACHE_MB',
  schema: wholeNumber({ from: 0, to: 4_096 }),
  fallback: defaultCacheMb,
  expected: 'a whole number of megabytes from 0 to 4096; 0 remembers nothing',
  example: String(defaultCacheMb),
  says: 'How much memory answers and parts of them may take, which are remembered until something that they were made of changes.',
};

const executorVariable: Variable<ExecutorName> = {
  name: 'EXECUTOR',
  schema: z.enum(executorNames),
  fallback: 'compiled',
  expected: 'compiled, or apollo for the executor of @apollo/gateway',
  example: 'apollo',
  says: 'What puts answers together.',
};

/**
 * The gateway's variables.
 *
 * @param agencies - Those of the supergraph: each has a variable for its address, by the rule that all agencies share.
 */
export function gatewayVariables(agencies: readonly SupergraphAgency[]) {
  return {
    port: portVariable('PORT', 4000),
    host: hostVariable,
    urls: urlVariables(agencies),
    supergraph: supergraphVariable,
    supergraphKeys: supergraphKeysVariable,
    hiddenTags: hiddenTagsVariable,
    corsOrigins: corsOriginsVariable,
    timeoutMs: timeoutVariable,
    costBudget: budgetVariable,
    budgetsUrl: budgetsUrlVariable,
    trustedProxies: trustedProxiesVariable,
    logLevel: logLevelVariable('info'),
    safelistPath: safelistVariable,
    hidesSchema: hideSchemaVariable,
    executor: executorVariable,
    issuersPath: issuersVariable,
    developmentKey: developmentKeyVariable,
    directoryUrl: directoryVariable,
    signingKey: signingKeyVariable,
    auditFolder: auditFolderVariable,
    auditKey: auditKeyVariable,
    auditShare: auditShareVariable,
    metricsPort: metricsPortVariable,
    metricsHost: metricsHostVariable,
    traced: tracingVariables,
    responseCacheMb: responseCacheVariable,
    usageFolder: usageFolderVariable,
  };
}

function urlVariables(agencies: readonly SupergraphAgency[]) {
  return Object.fromEntries(
    agencies.map(({ name, url }) => [
      name,
      httpUrlVariable(agencyNames(name).variables.url, url, 'Where the agency answers.'),
    ]),
  );
}

/** Where the supergraph comes from, which has to be known before anything else is read: it says which other variables there are. */
export function readSupergraphSettings(
  environment: Environment,
): Pick<GatewaySettings, 'supergraph' | 'supergraphKeys'> {
  return readVariables(environment, { supergraph: supergraphVariable, supergraphKeys: supergraphKeysVariable });
}

/**
 * Where the agencies of a supergraph answer that has come while the gateway runs: where it says, unless a variable says otherwise.
 *
 * @throws {EnvironmentError} naming every variable that cannot be used.
 */
export function readAgencyUrls(environment: Environment, agencies: readonly SupergraphAgency[]): AgencyUrls {
  return readVariables(environment, urlVariables(agencies));
}

/**
 * The gateway's settings, from environment variables or their defaults. An empty variable counts as not set.
 *
 * @param agencies - Those of the supergraph: each has a variable for its address, by the rule that all agencies share.
 * @throws {EnvironmentError} naming every variable that cannot be used, what was there, and one that could.
 */
export function readEnvironment(environment: Environment, agencies: readonly SupergraphAgency[]): GatewaySettings {
  const variables = gatewayVariables(agencies);
  const { costBudget, auditFolder, auditKey, metricsPort, metricsHost, traced, responseCacheMb, ...settings } =
    readVariables(environment, variables);
  const audit = auditFolder === null || auditKey === null ? null : { folder: auditFolder, key: auditKey };
  requireKeys({ ...settings, audit });
  const metrics = metricsPort === null ? null : { host: metricsHost, port: metricsPort };
  // Who shares a machine with the gateway can do without it what it would keep them from.
  const budget = costBudget ?? (isLoopback(settings.host) ? 0 : publicBudget);
  return {
    ...settings,
    audit,
    metrics,
    tracing: tracingPlaceOf(traced),
    costBudget: budget,
    responseBytes: responseCacheMb * 2 ** 20,
  };
}

function isOrigin(text: string): boolean {
  // A star would be taken for a name that no page has.
  return isHttpUrl(text) && URL.parse(text)?.origin === text && !text.includes('*');
}

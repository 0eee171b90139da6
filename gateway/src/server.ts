import './telemetry-off.ts';
import type { KeyObject } from 'node:crypto';
import type { MetricsPlace } from '@boroughgraph/schema/metrics/metrics-door.ts';
import type { Tracing, TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import type { LogLevel } from '@boroughgraph/schema/process/variables.ts';
import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { addFrontRoutes } from '@boroughgraph/web/front-routes.ts';
import { addPlaygroundRoutes } from '@boroughgraph/web/playground-routes.ts';
import type { FastifyInstance } from 'fastify';
import type { AgencyUrls } from './environment.ts';
import { addDataRoutes } from './takeaway/data-routes.ts';
import { addCatalogueRoutes } from './takeaway/catalogues/catalogue-routes.ts';
import { addMcpRoute } from './model-context/mcp-route.ts';
import type { ModelOffer } from './model-context/model-offer.ts';
import { addEmbedRoutes } from './takeaway/embeds/embed-routes.ts';
import { addNumberRoutes } from './takeaway/numbers/number-routes.ts';
import { addDatasetRoutes } from './takeaway/datasets/dataset-routes.ts';
import { addReleaseRoutes } from './takeaway/releases/release-routes.ts';
import { addGraphQLRoute } from './http/graphql-routes.ts';
import { addHealthRoutes } from './http/health-routes.ts';
import type { ConsumerBudgets } from './budgets/consumer-budgets.ts';
import { Audit } from './audit/audit.ts';
import type { AuditPlace } from './audit/audit-chain.ts';
import { CallerCheck } from './callers/caller-check.ts';
import type { CallerIssuer } from './callers/caller-issuer.ts';
import { openBudgets } from './budgets/open-budgets.ts';
import { addColleagueRoutes } from './directory/colleague-routes.ts';
import { Directory } from './directory/directory.ts';
import { addOversightRoutes } from './oversight/oversight-routes.ts';
import type { ExecutorName } from './execution/executor.ts';
import { openMetrics, type OpenMetrics } from './metrics/open-metrics.ts';
import { traceGateway } from './metrics/trace-gateway.ts';
import type { StartPlanningThread } from './planning/planning-thread.ts';
import { createHttpServer } from './http/http-server.ts';
import { addSupergraphRoute } from './http/supergraph-route.ts';
import { maxAgencyRounds } from './limits.ts';
import { ConsiderateRoom } from './operations/considerate-room.ts';
import { describePlayground } from './http/playground.ts';
import type { ServedGeneration } from './http/served-generation.ts';
import { serveGraph, type WatchedSupergraph } from './http/served-graph.ts';
import { type NamedOperation, readNamedOperations, readSupergraph } from './supergraph/schema-files.ts';
import { createPersistedQueries, type PersistedQueries } from './trusted-documents/persisted-queries.ts';
import { addAnswersAtOnce } from './responses/add-answers-at-once.ts';
import { Safelist } from './trusted-documents/safelist.ts';
import type { SupergraphWatch } from './supergraph/supergraph-watch.ts';
import { openUsage } from './usage/open-usage.ts';
import type { Usage } from './usage/usage.ts';
import type { Replaceable } from './supergraph/replaceable.ts';

/** How a gateway is started. */
export interface GatewayOptions {
  /** Where each subgraph of the supergraph answers. */
  readonly urls: AgencyUrls;
  /** 0 takes any free port. @default 4000 */
  readonly port?: number;
  /** What to listen on. @default 127.0.0.1, this machine only */
  readonly host?: string;
  /** @default the composed schema of the repository */
  readonly supergraphSdl?: string;
  /** What carries one of these tags (`@tag`) is not there for clients. @default none is hidden */
  readonly hiddenTags?: readonly string[];
  /** From where other supergraphs come while the gateway runs. @default null: from nowhere, but `update` */
  readonly watched?: WatchedSupergraph | null;
  /** The longest that one agency may take for one answer, in milliseconds. @default 10000 */
  readonly timeoutMs?: number;
  /** The largest answer of an agency that is read, in bytes. @default 64 MiB */
  readonly maxAnswerBytes?: number;
  /** The processor time that planning one operation may take, in milliseconds. @default 5000 */
  readonly planningMs?: number;
  /** What starts the threads that plan. @default threads of this process, which end with the gateway */
  readonly startPlanningThread?: StartPlanningThread;
  /** What executes plans: ours, or that of `@apollo/gateway`, which gives the same answers and takes longer. @default compiled */
  readonly executor?: ExecutorName;
  /** Documents whose operations are planned at start, and before those of others. @default none */
  readonly registeredOperations?: readonly string[];
  /** Operations that have an address of their own, under `/data/`. @default those of the repository */
  readonly namedOperations?: readonly NamedOperation[];
  /** Up to how many bytes such a file is there whole before it is sent, and can be read in parts. @default 4 MiB */
  readonly wholeFileBytes?: number;
  /** Documents that are answered, and no others: planned at start, too. @default null: all are */
  readonly safelist?: readonly string[] | null;
  /** What one address or organisation may ask for within a minute, in units of cost; 0 lets it ask for anything. @default 0 */
  readonly costBudget?: number;
  /** PostgreSQL in which gateways count together what has been asked for. @default each counts by itself */
  readonly budgetsUrl?: string | null;
  /** Who vouches for callers. @default nobody: a request with a token is refused */
  readonly issuers?: readonly CallerIssuer[];
  /** The database of the directory, as the role of the gateway. @default null: no key is accepted, and tokens alone say what their bearers may do */
  readonly directoryUrl?: string | null;
  /** With which agencies are told who asks; needed where anybody vouches for callers. @default null: everybody is anonymous */
  readonly signingKey?: KeyObject | null;
  /** Where requests of named callers are written down; needed where anybody vouches for callers. @default null: nothing is */
  readonly audit?: AuditPlace | null;
  /** How much memory whole answers may take that are remembered until what they were made of changes, in bytes. @default 0: none are */
  readonly responseBytes?: number;
  /** The share of requests that are written down though they touch nothing but what is for everybody, from 0 to 1. @default 0 */
  readonly auditShare?: number;
  /** Where Prometheus reads what is counted. @default null: nothing is */
  readonly metrics?: MetricsPlace | null;
  /** The collector that is told how long what took. @default null: nothing is traced */
  readonly tracing?: TracingPlace | null;
  /** Where it is recorded how often operations and fields are asked for. @default null: nowhere */
  readonly usageFolder?: string | null;
  /** Addresses of proxies that say for whom they send a request. @default none */
  readonly trustedProxies?: readonly string[];
  /** Origins whose pages may read answers, beside the gateway's own. @default none */
  readonly corsOrigins?: readonly string[];
  /** What language models are offered at `/mcp`. @default search, series, compare, framework and catalogue */
  readonly modelOffer?: ModelOffer;
  /** Whether nothing is answered about the schema, and no names offered in place of one that there is not. @default false */
  readonly hidesSchema?: boolean;
  /** @default info */
  readonly logLevel?: LogLevel;
  /** Where log lines go. @default standard output */
  readonly logStream?: { write(line: string): void };
}

/** A gateway that listens. */
export type RunningGateway = AsyncDisposable & {
  /** Where it listens, without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /**
   * Answers by another supergraph, or asks agencies at other addresses, from now on: each request is answered wholly by what
   * was there when it came. Resolves when the last request before is answered, and all that it used has ended.
   *
   * @throws {Error} when the supergraph is not valid or names an agency without an address; everything is then as before.
   */
  update(changes: Partial<Pick<GatewayOptions, 'supergraphSdl' | 'urls'>>): Promise<void>;
  /** Answers what has been asked, then stops. Safe to call twice. */
  close(): Promise<void>;
};

/**
 * Starts a gateway, and resolves when it listens. It does not wait for the agencies: those that are down are reported in
 * answers and at `/ready`.
 *
 * @throws {Error} when the supergraph is not valid or names an agency without an address, issuers are there and no key, or the port cannot be had
 * (`code` is then `EADDRINUSE` or `EACCES`); nothing stays open.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { corsOrigins = [], logLevel = 'info', logStream, trustedProxies } = options;
  requireForCallers(options);
  const http = await createHttpServer({ corsOrigins, logLevel, logStream, trustedProxies });
  await using unfinished = new AsyncDisposableStack();
  unfinished.defer(() => http.close());
  const supergraphSdl = options.watched?.first.supergraphSdl ?? options.supergraphSdl ?? (await readSupergraph());
  const audit = await openAudit(options, http.log);
  unfinished.defer(async () => audit?.close());
  const safelist = options.safelist == null ? null : new Safelist(options.safelist);
  const persistedQueries = createPersistedQueries(safelist);
  const operations = options.namedOperations ?? (await readNamedOperations());
  const metrics = await openMetrics({ place: options.metrics ?? null, http, operations });
  unfinished.defer(async () => metrics?.close());
  const tracing = unfinished.use(await traceGateway(http, options.tracing ?? null));
  const usage = openUsage(http, options.usageFolder ?? null);
  unfinished.defer(async () => usage?.close());
  const parts = {
    ...options,
    ...registeredIn(options, safelist),
    ...{ onFetch: metrics?.onFetch, supergraphSdl, persistedQueries, openedAudit: audit },
  };
  const graph = await serveGraph(parts, options.watched ?? null, http.log);
  metrics?.watch(() => graph.served.current);
  unfinished.defer(() => graph.close());
  const { budgets, close: closeBudgets } = await openBudgets(options);
  unfinished.defer(closeBudgets);
  const directory = openDirectory(options, unfinished);
  const answering = { ...graph, budgets, safelist, audit, directory, persistedQueries, operations };
  addRoutes(http, { ...answering, metrics, tracing, usage }, options);
  const place = { port: options.port ?? 4000, host: options.host ?? '127.0.0.1' };
  await http.listen({ ...place, listenTextResolver: (address) => `the gateway listens at ${address}` });
  unfinished.move();
  return describeRunning(http, {
    update: (changes) => graph.update(changes),
    close: once(() => closeInOrder([http, tracing, usage, metrics, graph, { close: closeBudgets }, directory, audit])),
  });
}

/** One after another: what answers first, and what it needs after it. */
async function closeInOrder(parts: readonly ({ close(): PromiseLike<unknown> } | null)[]): Promise<void> {
  for (const part of parts) await part?.close();
}

/** Nobody is named who could not be told to agencies, or whose requests could not be written down. */
function requireForCallers({
  issuers = [],
  directoryUrl = null,
  signingKey = null,
  audit = null,
}: GatewayOptions): void {
  if (issuers.length === 0 && directoryUrl === null) return;
  if (signingKey === null)
    throw new Error('Callers are named, and there is no key with which agencies are told who asks');
  if (audit === null) throw new Error('Callers are named, and there is no place where their requests are written down');
}

/** A gateway that cannot write down what is read answers what is for everybody, and says so in its log. */
async function openAudit({ audit: place = null }: GatewayOptions, log: FastifyInstance['log']): Promise<Audit | null> {
  if (place === null) return null;
  const audit = new Audit(place, (error) => {
    log.error({ cause: error instanceof Error ? error.message : 'unknown' }, 'the audit cannot be written');
  });
  await audit.begin();
  return audit;
}

/** Connects when somebody is named; a directory that is away keeps no gateway from starting, and lets nobody in. */
function openDirectory({ directoryUrl = null }: GatewayOptions, resources: AsyncDisposableStack): Directory | null {
  if (directoryUrl === null) return null;
  const directory = new Directory(directoryUrl);
  resources.defer(() => directory.close());
  return directory;
}

/** With a safelist, all that is answered is planned before anybody asks. */
function registeredIn({ registeredOperations = [] }: GatewayOptions, safelist: Safelist | null) {
  return { registeredOperations: [...registeredOperations, ...(safelist?.documents ?? [])] };
}

interface Answering {
  readonly served: Replaceable<ServedGeneration>;
  readonly watch: SupergraphWatch | null;
  readonly budgets: ConsumerBudgets | null;
  readonly safelist: Safelist | null;
  readonly audit: Audit | null;
  readonly directory: Directory | null;
  readonly persistedQueries: PersistedQueries;
  readonly operations: readonly NamedOperation[];
  readonly metrics: OpenMetrics | null;
  readonly tracing: Tracing | null;
  readonly usage: Usage | null;
}

function addRoutes(http: FastifyInstance, answering: Answering, options: GatewayOptions): void {
  const { timeoutMs = agencyAnswerMs, issuers = [] } = options;
  const { directory, audit } = answering;
  const callers = new CallerCheck(issuers, directory);
  const limits = { answerMs: maxAgencyRounds * timeoutMs, budgets: answering.budgets, room: new ConsiderateRoom() };
  addGraphQLRoute(http, { ...answering, callers, ...limits, auditShare: options.auditShare ?? 0 });
  addDataRoutes(http, { ...answering, callers, ...limits, wholeFileBytes: options.wholeFileBytes });
  addNumberRoutes(http, { ...answering, callers, ...limits });
  addEmbedRoutes(http, { ...answering, callers, ...limits });
  addReleaseRoutes(http, { ...answering, callers, ...limits });
  addDatasetRoutes(http, { ...answering, callers, ...limits });
  addCatalogueRoutes(http, { ...answering, callers, ...limits, hidesSchema: options.hidesSchema ?? false });
  if (directory !== null && audit !== null) addColleagueRoutes(http, { ...answering, callers, directory, audit });
  if (audit !== null && options.audit != null)
    addOversightRoutes(http, { ...answering, callers, audit, auditPlace: options.audit });
  addMcpRoute(http, {
    ...answering,
    callers,
    ...limits,
    corsOrigins: options.corsOrigins ?? [],
    offer: options.modelOffer,
  });
  addHealthRoutes(http, answering.served);
  addSupergraphRoute(http, { ...answering, hidesSchema: options.hidesSchema ?? false });
  const signingIn = issuers.flatMap(({ issuer, signIn = null }) => (signIn === null ? [] : [{ issuer, ...signIn }]));
  addFrontRoutes(http, { issuers: signingIn });
  addPlaygroundRoutes(http, () => describePlayground(signingIn.length > 0));
  // A trace of a request is told by the hooks of its route.
  if (answering.tracing === null) {
    const { auditShare = 0, trustedProxies = [] } = options;
    addAnswersAtOnce(http, { ...answering, auditShare, trustedProxies });
  }
}

function describeRunning(http: FastifyInstance, actions: Pick<RunningGateway, 'close' | 'update'>): RunningGateway {
  const address = http.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens, but not on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    ...actions,
    [Symbol.asyncDispose]: actions.close,
  };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}

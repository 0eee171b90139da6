import { type KeyObject, randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { createServer } from '@boroughgraph/schema/http/http-server.ts';
import { refuseUnparsable } from '@boroughgraph/schema/http/unparsable-operations.ts';
import { createDocumentReader } from '@boroughgraph/schema/http/document-reader.ts';
import { fetchLimits } from '@boroughgraph/schema/operation-limits/operation-limits.ts';
import { letGo } from '@boroughgraph/schema/http/let-go.ts';
import { writeAnswer } from '@boroughgraph/schema/http/write-answer.ts';
import { writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { AgencyHealth, AgencyReadiness } from '@boroughgraph/schema/wire/health-answers.ts';
import { maxFetchBytes } from '@boroughgraph/schema/wire/limits.ts';
import { graphqlPath, healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import { inTurn } from './check-hooks.ts';
import { describePlayground } from './describe-playground.ts';
import { addPlaygroundRoutes, leadRootToPlayground } from '@boroughgraph/web/playground-routes.ts';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { StoreDatabase } from '../store/database.ts';
import type { StoreReadings } from '../store/reading/reading.ts';
import { wantedForGood } from '../store/reading/store-source.ts';
import { createRequestContext, readingsOf, type RequestContext } from '../series/context.ts';
import { agencySchemaOf } from './agency-schema.ts';
import { createEntrance } from './entrance.ts';
import { limitCost } from './limit-cost.ts';
import { limitRepresentations } from './limit-representations.ts';
import { maskErrors } from './mask-errors.ts';
import { nameSamples } from './name-samples.ts';
import { addOversightRoute } from './oversight-route.ts';
import { watchRequest } from './request-end.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';
import { addSessionRoute } from './session-route.ts';
import { StateDesk } from './state-desk.ts';
import { addStateRoute } from './state-route.ts';
import { tellCatalogue } from './tell-catalogue.ts';
import { tellTouched } from './tell-touched.ts';
import { addThingsRoute, type ThingsRouteOptions } from './things-route.ts';

/** What a server of one subgraph is made of. */
export interface SubgraphServerOptions {
  readonly subgraph: ServedSubgraph;
  readonly database: StoreDatabase;
  readonly logLevel: string;
  /** Where log lines go. @default standard output */
  readonly logStream?: { write(line: string): void } | undefined;
  /** Whether it answers nothing about its schema. @default false */
  readonly hidesSchema?: boolean;
  /** The public keys of the gateways that it answers, and nobody else. @default none: it is alone, and answers as everybody may see */
  readonly gatewayKeys?: readonly KeyObject[];
  /** PostgreSQL where changes to its store are made: it leases the state there, and asks for it at each request without. @default null */
  readonly listenUrl?: string | null;
}

/** A server of one subgraph that tells its schema, as {@link createSubgraphServer} makes it. */
export async function createHttpServer(
  subgraph: ServedSubgraph,
  database: StoreDatabase,
  logLevel: string,
): Promise<FastifyInstance> {
  return createSubgraphServer({ subgraph, database, logLevel });
}

/** A server of one subgraph over its store, ready to listen: `/graphql`, `/playground`, `/health` (alive) and `/ready` (its store answers). */
export async function createSubgraphServer({
  subgraph,
  database,
  logLevel,
  logStream,
  hidesSchema = false,
  gatewayKeys = [],
  listenUrl = null,
}: SubgraphServerOptions): Promise<FastifyInstance> {
  const entrance = createEntrance(subgraph.name, gatewayKeys);
  const app = createServer({
    maxBodyBytes: maxFetchBytes,
    checkBody: entrance.checkBody,
    logger:
      logLevel === 'silent' ? false : { level: logLevel, name: subgraph.name, ...(logStream && { stream: logStream }) },
  });
  const [desk, serverId] = [new StateDesk(), randomUUID()];
  const readings = openReadings(app, { subgraph, database, listenUrl, desk });
  const server = createGraphQLServer(subgraph, { app, hidesSchema, isAlone: gatewayKeys.length === 0, serverId });
  await server.start();
  addGraphqlRoute(app, { server, entrance, subgraph, readings });
  addHealthRoutes(app, subgraph, { readings, serverId });
  addGatewayRoutes(app, { entrance, desk, subgraph, readings, serverId });
  addOversightRoute(app, { entrance, subgraph, database });
  // It could ask nothing of a server that answers gateways alone.
  if (gatewayKeys.length === 0) {
    leadRootToPlayground(app);
    addPlaygroundRoutes(app, () => describePlayground(subgraph));
  }
  return app;
}

interface GraphqlRouteOptions extends Pick<ThingsRouteOptions, 'entrance' | 'subgraph' | 'readings'> {
  readonly server: ApolloServer<RequestContext>;
}

/** Where the gateway asks an agency. */
function addGraphqlRoute(app: FastifyInstance, { server, entrance, subgraph, readings }: GraphqlRouteOptions): void {
  app.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    onRequest: inTurn(entrance.checkHeaders),
    // A request without a body has passed no check of one.
    preHandler: [refuseUnparsable(fetchLimits), inTurn(entrance.viewerOf)],
    handler: fastifyApolloHandler(server, {
      context: (request, reply) => {
        const of = { requestId: request.id, viewer: entrance.viewerOf(request), agency: subgraph, readings };
        const { findable } = subgraph;
        const context = createRequestContext({ ...of, findable, wanted: watchRequest(request, reply) });
        // Comes after the last byte of the answer, and when whoever asked goes before.
        reply.raw.once('close', () => context.room.leave?.());
        return Promise.resolve(context);
      },
    }),
  });
}

/** What is for gateways themselves, whoever asks them. */
function addGatewayRoutes(
  app: FastifyInstance,
  { desk, ...options }: ThingsRouteOptions & { readonly desk: StateDesk },
): void {
  const { entrance, readings, serverId } = options;
  addSessionRoute(app, entrance);
  addStateRoute(app, { entrance, desk, leased: readings.leased, serverId });
  addThingsRoute(app, options);
}

/** The readings of a server, which end with it. */
function openReadings(
  app: FastifyInstance,
  {
    subgraph,
    database,
    listenUrl,
    desk,
  }: Pick<Required<SubgraphServerOptions>, 'subgraph' | 'database' | 'listenUrl'> & { readonly desk: StateDesk },
): StoreReadings {
  // That the state is asked for at each request is slower and as right: it is worth a line, and no alarm.
  const onFailure = (error: unknown): void => {
    const cause = error instanceof Error ? error.message : 'unknown';
    app.log.warn({ cause }, 'the state of the store cannot be leased: it is asked for at each request');
  };
  const onForget = () => desk.forget();
  const leasing = listenUrl === null ? null : { url: listenUrl, onFailure, onForget };
  const readings = readingsOf(subgraph, database, leasing);
  app.addHook('onClose', (_app, done) => {
    readings.close();
    done();
  });
  return readings;
}

function createGraphQLServer(
  subgraph: ServedSubgraph,
  {
    app,
    hidesSchema,
    isAlone,
    serverId,
  }: Pick<Required<SubgraphServerOptions>, 'hidesSchema'> & {
    readonly app: FastifyInstance;
    readonly isAlone: boolean;
    readonly serverId: string;
  },
): ApolloServer<RequestContext> {
  const { schema, executing } = agencySchemaOf(subgraph);
  const reader = createDocumentReader({ limits: fetchLimits, hidesSchema });
  // The gateway reads what is long line by line.
  const written = letGo((result) => writeAnswer(result, { inLines: true }));
  return new ApolloServer<RequestContext>({
    gateway: executing,
    introspection: true,
    // Nobody registers queries with an agency.
    persistedQueries: false,
    ...reader.options,
    includeStacktraceInErrorResponses: false,
    stringifyResult: written.stringifyResult,
    // The process ends when its start says so, after the store is closed.
    stopOnTerminationSignals: false,
    plugins: [
      reader.plugin,
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      // It would look at every field of an answer for hints that no schema here has.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitRepresentations(),
      limitCost(schema),
      maskErrors({ log: app.log, hidesSchema }),
      nameSamples(),
      tellCatalogue(serverId),
      ...(isAlone ? [] : [tellTouched()]),
      written.plugin,
    ],
  });
}

function addHealthRoutes(
  app: FastifyInstance,
  { name: agency }: ServedSubgraph,
  { readings, serverId }: { readonly readings: StoreReadings; readonly serverId: string },
): void {
  app.get(healthPath, (): AgencyHealth => ({ agency, status: 'alive' }));
  app.get(readyPath, async (_request, reply) => {
    const answer = await readings.state(wantedForGood()).then(
      (state): AgencyReadiness => ({ agency, status: 'ready', catalogue: writeCatalogueState(serverId, state) }),
      (): AgencyReadiness => ({ agency, status: 'its store does not answer' }),
    );
    return reply.status(answer.status === 'ready' ? 200 : 503).send(answer);
  });
}

import { type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from '@boroughgraph/schema/http/http-server.ts';
import { writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { AgencyHealth, AgencyReadiness } from '@boroughgraph/schema/wire/health-answers.ts';
import { maxFetchBytes } from '@boroughgraph/schema/wire/limits.ts';
import { healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import { describePlayground } from './describe-playground.ts';
import { addPlaygroundRoutes, leadRootToPlayground } from '@boroughgraph/web/playground-routes.ts';
import type { FastifyInstance } from 'fastify';
import type { StoreDatabase } from '../store/database.ts';
import type { StoreReadings } from '../store/reading/reading.ts';
import { wantedForGood } from '../store/reading/store-source.ts';
import { readingsOf } from '../series/context.ts';
import { createEntrance } from './entrance.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { addOversightRoute } from './oversight-route.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';
import { addSessionRoute } from './session-route.ts';
import { StateDesk } from './state-desk.ts';
import { addStateRoute } from './state-route.ts';
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
  const isAlone = gatewayKeys.length === 0;
  await addGraphqlRoute(app, { entrance, subgraph, readings, hidesSchema, isAlone, serverId });
  addHealthRoutes(app, subgraph, { readings, serverId });
  addGatewayRoutes(app, { entrance, desk, subgraph, readings, serverId });
  addOversightRoute(app, { entrance, subgraph, database });
  // It could ask nothing of a server that answers gateways alone.
  if (isAlone) {
    leadRootToPlayground(app);
    addPlaygroundRoutes(app, () => describePlayground(subgraph));
  }
  return app;
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

import './telemetry-off.ts';
import type { ApolloServer } from '@apollo/server';
import type { LogLevel } from '@boroughgraph/schema/process/variables.ts';
import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import type { FastifyInstance } from 'fastify';
import { AgencyConnection } from './agency-connection.ts';
import type { AgencyUrls } from './environment.ts';
import type { GatewayContext } from './gateway-context.ts';
import { createGraphQLServer } from './graphql-server.ts';
import { addGraphQLRoute } from './graphql-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { createHttpServer } from './http-server.ts';
import { addPlaygroundRoutes } from './playground-routes.ts';
import { readSupergraph } from './schema-files.ts';

/** How a gateway is started. */
export type GatewayOptions = {
  /** Where each subgraph of the supergraph answers. */
  readonly urls: AgencyUrls;
  /** 0 takes any free port. @default 4000 */
  readonly port?: number;
  /** What to listen on. @default 127.0.0.1, this machine only */
  readonly host?: string;
  /** @default the composed schema of the repository */
  readonly supergraphSdl?: string;
  /** The longest that one agency may take for one answer, in milliseconds. @default 10000 */
  readonly timeoutMs?: number;
  /** The largest answer of an agency that is read, in bytes. @default 64 MiB */
  readonly maxAnswerBytes?: number;
  /** The longest that one operation is planned, in milliseconds. @default 5000 */
  readonly planningMs?: number;
  /** Origins whose pages may read answers, beside the gateway's own. @default none */
  readonly corsOrigins?: readonly string[];
  /** @default info */
  readonly logLevel?: LogLevel;
  /** Where log lines go. @default standard output */
  readonly logStream?: { write(line: string): void };
};

/** A gateway that listens. */
export type RunningGateway = AsyncDisposable & {
  /** Where it listens, without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** Answers what has been asked, then stops. Safe to call twice. */
  close(): Promise<void>;
};

/**
 * Starts a gateway, and resolves when it listens. It does not wait for the agencies: those that are down are reported in
 * answers and at `/ready`.
 *
 * @throws {Error} when the supergraph is not valid or names an agency without an address, or the port cannot be had
 * (`code` is then `EADDRINUSE` or `EACCES`); nothing stays open.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { corsOrigins = [], logLevel = 'info', logStream, planningMs } = options;
  const http = await createHttpServer({ corsOrigins, logLevel, logStream });
  const connections = connect(options);
  const closeAll = async (): Promise<void> => {
    await http.close();
    await Promise.all(connections.values().map((connection) => connection.close()));
  };
  try {
    const supergraphSdl = options.supergraphSdl ?? (await readSupergraph());
    const graphql = createGraphQLServer({ supergraphSdl, connections, planningMs, logger: http.log });
    await graphql.start();
    addRoutes(http, graphql, connections);
    const { port = 4000, host = '127.0.0.1' } = options;
    await http.listen({ port, host, listenTextResolver: (address) => `the gateway listens at ${address}` });
    return describeRunning(
      http,
      once(async () => {
        await closeAll();
        await graphql.stop();
      }),
    );
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function connect({
  urls,
  timeoutMs = agencyAnswerMs,
  maxAnswerBytes,
}: GatewayOptions): ReadonlyMap<string, AgencyConnection> {
  return new Map(
    Object.entries(urls).map(([agency, url]) => [agency, new AgencyConnection({ url, timeoutMs, maxAnswerBytes })]),
  );
}

function addRoutes(
  http: FastifyInstance,
  graphql: ApolloServer<GatewayContext>,
  connections: ReadonlyMap<string, AgencyConnection>,
): void {
  addGraphQLRoute(http, graphql);
  addHealthRoutes(http, connections);
  addPlaygroundRoutes(http);
}

function describeRunning(http: FastifyInstance, close: () => Promise<void>): RunningGateway {
  const address = http.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens, but not on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${host}:${address.port}`, port: address.port, close, [Symbol.asyncDispose]: close };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}

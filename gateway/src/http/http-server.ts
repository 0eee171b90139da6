import compress from '@fastify/compress';
import cors from '@fastify/cors';
import { createServer } from '@boroughgraph/schema/http/http-server.ts';
import type { LogLevel } from '@boroughgraph/schema/process/variables.ts';
import { completenessHeader } from '@boroughgraph/schema/wire/completeness-header.ts';
import { stepsHeader } from '@boroughgraph/schema/wire/steps-header.ts';
import { costHeader } from '@boroughgraph/schema/wire/cost-header.ts';
import { deadlineHeader } from '@boroughgraph/schema/wire/deadline-header.ts';
import { purposeHeader } from '@boroughgraph/schema/wire/purposes.ts';
import { maxBodyBytes } from '@boroughgraph/schema/wire/limits.ts';
import { supergraphHeader } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { syntheticHeader } from '@boroughgraph/schema/wire/synthetic-header.ts';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import { type FastifyInstance, LogController } from 'fastify';
import { addCacheHeaders } from '../trusted-documents/cache-headers.ts';
import type { OperationRecord } from './gateway-context.ts';

/** How the HTTP server behaves. */
export interface HttpServerOptions {
  /** Pages of these origins may read answers; the gateway's own always may. */
  readonly corsOrigins: readonly string[];
  /** Addresses of proxies that say for whom they send a request. @default none */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly logLevel: LogLevel;
  /** Where log lines go. @default standard output */
  readonly logStream?: { write(line: string): void } | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the request's operation; null for requests without one. */
    operationRecord: OperationRecord | null;
    /** The hash of the answer's text, where it is known already. */
    answerTag: string | null;
    /** Whether something of the answer is not for everybody. */
    isRestricted: boolean;
  }
}

// Smaller answers fit into one packet anyway.
const compressFromBytes = 1_024;

// Up to here an answer is compressed in one go, in a millisecond at most: to hand it to a thread piece by piece takes two to four times as
// much of a machine, of which the agencies want the rest. (15 kB: 0.3 ms in place of 0.9; 60 kB: 1.1 in place of 1.8.)
const compressAtOnceBytes = 64 * 1_024;

/** An HTTP server without routes: request ids, one log line a request, limits, CORS, compression, errors as GraphQL. */
export async function createHttpServer({
  corsOrigins,
  trustedProxies = [],
  logLevel,
  logStream,
}: HttpServerOptions): Promise<FastifyInstance> {
  const server = createServer({
    logger: { level: logLevel, name: 'gateway', ...(logStream && { stream: logStream }) },
    // One line when the request is done, by us, in place of two that have the query string and with it the variables.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    maxBodyBytes,
    trustProxy: [...trustedProxies],
    // Whoever holds an idle connection does not hold up the end.
    forceCloseConnections: 'idle',
  });
  server.decorateRequest('operationRecord', null);
  server.decorateRequest('answerTag', null);
  server.decorateRequest('answeredBy', null);
  server.decorateRequest('isRestricted', false);
  server.decorateRequest('generation', null);
  server.decorateRequest('viewer', null);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  closeConnectionsAtEnd(server);
  addRequestLog(server);
  await addCors(server, corsOrigins);
  addCacheHeaders(server);
  // Brotli made while somebody waits takes longer than it saves.
  await server.register(compress, {
    threshold: compressFromBytes,
    syncThreshold: compressAtOnceBytes,
    encodings: ['gzip', 'identity'],
    globalDecompression: false,
  });
  return server;
}

/** A connection that is answered while the server closes would otherwise be kept for a next request, and the server by it. */
function closeConnectionsAtEnd(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  server.addHook('onSend', (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
    return Promise.resolve();
  });
}

function addRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    logAnswered(request.log, {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
      record: request.operationRecord,
    });
    done();
  });
}

/** What is logged of a request that was answered. */
export interface LoggedRequest {
  /** Where the log is not that of the request, which says it by itself. */
  readonly requestId?: string;
  readonly method: string | undefined;
  /** The route, not the URL: a GET's URL has the variables. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly record: OperationRecord | null;
}

/** Writes the one line that a log has of each request. */
export function logAnswered(
  log: Pick<FastifyInstance['log'], 'info'>,
  { durationMs, record, ...request }: LoggedRequest,
): void {
  const operation = record && { operationName: record.operationName, errorCodes: record.errorCodes };
  log.info({ ...request, durationMs: Math.round(durationMs), ...operation }, 'request');
}

/** What GraphQL clients and tracers of browsers send by themselves, for nothing that is done here. */
const headersOfClients = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'apollographql-client-version',
  'traceparent',
  'tracestate',
  'baggage',
];

async function addCors(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      purposeHeader,
      requestIdHeader,
      costHeader,
      deadlineHeader,
      completenessHeader,
      stepsHeader,
      'if-none-match',
      ...headersOfClients,
    ],
    exposedHeaders: [
      requestIdHeader,
      syntheticHeader,
      supergraphHeader,
      'etag',
      'link',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
    ],
    // Two hours: the longest that browsers keep the answer to a preflight.
    maxAge: 7_200,
  });
}

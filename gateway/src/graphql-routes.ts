import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext, OperationRecord } from './gateway-context.ts';

/** Serves `graphql`, which has been started, at `/graphql`: GET and POST. */
export function addGraphQLRoute(server: FastifyInstance, graphql: ApolloServer<GatewayContext>): void {
  server.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    handler: fastifyApolloHandler(graphql, {
      context: (request, reply) => Promise.resolve(createContext(request, reply)),
    }),
  });
}

function createContext(request: FastifyRequest, reply: FastifyReply): GatewayContext {
  const record: OperationRecord = { operationName: null, errorCodes: [] };
  request.operationRecord = record;
  // Whatever a client sends, nobody is known to the graph yet.
  const viewer = anonymousViewer;
  return { requestId: request.id, viewer, log: request.log, signal: signalWhenGone(reply), record };
}

/** Aborted when the connection closes before the response is written. */
function signalWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

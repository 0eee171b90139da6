import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
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
  return { requestId: request.id, log: request.log, signal: signalWhenGone(reply), record };
}

/** Aborted when the connection closes before the response is written. */
function signalWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

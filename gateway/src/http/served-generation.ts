import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from './gateway-context.ts';
import { createGraphQLServer, type GraphQLServerOptions } from './graphql-server.ts';
import type { TableExecutor } from '../takeaway/table-executor.ts';
import { ResponseMemory } from '../responses/response-memory.ts';
import { SentMemory } from '../responses/sent-memory.ts';
import type { Generation } from '../supergraph/generation.ts';

/** A generation with the GraphQL server that validates by its schema, and by no other. */
export interface ServedGeneration {
  readonly generation: Generation;
  /** Answers one HTTP request for GraphQL. */
  answer(request: FastifyRequest, reply: FastifyReply, context: GatewayContext): Promise<unknown>;
  /** Answers a request for GraphQL that has come in another form, by the same rules, but those of HTTP. */
  readonly executor: TableExecutor;
  /** What has been answered and is remembered; null where nothing is. */
  readonly memory: ResponseMemory | null;
  /** What has gone out so, by the bytes of requests; null where nothing is remembered. */
  readonly sent: SentMemory | null;
  /** Stops the server and all that the generation has. Safe to call twice. */
  close(): Promise<void>;
}

/** The part of the room of answers that is for what went out, by the bytes of requests. */
const sentShare = 0.25;

/** Starts a GraphQL server over a generation, and resolves when it takes requests. */
export async function serveGeneration(
  generation: Generation,
  { responseBytes, ...options }: GraphQLServerOptions & { readonly responseBytes: number },
): Promise<ServedGeneration> {
  const graphql = createGraphQLServer(generation, options);
  await graphql.start();
  const { connections } = generation;
  return {
    generation,
    memory: responseBytes > 0 ? new ResponseMemory(connections, responseBytes * (1 - sentShare)) : null,
    sent: responseBytes > 0 ? new SentMemory(connections, responseBytes * sentShare) : null,
    async answer(request, reply, context) {
      const handle = fastifyApolloHandler(graphql, { context: () => Promise.resolve(context) });
      return handle.call(request.server, request, reply);
    },
    executor: {
      schema: generation.apiSchema,
      execute: (request, contextValue) => graphql.executeOperation(request, { contextValue }),
    },
    close: async () => {
      await Promise.all([graphql.stop(), generation.close()]);
    },
  };
}

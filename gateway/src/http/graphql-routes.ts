import { refuseUnparsable } from '@boroughgraph/schema/http/unparsable-operations.ts';
import { graphqlPath, playgroundPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { operationLimits } from '../limits.ts';
import { keepSent } from '../responses/answer-at-once.ts';
import { answerRemembering } from '../responses/answer-remembering.ts';
import { answerGraphQLTable, tableAskedOf } from '../takeaway/graphql-table.ts';
import { refuseUntrusted } from '../trusted-documents/document-check.ts';
import type { PersistedQueries } from '../trusted-documents/persisted-queries.ts';
import type { Safelist } from '../trusted-documents/safelist.ts';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
} from './bind-request.ts';

/** What answers at `/graphql`. */
export type GraphQLRouteOptions = BindingOptions &
  AnsweringLimits & {
    /** The operations that are answered; null where all are. */
    readonly safelist: Safelist | null;
    /** Where operations are kept that clients name by their SHA-256. */
    readonly persistedQueries: PersistedQueries;
    /** The share of requests that are written down though they touch nothing but what is for everybody, from 0 to 1. */
    readonly auditShare: number;
  };

/** Serves `/graphql`, GET and POST. */
export function addGraphQLRoute(server: FastifyInstance, options: GraphQLRouteOptions): void {
  const { safelist, persistedQueries } = options;
  const { onRequest, preParsing } = bindRequests(options);
  server.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    onRequest: [leadToPlayground, onRequest],
    preParsing,
    preHandler: [refuseUnparsable(operationLimits), refuseUntrusted(safelist)],
    onSend: keepSent((request) => boundGeneration(request).sent),
    handler: (request, reply) => {
      const served = boundGeneration(request);
      const context = createContext(request, reply, options);
      const table = tableAskedOf(request);
      const { audit, auditShare } = options;
      if (table === null)
        return answerRemembering(request, reply, { served, memory: served.memory, audit, auditShare, context });
      return answerGraphQLTable(served.executor, {
        ...{ request, reply, table, context, persistedQueries },
        limits: options,
      });
    },
  });
}

/** Whoever opens the endpoint in a browser asks nothing: the playground is what they look for. */
function leadToPlayground({ method, url, headers }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const isOpened = method === 'GET' && !url.includes('?') && headers.accept?.includes('text/html') === true;
  // From where the request came, so that it works below any path.
  if (isOpened) void reply.redirect(`.${playgroundPath}`);
  else done();
}

import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { refuseUnparsable } from '@boroughgraph/schema/http/unparsable-operations.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseSpent, writeBudgetHeaders } from '../budgets/budget-headers.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { consumerOf } from '../budgets/consumer.ts';
import type { Audit } from '../audit/audit.ts';
import { refusedEntry } from '../audit/audit-entries.ts';
import type { CallerCheck } from '../callers/caller-check.ts';
import { deadlineIn } from '../execution/deadline.ts';
import type { GatewayContext, OperationRecord } from './gateway-context.ts';
import { operationLimits } from '../limits.ts';
import type { ServedGeneration } from './served-generation.ts';
import { refuseUntrusted } from '../trusted-documents/document-check.ts';
import type { Safelist } from '../trusted-documents/safelist.ts';
import type { PersistedQueries } from '../trusted-documents/persisted-queries.ts';
import { answerGraphQLTable, tableAskedOf } from '../takeaway/graphql-table.ts';
import type { Lease, Replaceable } from '../supergraph/replaceable.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** By what the request is answered; null for requests that are not for GraphQL. */
    generation: Lease<ServedGeneration> | null;
    /** Who has sent the request; null until that is known. */
    viewer: Viewer | null;
  }
}

/** What answers at `/graphql`. */
export interface GraphQLRouteOptions {
  readonly served: Replaceable<ServedGeneration>;
  /** The longest that one request is answered, in milliseconds. */
  readonly answerMs: number;
  /** Null where nobody has one. */
  readonly budgets: ConsumerBudgets | null;
  /** The operations that are answered; null where all are. */
  readonly safelist: Safelist | null;
  /** Tells who sends a request. */
  readonly callers: CallerCheck;
  /** Where refused callers are written down; null where nobody is. */
  readonly audit: Audit | null;
  /** Where operations are kept that clients name by their SHA-256. */
  readonly persistedQueries: PersistedQueries;
}

/** Serves `/graphql`, GET and POST: each request by the generation that is there when its first byte is read. */
export function addGraphQLRoute(
  server: FastifyInstance,
  { served, safelist, callers, audit, persistedQueries, ...options }: GraphQLRouteOptions,
): void {
  server.decorateRequest('generation', null);
  server.decorateRequest('viewer', null);
  server.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    onRequest: (request, reply, done) => {
      const lease = served.lease();
      request.generation = lease;
      // Comes after the last byte of the answer, and when the client goes before.
      reply.raw.once('close', lease.release);
      done();
    },
    // Before anything of the body is read: who is refused costs no more than its token.
    preParsing: async (request) => {
      try {
        request.viewer = await callers.identify(request.headers);
      } catch (error) {
        if (error instanceof HttpError) audit?.note(refusedEntry(request.id, error.problem.code));
        throw error;
      }
    },
    preHandler: [refuseUnparsable(operationLimits), refuseUntrusted(safelist)],
    handler: (request, reply) => {
      if (request.generation === null) throw new Error('The request has not been bound to a generation');
      const { value } = request.generation;
      const context = createContext({ request, reply, ...options });
      const table = tableAskedOf(request);
      if (table === null) return value.answer(request, reply, context);
      const executor = { schema: value.generation.apiSchema, execute: value.execute.bind(value) };
      return answerGraphQLTable(executor, { request, reply, table, context, persistedQueries });
    },
  });
}

type Arrived = { readonly request: FastifyRequest; readonly reply: FastifyReply } & Omit<
  GraphQLRouteOptions,
  'served' | 'safelist' | 'callers' | 'audit' | 'persistedQueries'
>;

function createContext({ request, reply, answerMs, budgets }: Arrived): GatewayContext {
  const record: OperationRecord = { operationName: null, errorCodes: [] };
  request.operationRecord = record;
  return {
    requestId: request.id,
    viewer: request.viewer ?? anonymousViewer,
    client: consumerOf(request),
    deadline: deadlineIn(answerMs),
    log: request.log,
    signal: signalWhenGone(reply),
    samples: new Set(),
    touched: [],
    ...(budgets && { spend: spendFrom(budgets, request, reply) }),
    record,
  };
}

/** Counts against the budget of whoever has sent the request, and tells what is left of it in the headers of the answer. */
function spendFrom(budgets: ConsumerBudgets, request: FastifyRequest, reply: FastifyReply) {
  return async (cost: number): Promise<void> => {
    const state = await budgets.spend(consumerOf(request), cost);
    void reply.headers(writeBudgetHeaders(budgets.budget, state));
    if (!state.isEnough) throw refuseSpent(budgets.budget, state, cost);
  };
}

/** Aborted when the connection closes before the response is written. */
function signalWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

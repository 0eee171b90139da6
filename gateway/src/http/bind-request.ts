import { Completeness } from '../operations/completeness.ts';
import type { Room } from '../operations/considerate-room.ts';
import { Steps } from '../operations/steps.ts';
import { completenessHeader } from '@boroughgraph/schema/wire/completeness-header.ts';
import { stepsHeader } from '@boroughgraph/schema/wire/steps-header.ts';
import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { readDeadline } from '@boroughgraph/schema/wire/deadline-header.ts';
import { supergraphHeader } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '../audit/audit.ts';
import { refusedEntry } from '../audit/audit-entries.ts';
import { refuseSpent, writeBudgetHeaders } from '../budgets/budget-headers.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { consumerOf } from '../budgets/consumer.ts';
import type { CallerCheck } from '../callers/caller-check.ts';
import { deadlineIn } from '../execution/deadline.ts';
import type { Lease, Replaceable } from '../supergraph/replaceable.ts';
import type { GatewayContext, OperationRecord } from './gateway-context.ts';
import type { ServedGeneration } from './served-generation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** By what the request is answered; null for requests that execute nothing. */
    generation: Lease<ServedGeneration> | null;
    /** Who has sent the request; null until that is known. */
    viewer: Viewer | null;
  }
}

/** What requests that execute an operation are bound to. */
export interface BindingOptions {
  readonly served: Replaceable<ServedGeneration>;
  /** Tells who sends a request. */
  readonly callers: CallerCheck;
  /** Where refused callers are written down; null where nobody is. */
  readonly audit: Audit | null;
}

/**
 * The hooks of a route that executes operations: each request is answered by the generation that is there when its first byte is
 * read, and whoever sends it is known before anything of its body is read, so that who is refused costs no more than his token.
 */
export function bindRequests({ served, callers, audit }: BindingOptions) {
  return {
    onRequest: (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      const lease = served.lease();
      request.generation = lease;
      void reply.header(supergraphHeader, lease.value.generation.hash);
      // Comes after the last byte of the answer, and when the client goes before.
      reply.raw.once('close', lease.release);
      done();
    },
    preParsing: async (request: FastifyRequest): Promise<void> => {
      try {
        request.viewer = await callers.identify(request.raw);
      } catch (error) {
        if (error instanceof HttpError) audit?.note(refusedEntry(request.id, error.problem.code));
        throw error;
      }
    },
  };
}

/**
 * Whether everybody gets the same answer as whoever has sent a request, so that caches may keep it: he is known, and he is nobody who is named.
 * No header says so, since there are several that name somebody.
 */
export function isFromNobody({ viewer }: FastifyRequest): boolean {
  return viewer?.kind === 'anonymous';
}

/** The generation that a request is bound to. */
export function boundGeneration({ generation }: FastifyRequest): ServedGeneration {
  if (generation === null) throw new Error('The request has not been bound to a generation');
  return generation.value;
}

/** Within what a request is answered. */
export interface AnsweringLimits {
  /** The longest that one request is answered, in milliseconds. */
  readonly answerMs: number;
  /** Null where nobody has one. */
  readonly budgets: ConsumerBudgets | null;
  /** Where large answers are made, of all requests. */
  readonly room: Room;
}

/** What goes with a request through the gateway. */
export function createContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { answerMs, budgets, room }: AnsweringLimits,
): GatewayContext {
  const record: OperationRecord = { operationName: null, errorCodes: [], use: null };
  request.operationRecord = record;
  return {
    requestId: request.id,
    viewer: request.viewer ?? anonymousViewer,
    client: consumerOf(request),
    deadline: deadlineIn(answerWithin(request, answerMs)),
    log: request.log,
    signal: signalWhenGone(reply),
    samples: new Set(),
    touched: [],
    protectedShown: new Set(),
    ...(request.headers[completenessHeader] !== undefined && { completeness: new Completeness() }),
    ...(request.headers[stepsHeader] !== undefined && { steps: new Steps() }),
    ...(budgets && { spend: spendFrom(budgets, request, reply) }),
    room,
    record,
  };
}

/** In less than this nothing is answered: who asks for it would get refusals, and agencies the work. */
const leastAnswerMs = 50;

/** How long a request is answered: as long as its sender says that it waits, within what is allowed. */
function answerWithin(request: FastifyRequest, mostMs: number): number {
  const wantedMs = readDeadline(request);
  return wantedMs === null ? mostMs : Math.min(Math.max(wantedMs, leastAnswerMs), mostMs);
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

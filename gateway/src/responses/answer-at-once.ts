import type { IncomingMessage, ServerResponse } from 'node:http';
import { cutSlowReader } from '@boroughgraph/schema/http/large-answers.ts';
import { sendAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { readRequestId, requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeBudgetHeaders } from '../budgets/budget-headers.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { consumerAt } from '../budgets/consumer.ts';
import type { OperationRecord } from '../http/gateway-context.ts';
import { exactHeadOf } from './exact-request.ts';
import { headOf } from './sent-head.ts';
import type { SentMemory, SentResponse } from './sent-memory.ts';

/** A request that was answered at once. */
export interface AnsweredAtOnce {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly status: number;
  readonly durationMs: number;
  readonly record: OperationRecord;
  readonly operationHash: string;
}

/** What answers at once needs to know. */
export interface AtOnceOptions {
  /** What has gone out of the generation that answers now; null where nothing is remembered. */
  readonly memory: () => SentMemory | null;
  /** Null where nobody has one. */
  readonly budgets: ConsumerBudgets | null;
  /** From which address a request comes, as far as proxies are trusted. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Told of each request that was answered. */
  readonly onAnswered: (answered: AnsweredAtOnce) => void;
}

/** A longer body is looked at by its parts: it is no page of a dashboard. It has to fit into what Node reads at once. */
const longestBody = 16_384;
/** What lies longer in memory until it is read is watched where it is made. */
const longestBytes = 256 * 1024;

/** The exact texts of requests that are answered in the usual way, for what they are answered with. */
const texts = new WeakMap<IncomingMessage, string>();

/**
 * Answers requests for GraphQL that ask, byte for byte, what was asked before, where what went out then is known to be true yet: before anything is
 * parsed, in one piece. All others, and all other requests, go their usual way. Comes after all routes.
 */
export function answerAtOnce(http: FastifyInstance, options: AtOnceOptions): void {
  let isClosing = false;
  http.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  const { server } = http;
  const goOn = (request: IncomingMessage, response: ServerResponse): void => {
    http.routing(request, response);
  };
  // What Fastify listens by is what `routing` calls.
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const length = isClosing || options.memory() === null ? null : bodyLength(request);
    const head = length === null ? null : exactHeadOf(request);
    const asked = { request, response, goOn };
    if (length === null || head === null) goOn(request, response);
    else if (length === 0) void tryAtOnce(asked, head, options);
    else
      takeBody(request, length, (body) => {
        if (body === null) goOn(request, response);
        else void tryAtOnce(asked, head + body, options);
      });
  });
}

/** Keeps what a request was answered with, whose answer was remembered. A hook of the route, after all that change what goes out. */
export function keepSent(memory: (request: FastifyRequest) => SentMemory | null) {
  return (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    const text = texts.get(request.raw);
    const { answeredBy } = request;
    const { statusCode: status } = reply;
    const bytes = payload === null ? Buffer.alloc(0) : payload;
    const isOrdinary = (status === 200 || status === 304) && Buffer.isBuffer(bytes) && bytes.length <= longestBytes;
    if (text !== undefined && answeredBy !== null && isOrdinary) {
      const { operationHash, found } = answeredBy;
      const head = headOf(reply, status === 200 ? bytes.length : null);
      memory(request)?.add(text, { status, head, bytes, operationHash, of: found });
    }
    return Promise.resolve(payload);
  };
}

/** The length of the body of a request that may be answered at once, 0 with GET; null for others. */
function bodyLength({ method, url = '', headers }: IncomingMessage): number | null {
  if (!url.startsWith(graphqlPath)) return null;
  if (method === 'GET') return 0;
  if (method !== 'POST' || headers['content-type']?.startsWith('application/json') !== true) return null;
  const length = Number(headers['content-length']);
  return length > 0 && length <= longestBody ? length : null;
}

/**
 * Gives a body that has come with the head, or in one piece after it, each character a byte; null for another. Whoever reads it next finds it in its
 * place.
 */
function takeBody(request: IncomingMessage, length: number, give: (body: string | null) => void): void {
  const take = (): string | null => {
    // A stream without an encoding gives bytes.
    const body: unknown = request.read(length);
    if (!Buffer.isBuffer(body)) return null;
    request.unshift(body);
    return body.toString('latin1');
  };
  // What has come with the head can be read then.
  process.nextTick(() => {
    const body = take();
    if (body !== null) give(body);
    else
      request.once('readable', () => {
        give(take());
      });
  });
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly goOn: (request: IncomingMessage, response: ServerResponse) => void;
}

async function tryAtOnce({ request, response, goOn }: Asked, text: string, options: AtOnceOptions): Promise<void> {
  const beganMs = performance.now();
  const wanted = request.method === 'GET' ? request.headers['if-none-match'] : undefined;
  const sent = options.memory()?.find(text, wanted) ?? null;
  if (sent === null) {
    texts.set(request, text);
    goOn(request, response);
    return;
  }
  const budget = options.budgets && (await spend(options.budgets, options.addressOf(request), sent));
  // He is told in the usual way that he has spent too much.
  if (options.budgets !== null && budget === null) goOn(request, response);
  else send({ request, response, beganMs, budget }, sent, options);
}

/** What tells what is left of a budget; null where that is not enough, or cannot be told. Never rejects. */
async function spend(budgets: ConsumerBudgets, address: string, { of }: SentResponse) {
  try {
    const state = await budgets.spend(consumerAt(address), of.cost);
    return state.isEnough ? Object.entries(writeBudgetHeaders(budgets.budget, state)).flat() : null;
  } catch {
    return null;
  }
}

interface Sending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly beganMs: number;
  readonly budget: readonly string[] | null;
}

function send(
  { request, response, beganMs, budget }: Sending,
  sent: SentResponse,
  { onAnswered }: AtOnceOptions,
): void {
  const requestId = readRequestId(request);
  const { status, head, bytes, operationHash, of } = sent;
  response.writeHead(status, [requestIdHeader, requestId, ...head, ...(budget ?? [])]);
  response.end(status === 304 ? undefined : bytes);
  // Nobody else reads the body.
  request.read();
  if (!response.writableFinished && (response.socket?.writableLength ?? 0) > 0)
    cutSlowReader(response, sendAnswerMs, false);
  const record = { operationName: of.operationName, errorCodes: [], use: of.use };
  onAnswered({ request, requestId, status, durationMs: performance.now() - beganMs, record, operationHash });
}

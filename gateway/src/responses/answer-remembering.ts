import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import { deadlineHeader } from '@boroughgraph/schema/wire/deadline-header.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from '../http/known-tag.ts';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { ServedGeneration } from '../http/served-generation.ts';
import type { AnsweredState } from '../operations/operation-context.ts';
import { uniteStates } from './answered-states.ts';
import { noteRemembered, type OpenAudit } from './note-remembered.ts';
import { keyOf, type ResponseKey } from './response-key.ts';
import type { RememberedResponse, ResponseMemory } from './response-memory.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

// Smaller answers fit into one packet anyway.
const compressFromBytes = 1_024;
/** Larger answers are not remembered: a few of them would be all that is. */
const maxRememberedLength = 1_000_000;
declare module 'fastify' {
  interface FastifyRequest {
    /** What was remembered that the request is answered by; null where it is answered otherwise. */
    answeredBy: { readonly operationHash: string; readonly found: RememberedResponse } | null;
  }
}

/** What answers with what is remembered needs to know. */
export interface RememberingOptions extends OpenAudit {
  readonly served: ServedGeneration;
  /** Null where nothing is remembered. */
  readonly memory: ResponseMemory | null;
}

/** Answers a request for GraphQL: by what is remembered where that is true, else by executing it. */
export async function answerRemembering(
  request: FastifyRequest,
  reply: FastifyReply,
  { context, ...options }: RememberingOptions & { readonly context: GatewayContext },
): Promise<unknown> {
  const { served, memory } = options;
  const key = memory && keyOf(request);
  if (memory === null || key === null)
    return markRestricted(reply, context, await served.answer(request, reply, context));
  const found = await memory.find(key.text, request.headers[deadlineHeader] === undefined);
  if (found !== null && (await isPaid(context, found))) {
    note(options, { context, key, found });
    return send(request, reply, { memory, key, found });
  }
  return memory.whileMaking(key.text, () => make(request, reply, { served, memory, context, key }));
}

interface Making {
  readonly served: ServedGeneration;
  readonly memory: ResponseMemory;
  readonly context: GatewayContext;
  readonly key: ResponseKey;
}

async function make(
  request: FastifyRequest,
  reply: FastifyReply,
  { served, memory, context, key }: Making,
): Promise<unknown> {
  const day = londonDayAt(new Date());
  const answered: AnsweredState[] = [];
  const paid = { cost: 0 };
  const spend = async (cost: number): Promise<void> => {
    paid.cost = cost;
    await context.spend?.(cost);
  };
  const before = new Set(Object.keys(reply.getHeaders()));
  const payload = await served.answer(request, reply, { ...context, states: answered, spend });
  const states = uniteStates(answered);
  const isOpen = !isRestricted(context);
  const isWhole = reply.statusCode === 200 && context.record.errorCodes.length === 0 && !context.signal.aborted;
  if (isOpen && isWhole && states !== null && typeof payload === 'string' && payload.length <= maxRememberedLength) {
    const bytes = Buffer.from(payload);
    const tag = createHash('sha256').update(bytes).digest('base64url');
    const headers = headersSince(reply, before);
    const { operationName, use } = context.record;
    memory.add(key.text, { bytes, isCompressed: false, tag, headers, operationName, use, ...paid, states, day });
    request.answerTag = tag;
  }
  return markRestricted(reply, context, payload);
}

/** What nobody else may have is kept by nobody. */
function markRestricted(reply: FastifyReply, context: GatewayContext, payload: unknown): unknown {
  if (isRestricted(context)) {
    reply.request.isRestricted = true;
    void reply.header('cache-control', 'no-store');
  }
  return payload;
}

const isRestricted = ({ touched = [], protectedShown }: GatewayContext) =>
  touched.length > 0 || (protectedShown?.size ?? 0) > 0;

/** The headers that say what an answer is; not those that say what is left of somebody's budget. */
function headersSince(reply: FastifyReply, before: ReadonlySet<string>): Readonly<Record<string, string>> {
  const added = Object.entries(reply.getHeaders()).filter(
    ([name]) => !before.has(name) && !name.startsWith('ratelimit') && name !== 'content-length',
  );
  return Object.fromEntries(added.map(([name, value]) => [name, String(value)]));
}

/** False where what is asked costs more than is left: it is refused as what is not remembered is. */
async function isPaid(context: GatewayContext, { cost }: RememberedResponse): Promise<boolean> {
  try {
    await context.spend?.(cost);
    return true;
  } catch {
    return false;
  }
}

interface Found {
  readonly key: ResponseKey;
  readonly found: RememberedResponse;
}

function note(options: OpenAudit, { context, key, found }: Found & { readonly context: GatewayContext }): void {
  const { record, requestId } = context;
  record.operationName = found.operationName;
  record.use = found.use;
  noteRemembered(options, { requestId, operationHash: key.operationHash, record });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { memory, key, found }: Found & { readonly memory: ResponseMemory },
): Promise<Buffer> {
  void reply.headers(found.headers);
  // As RFC 9211 has it: from this cache, without asking anybody.
  void reply.header('cache-status', 'boroughgraph; hit');
  request.answerTag = found.tag;
  request.answeredBy = { operationHash: key.operationHash, found };
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '');
  // Whoever has it already gets nothing: see `addCacheHeaders`.
  if (isKnownTag(request.headers['if-none-match'], [found.tag]) && request.method === 'GET') return Buffer.alloc(0);
  if (!takesGzip) return found.isCompressed ? decompress(found.bytes) : found.bytes;
  if (!found.isCompressed && found.bytes.length < compressFromBytes) return found.bytes;
  const packed = found.isCompressed ? found : { ...found, bytes: await compress(found.bytes), isCompressed: true };
  if (packed !== found) memory.add(key.text, packed);
  void reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  return packed.bytes;
}

import { createHash } from 'node:crypto';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changingHeaders } from '../http/changing-headers.ts';
import { isKnownTag } from '../http/known-tag.ts';
import { callerHeaders } from '../callers/caller-headers.ts';
import { isFromNobody } from '../http/bind-request.ts';

/** Answers larger than this are not compared with what a client has: to sum them up would keep others waiting. */
const maxTaggedLength = 1_000_000;

/**
 * Says of answers to GET for GraphQL how long they may be kept: any cache may keep one, and has to ask each time whether it is
 * still true, since a release that is loaded or recalled is in every answer from the next request on. Then what has not changed is
 * 304, without a body. What has an error, is for somebody who is named, or is posted, is not kept. To be added before what compresses
 * answers.
 */
export function addCacheHeaders(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload) => {
    if (request.routeOptions.url !== graphqlPath) return Promise.resolve(payload);
    if (request.method === 'GET') return Promise.resolve(tag(request, reply, payload));
    // Tables say nothing of it themselves.
    void reply.header('cache-control', 'no-store');
    return Promise.resolve(payload);
  });
}

function tag(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const hash = isKept(request, reply) ? hashOf(request, payload) : null;
  if (hash === null) {
    void reply.header('cache-control', 'no-store');
    return payload;
  }
  const vary = ['accept', ...changingHeaders, callerHeaders, reply.getHeader('vary')]
    .filter((part) => part !== undefined)
    .join(', ');
  void reply.headers({ 'cache-control': 'no-cache', etag: `W/"${hash}"`, vary });
  if (!isKnownTag(request.headers['if-none-match'], [hash])) return payload;
  void reply.code(304).removeHeader('content-length');
  // An empty text would have a length, which says that what is unchanged has none.
  return null;
}

/** Whether a cache may keep what is answered: it is whole, and everybody would get the same. */
function isKept(request: FastifyRequest, reply: FastifyReply): boolean {
  const isForAll = isFromNobody(request) && !request.isRestricted;
  return isForAll && reply.statusCode === 200 && request.operationRecord?.errorCodes.length === 0;
}

/** The tag of an answer, weak, since compressed or not it says the same; null where it has none. */
function hashOf({ answerTag }: FastifyRequest, payload: unknown): string | null {
  if (answerTag !== null) return answerTag;
  if (typeof payload !== 'string' || payload.length > maxTaggedLength) return null;
  return createHash('sha256').update(payload).digest('base64url');
}

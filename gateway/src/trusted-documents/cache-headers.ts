import { createHash } from 'node:crypto';
import { completenessHeader } from '@boroughgraph/schema/wire/completeness-header.ts';
import { costHeader } from '@boroughgraph/schema/wire/cost-header.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from '../http/known-tag.ts';
import { callerHeaders } from '../callers/caller-headers.ts';
import { isFromNobody } from '../http/bind-request.ts';

/** Answers larger than this are not compared with what a client has: to sum them up would keep others waiting. */
const maxTaggedLength = 1_000_000;

/**
 * Says of answers to GET for GraphQL how long they may be kept: any cache may keep one, and has to ask each time whether it is
 * still true, since a release that is loaded or recalled is in every answer from the next request on. Then what has not changed is
 * 304, without a body. What has an error, or is for somebody who is named, is not kept. To be added before what compresses answers.
 */
export function addCacheHeaders(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload) => {
    if (request.method !== 'GET' || request.routeOptions.url !== graphqlPath) return Promise.resolve(payload);
    return Promise.resolve(tag(request, reply, payload));
  });
}

function tag(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const isForAll = isFromNobody(request);
  const isKept = isForAll && reply.statusCode === 200 && request.operationRecord?.errorCodes.length === 0;
  if (!isKept || typeof payload !== 'string' || payload.length > maxTaggedLength) {
    void reply.header('cache-control', 'no-store');
    return payload;
  }
  // Weak: compressed or not, it says the same.
  const hash = createHash('sha256').update(payload).digest('base64url');
  const vary = ['accept', costHeader, completenessHeader, callerHeaders, reply.getHeader('vary')]
    .filter((part) => part !== undefined)
    .join(', ');
  void reply.headers({ 'cache-control': 'no-cache', etag: `W/"${hash}"`, vary });
  if (!isKnownTag(request.headers['if-none-match'], [hash])) return payload;
  void reply.code(304).removeHeader('content-length');
  return '';
}

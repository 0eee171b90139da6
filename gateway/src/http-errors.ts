import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { maxBodyBytes } from '@boroughgraph/schema/wire/limits.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeInternal } from './error-catalogue.ts';

/** Answers a request that failed before GraphQL saw it, in the form of a GraphQL response. */
export function answerHttpError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (status < 500) {
    sendError(reply, status, describeClientError(status));
    return;
  }
  request.log.error({ cause: error.message, stack: error.stack }, 'a request failed on our side');
  sendError(reply, status, { code: 'INTERNAL_SERVER_ERROR', message: describeInternal(request.id) });
}

/** Answers a request for a path that does not exist. */
export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): void {
  sendError(reply, 404, { code: 'BAD_REQUEST', message: 'There is nothing here. The endpoint is /graphql.' });
}

/**
 * Refuses request bodies in any other encoding than UTF-8, and compressed ones: decoding what an attacker chose is where
 * other servers were stopped (GHSA-mp6q-xf9x-fwf7), and GraphQL over HTTP asks for UTF-8.
 */
export function refuseExoticEncoding(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const isPlain = (charset === undefined || /^utf-?8$/i.test(charset)) && encoding === 'identity';
  if (isPlain) done();
  else sendError(reply, 415, describeClientError(415));
}

type Description = { readonly code: ErrorCode; readonly message: string };

function describeClientError(status: number): Description {
  if (status === 413) {
    return { code: 'OPERATION_TOO_LARGE', message: `The request body is larger than ${maxBodyBytes / 1024} KiB.` };
  }
  if (status === 415) {
    return { code: 'BAD_REQUEST', message: 'The request body has to be application/json in UTF-8, not compressed.' };
  }
  return { code: 'BAD_REQUEST', message: 'The request body is not JSON that can be used.' };
}

function sendError(reply: FastifyReply, status: number, { code, message }: Description): void {
  const extensions = { code, ...(code === 'INTERNAL_SERVER_ERROR' && { requestId: reply.request.id }) };
  void reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions }] });
}

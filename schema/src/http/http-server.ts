import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { encodeInTurns } from '../process/encode-in-turns.ts';
import { receiveRequestMs, sendAnswerMs } from '../wire/deadlines.ts';
import { readRequestId } from '../wire/request-id.ts';
import { answerErrors, answerNotFound } from './http-errors.ts';
import { addJsonBody, type BodyCheck } from './json-body.ts';
import { answerRawErrors } from './raw-errors.ts';
import { refuseUnreadable } from './request-checks.ts';
import { refuseTooLong } from './write-answer.ts';

/** How a server takes requests. */
export type HttpServerOptions = Pick<
  FastifyServerOptions,
  'logger' | 'logController' | 'forceCloseConnections' | 'trustProxy'
> & {
  /** The largest body that is read, in bytes. */
  readonly maxBodyBytes: number;
  /** Looks at the bytes of each body before anything is made of them, and throws an HttpError where they are refused. @default takes all */
  readonly checkBody?: BodyCheck | undefined;
  /** How long a request may take to arrive, in milliseconds. @default 30000 */
  readonly receiveMs?: number | undefined;
  /** How long a client may take to read an answer, or a part of one that is made as it is read, in milliseconds. @default 60000 */
  readonly sendMs?: number | undefined;
};

// Node looks for requests that come too slowly every 30 seconds by itself, so that one may take twice as long as allowed.
const lookEveryMs = 1_000;

/** Bytes that a client takes in `sendMs` at least of an answer that is made as it is read: 140 kilobits a second. */
const leastTaken = 1_000_000;

// In characters.
const longText = 256 * 1024;

/**
 * An HTTP server without routes, as all of ours are: what cannot be read is refused with a status and an error as GraphQL has
 * it, slow senders and slow readers are cut off, and bodies are JSON.
 */
export function createServer(options: HttpServerOptions): FastifyInstance {
  const { maxBodyBytes, checkBody, receiveMs = receiveRequestMs, sendMs = sendAnswerMs, ...given } = options;
  const server: FastifyInstance = fastify({
    ...given,
    genReqId: readRequestId,
    bodyLimit: maxBodyBytes,
    // Whoever asks on a connection that is open when the server is told to stop is answered: that loses nothing.
    return503OnClosing: false,
    requestTimeout: receiveMs,
    clientErrorHandler: answerRawErrors(maxBodyBytes),
    frameworkErrors: answerErrors(maxBodyBytes),
    // Node would answer a request without a host by itself, with nothing.
    http: {
      requireHostHeader: false,
      headersTimeout: receiveMs,
      connectionsCheckingInterval: Math.min(lookEveryMs, receiveMs),
    },
  });
  server.setErrorHandler(answerErrors(maxBodyBytes));
  server.setNotFoundHandler(answerNotFound);
  server.addHook('onRequest', refuseUnreadable);
  refuseTooLong(server);
  encodeLongAnswers(server);
  cutSlowReaders(server, sendMs);
  addJsonBody(server, checkBody);
  return server;
}

/** Node encodes a text at once: ten megabytes keep everybody waiting. */
function encodeLongAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (_request, _reply, payload) =>
    typeof payload === 'string' && payload.length >= longText ? encodeInTurns(payload) : Promise.resolve(payload),
  );
}

/** A client that does not read holds its whole answer in our memory; of what is made as it is read, a piece. */
function cutSlowReaders(server: FastifyInstance, sendMs: number): void {
  server.addHook('onSend', (_request, { raw }, payload) => {
    let sent = sentOver(raw);
    const timer = setInterval(() => {
      const isTaking = payload instanceof Readable && (raw.writableLength === 0 || sentOver(raw) - sent >= leastTaken);
      if (!isTaking) raw.destroy();
      sent = sentOver(raw);
    }, sendMs).unref();
    raw.once('close', () => {
      clearInterval(timer);
    });
    return Promise.resolve();
  });
}

/** Bytes that the machine has taken of a connection. */
const sentOver = ({ socket }: ServerResponse) => (socket === null ? 0 : socket.bytesWritten - socket.writableLength);

import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { receiveRequestMs, sendAnswerMs } from '../wire/deadlines.ts';
import { readRequestId } from '../wire/request-id.ts';
import { answerErrors, answerNotFound } from './http-errors.ts';
import { addJsonBody, type BodyCheck } from './json-body.ts';
import { boundUnread, cutSlowReaders, encodeLongAnswers, twoLargest } from './large-answers.ts';
import { answerRawErrors } from './raw-errors.ts';
import { refuseUnreadable } from './request-checks.ts';
import { rememberOpenPlaces } from './route-methods.ts';
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
  /** The most bytes of large answers that are held for clients who have not read them. @default 128 MiB */
  readonly maxUnreadBytes?: number | undefined;
};

// Node looks for requests that come too slowly every 30 seconds by itself, so that one may take twice as long as allowed.
const lookEveryMs = 1_000;

/**
 * An HTTP server without routes, as all of ours are: what cannot be read is refused with a status and an error as GraphQL has
 * it, slow senders and slow readers are cut off, and bodies are JSON.
 */
export function createServer(options: HttpServerOptions): FastifyInstance {
  const {
    maxBodyBytes,
    checkBody,
    receiveMs = receiveRequestMs,
    sendMs = sendAnswerMs,
    maxUnreadBytes = twoLargest,
    ...given
  } = options;
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
  rememberOpenPlaces(server);
  server.setErrorHandler(answerErrors(maxBodyBytes));
  server.setNotFoundHandler(answerNotFound);
  server.addHook('onRequest', refuseUnreadable);
  refuseTooLong(server);
  encodeLongAnswers(server);
  cutSlowReaders(server, sendMs);
  boundUnread(server, maxUnreadBytes);
  addJsonBody(server, checkBody);
  return server;
}

import { STATUS_CODES, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { writeProblem } from './http-errors.ts';
import { describeStatus, type HttpProblem } from './http-problem.ts';

// So long the client can read why, while what it still sends is thrown away.
const lingerMs = 1_000;

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const notHttp: HttpProblem = { status: 400, code: 'BAD_REQUEST', message: 'The request is not HTTP that can be read.' };

const answered = new WeakSet<Socket>();

/**
 * Gives what answers a connection on which something came that is no request, too much or too slowly, in the form of a GraphQL
 * answer, and closes it. Where an answer to what came before is on its way already, it is broken off.
 */
export function answerRawErrors(maxBodyBytes: number) {
  return (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed || answered.has(socket)) return;
    answered.add(socket);
    const status = statuses[error.code ?? ''] ?? 400;
    if (socket.writable && !isAnswering(socket)) {
      socket.end(writeRaw(status === 400 ? notHttp : describeStatus(status, maxBodyBytes)));
      setTimeout(() => socket.destroy(), lingerMs).unref();
    } else {
      socket.destroy();
    }
  };
}

/** Whether the head of an answer has gone out; Node keeps the answer that is on its way with the connection. */
function isAnswering(socket: Socket): boolean {
  const answer: unknown = Reflect.get(socket, '_httpMessage');
  return answer instanceof ServerResponse && answer.headersSent;
}

function writeRaw(problem: HttpProblem): string {
  const body = writeProblem(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeInternal } from '../wire/internal-error.ts';
import { requestIdHeader } from '../wire/request-id.ts';
import { methodsAt } from './route-methods.ts';
import { describeStatus, HttpError, type HttpProblem } from './http-problem.ts';

/** A GraphQL answer that has nothing but an error. */
export function writeProblem({ code, message }: HttpProblem, requestId?: string): string {
  const extensions = { code, ...(code === 'INTERNAL_SERVER_ERROR' && { requestId }) };
  return JSON.stringify({ errors: [{ message, extensions }] });
}

/** Answers a request with what is wrong with it, in the form of a GraphQL answer. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): void {
  const { id } = reply.request;
  void reply
    .code(problem.status)
    .header(requestIdHeader, id)
    .type('application/json; charset=utf-8')
    .send(writeProblem(problem, id));
}

/** Gives what answers a request that failed before GraphQL saw it. What is our own fault is logged, and masked. */
export function answerErrors(maxBodyBytes: number) {
  return (error: FastifyError | HttpError, request: FastifyRequest, reply: FastifyReply): void => {
    if (error instanceof HttpError) {
      sendProblem(reply, error.problem);
      return;
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      sendProblem(reply, error.code === 'FST_ERR_BAD_URL' ? badAddress : describeStatus(status, maxBodyBytes));
      return;
    }
    request.log.error({ cause: error.message, stack: error.stack }, 'a request failed on our side');
    sendProblem(reply, { status, code: 'INTERNAL_SERVER_ERROR', message: describeInternal(request.id) });
  };
}

const badAddress: HttpProblem = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The address of the request is not one: each "%" in it has to begin a byte of UTF-8, such as "%20".',
};

/** Answers a request for a path that does not exist, or with a method that the path does not take, which is then told. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const [path = '/'] = request.url.split('?');
  const taken = methodsAt(request.server, path);
  const allowed = taken.join(', ');
  // What the method is right for, and is not there all the same, is nothing of the path.
  if (taken.length === 0 || taken.includes(request.method)) {
    sendProblem(reply, {
      status: 404,
      code: 'BAD_REQUEST',
      message: 'There is nothing here. The endpoint is /graphql.',
    });
    return;
  }
  const message = `${request.method} is not a method of ${path.slice(0, 200)}. It takes ${allowed}.`;
  sendProblem(reply.header('allow', allowed), { status: 405, code: 'BAD_REQUEST', message });
}

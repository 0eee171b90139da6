import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeNesting } from '../operation-limits/first-rule.ts';
import { findNesting } from '../operation-limits/nesting.ts';
import type { OperationLimits } from '../operation-limits/operation-limits.ts';
import { sendProblem } from './http-errors.ts';
import type { HttpProblem } from './http-problem.ts';
import { judgeNesting } from './json-body.ts';
import { refusalStatus } from './refusal-status.ts';

/**
 * Gives what refuses requests for GraphQL whose operation no parser should see, or whose variables, in an address, are nested
 * too deep. Whatever else is wrong with a request is left to GraphQL.
 */
export function refuseUnparsable({ maxNesting }: Pick<OperationLimits, 'maxNesting'>) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const problem = findProblem(request, maxNesting);
    if (problem === null) done();
    else sendProblem(reply, problem);
  };
}

function findProblem({ body, query, headers }: FastifyRequest, maxNesting: number): HttpProblem | null {
  const operation = textIn(body, 'query') ?? textIn(query, 'query') ?? '';
  if (findNesting(operation) > maxNesting) {
    const code = 'OPERATION_TOO_LARGE';
    return { status: refusalStatus(headers.accept, [code]), code, message: describeNesting(maxNesting) };
  }
  const inAddress = ['variables', 'extensions'].map((name) => judgeNesting(textIn(query, name) ?? ''));
  return inAddress.find((error) => error !== null)?.problem ?? null;
}

function textIn(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const text: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
  return typeof text === 'string' ? text : null;
}

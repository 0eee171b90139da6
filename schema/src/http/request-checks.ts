import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './http-errors.ts';
import { describeStatus, type HttpProblem } from './http-problem.ts';

/**
 * Refuses requests that say of themselves that they cannot be read: bodies in any other encoding than UTF-8 or compressed ones,
 * since decoding what an attacker chose is where other servers were stopped (GHSA-mp6q-xf9x-fwf7) and GraphQL over HTTP asks
 * for UTF-8; those that name no host, or one that no address has.
 */
export function refuseUnreadable(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const problem = findProblem(request);
  if (problem === null) done();
  else sendProblem(reply, problem);
}

function findProblem({ headers }: FastifyRequest): HttpProblem | null {
  if (!URL.canParse(`http://${headers.host ?? ''}/`)) return badHost;
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  const encoding = headers['content-encoding'] ?? 'identity';
  const isPlain = (charset === undefined || /^utf-?8$/i.test(charset)) && encoding === 'identity';
  return isPlain ? null : describeStatus(415, 0);
}

const badHost: HttpProblem = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The header "host" of the request is missing, or is not the name of a host.',
};

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Entrance } from './entrance.ts';

/** A check as Fastify takes one: what it throws answers the request. */
export function inTurn(check: (request: FastifyRequest) => unknown) {
  return (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    check(request);
    done();
  };
}

/** The hooks of a route that is for gateways: who comes in is known before anything of it is answered. */
export function hooksOf({ checkHeaders, viewerOf }: Pick<Entrance, 'checkHeaders' | 'viewerOf'>) {
  return { onRequest: inTurn(checkHeaders), preHandler: inTurn(viewerOf) };
}

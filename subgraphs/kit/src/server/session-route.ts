import { sessionPath } from '@boroughgraph/schema/wire/viewer-session.ts';
import type { FastifyInstance } from 'fastify';
import { hooksOf } from './check-hooks.ts';
import type { Entrance } from './entrance.ts';

/** Agrees on sessions with gateways, where they have to sign what they send. */
export function addSessionRoute(app: FastifyInstance, entrance: Entrance): void {
  const { openSession } = entrance;
  if (openSession === null) return;
  app.route({
    method: 'POST',
    url: sessionPath,
    ...hooksOf(entrance),
    handler: (request, reply) => reply.send(openSession(request)),
  });
}

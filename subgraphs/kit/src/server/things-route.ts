import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { type ThingsAnswer, thingsPath, thingsQuestion } from '@boroughgraph/schema/finding/published-things.ts';
import { writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestContext } from '../series/context.ts';
import { publishThings } from '../series/search/published-things.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';
import type { StoreReadings } from '../store/reading/reading.ts';
import { hooksOf } from './check-hooks.ts';
import type { Entrance } from './entrance.ts';
import { watchRequest } from './request-end.ts';

/** What is told at the route, and to whom. */
export interface ThingsRouteOptions {
  readonly entrance: Entrance;
  readonly subgraph: ServedSubgraph;
  readonly readings: StoreReadings;
  /** What the states of this server begin with. */
  readonly serverId: string;
}

/** Tells gateways all that is found of an agency as everybody may know it, whoever asks: what somebody may know besides he asks for. */
export function addThingsRoute(app: FastifyInstance, options: ThingsRouteOptions): void {
  const { entrance } = options;
  app.route({
    method: 'POST',
    url: thingsPath,
    ...hooksOf(entrance),
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { subgraph: agency, readings, serverId }: ThingsRouteOptions,
): Promise<ThingsAnswer> {
  const question = thingsQuestion.safeParse(request.body).data;
  if (question === undefined)
    throw new HttpError({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The body is no question for things: expected known (a version, or null).',
    });
  const wanted = watchRequest(request, reply);
  const { findable } = agency;
  const viewer = anonymousViewer;
  const context = createRequestContext({ requestId: request.id, viewer, agency, findable, readings, wanted });
  const published = await publishThings(context);
  const isKnown = published.version === question.known;
  const catalogue = writeCatalogueState(serverId, context.catalogue.state);
  return { ...published, catalogue, things: isKnown ? null : published.things };
}

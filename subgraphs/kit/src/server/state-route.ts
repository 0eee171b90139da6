import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { type StateAnswer, statePath, stateQuestion, stateWaitMs } from '@boroughgraph/schema/wire/state-lease.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LeasedCatalogue } from '../store/leases/leased-catalogue.ts';
import { hooksOf } from './check-hooks.ts';
import type { Entrance } from './entrance.ts';
import type { StateDesk } from './state-desk.ts';

/** What is leased at the route, and to whom. */
export interface StateRouteOptions {
  readonly entrance: Entrance;
  readonly desk: StateDesk;
  /** Null where the state is asked for at each request, so that nobody else may hold it either. */
  readonly leased: LeasedCatalogue | null;
  /** What the states of this server begin with. */
  readonly serverId: string;
}

/** A lease that has less left is renewed before any of it is lent, in milliseconds. */
const worthLendingMs = 3_000;

/** Leases the state of an agency's catalogue to gateways, and tells them of changes. */
export function addStateRoute(app: FastifyInstance, options: StateRouteOptions): void {
  const { entrance, desk } = options;
  app.addHook('preClose', (done) => {
    desk.close();
    done();
  });
  app.route({
    method: 'POST',
    url: statePath,
    ...hooksOf(entrance),
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(
  { body }: FastifyRequest,
  reply: FastifyReply,
  { desk, leased, serverId }: StateRouteOptions,
): Promise<StateAnswer> {
  const question = stateQuestion.safeParse(body).data;
  if (question === undefined)
    throw new HttpError({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The body is no question for a state: expected holder (a UUID), acknowledged (a number) and waits.',
    });
  const { holder, waits } = question;
  // What was counted by another run says nothing here.
  const acknowledged = question.server === serverId ? question.acknowledged : 0;
  const nothing = () => ({ server: serverId, heldMs: 0, change: desk.change, catalogue: null });
  if (waits) {
    await desk.changeAfter(acknowledged, stateWaitMs, signalWhenGone(reply));
    // A connection that is answered while the server closes would be kept for a next question, and the server by it.
    if (desk.isClosed) void reply.header('connection', 'close');
    return nothing();
  }
  // At once: what is renewed below may wait for it.
  desk.acknowledge(holder, acknowledged);
  if (leased === null) return nothing();
  if (leased.lease.leftMs < worthLendingMs) await leased.lease.renew();
  const catalogue = leased.lease.current;
  if (catalogue === null) return nothing();
  // Without a wait from here on: what is lent is what is held.
  const heldMs = desk.lend(holder, acknowledged, leased.lease.leftMs);
  return { server: serverId, heldMs, change: desk.change, catalogue: writeCatalogueState(serverId, catalogue.state) };
}

function signalWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    controller.abort();
  });
  return controller.signal;
}

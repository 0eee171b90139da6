import { setTimeout as delay } from 'node:timers/promises';
import { healthCheckMs } from '@boroughgraph/schema/wire/deadlines.ts';
import type { AgencyStanding, GatewayHealth, GatewayReadiness } from '@boroughgraph/schema/wire/health-answers.ts';
import { agenciesPath, healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import type { ServedGeneration } from './served-generation.ts';
import type { Generation } from '../supergraph/generation.ts';
import type { Replaceable } from '../supergraph/replaceable.ts';

/**
 * Serves `/health` (200 while the process lives), `/ready` (200 while operations can be planned and at least one agency can answer, 503 otherwise, with the names
 * of those that cannot) and `/agencies` (how each of them stands). That the supergraph is loaded goes without saying: the server listens
 * after it is.
 */
export function addHealthRoutes(server: FastifyInstance, served: Replaceable<ServedGeneration>): void {
  const standings = async (): Promise<readonly AgencyStanding[]> => {
    const lease = served.lease();
    return standingsOf(lease.value.generation).finally(lease.release);
  };
  /** A gateway that has just started reads the supergraph for its planner first: until then whoever asks waits. */
  const canPlan = async (): Promise<boolean> => {
    const lease = served.lease();
    const { ready } = lease.value.generation;
    const isReady = Promise.race([ready.then(() => true), delay(healthCheckMs, false, { ref: false })]);
    return isReady.catch(() => false).finally(lease.release);
  };
  server.get(healthPath, (): GatewayHealth => ({ healthy: true }));
  server.get(readyPath, async (_request, reply) => {
    const all = await standings();
    const unavailable = all.filter(({ condition }) => condition !== 'READY').map(({ agency }) => agency);
    const answer: GatewayReadiness = { ready: unavailable.length < all.length && (await canPlan()), unavailable };
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
  server.get(agenciesPath, standings);
}

/** How old a standing may be, in milliseconds: whoever asks without end asks agencies and their databases no more often than this. */
const standingMs = 500;

const known = new WeakMap<
  Generation,
  { readonly atMs: number; readonly standings: Promise<readonly AgencyStanding[]> }
>();

/** How the agencies stand, asked at most twice a second whoever wants to know. */
function standingsOf(generation: Generation): Promise<readonly AgencyStanding[]> {
  const last = known.get(generation);
  if (last !== undefined && performance.now() - last.atMs < standingMs) return last.standings;
  const standings = readStandings(generation);
  known.set(generation, { atMs: performance.now(), standings });
  return standings;
}

function readStandings({ connections }: Generation): Promise<readonly AgencyStanding[]> {
  const reading = [...connections].map(async ([agency, connection]): Promise<AgencyStanding> => {
    const { pulse } = connection;
    const { condition, catalogue } = await connection.readStanding();
    const circuit = pulse.state === 'SILENT' ? 'OPEN' : 'CLOSED';
    return { agency, condition, catalogue, circuit, circuitSinceMs: pulse.lastsMs };
  });
  return Promise.all(reading);
}

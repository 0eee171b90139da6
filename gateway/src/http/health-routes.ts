import type { GatewayHealth, GatewayReadiness } from '@boroughgraph/schema/wire/health-answers.ts';
import { healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import type { ServedGeneration } from './served-generation.ts';
import type { Generation } from '../supergraph/generation.ts';
import type { Replaceable } from '../supergraph/replaceable.ts';

/**
 * Serves `/health` (200 while the process lives) and `/ready`: 200 when every agency answers its own `/health`, else 503
 * with the names of those that do not. That the supergraph is loaded goes without saying: the server listens after it is.
 */
export function addHealthRoutes(server: FastifyInstance, served: Replaceable<ServedGeneration>): void {
  server.get(healthPath, (): GatewayHealth => ({ healthy: true }));
  server.get(readyPath, async (_request, reply) => {
    const lease = served.lease();
    const unavailable = await findUnavailable(lease.value.generation).finally(lease.release);
    const answer: GatewayReadiness = unavailable.length === 0 ? { ready: true } : { ready: false, unavailable };
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}

async function findUnavailable({ connections }: Generation): Promise<readonly string[]> {
  const checks = [...connections].map(async ([agency, connection]) => ({
    agency,
    isHealthy: await connection.isHealthy(),
  }));
  return (await Promise.all(checks)).filter(({ isHealthy }) => !isHealthy).map(({ agency }) => agency);
}

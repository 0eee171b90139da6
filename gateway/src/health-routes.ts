import type { GatewayHealth, GatewayReadiness } from '@boroughgraph/schema/wire/health-answers.ts';
import { healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import type { AgencyConnection } from './agency-connection.ts';

/**
 * Serves `/health` (200 while the process lives) and `/ready`: 200 when every agency answers its own `/health`, else 503
 * with the names of those that do not. That the supergraph is loaded goes without saying: the server listens after it is.
 */
export function addHealthRoutes(server: FastifyInstance, connections: ReadonlyMap<string, AgencyConnection>): void {
  server.get(healthPath, (): GatewayHealth => ({ healthy: true }));
  server.get(readyPath, async (_request, reply) => {
    const checks = [...connections].map(async ([agency, connection]) => ({
      agency,
      isHealthy: await connection.isHealthy(),
    }));
    const unavailable = (await Promise.all(checks)).filter(({ isHealthy }) => !isHealthy).map(({ agency }) => agency);
    const answer: GatewayReadiness = unavailable.length === 0 ? { ready: true } : { ready: false, unavailable };
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}

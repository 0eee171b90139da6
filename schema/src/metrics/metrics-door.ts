import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

/** Where metrics are read. */
export interface MetricsPlace {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** A door at which metrics are read, and nothing else. Close it when done. */
export interface MetricsDoor {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves `/metrics` in the form of Prometheus, on a port of its own: what clients reach does not have it.
 *
 * @throws {Error} when the port cannot be had (`code` is then `EADDRINUSE` or `EACCES`).
 */
export async function openMetricsDoor(registry: Registry, { host, port }: MetricsPlace): Promise<MetricsDoor> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens, but not on a port');
  return address.port;
}

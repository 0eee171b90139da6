import { type MetricsPlace, openMetricsDoor } from '@boroughgraph/schema/metrics/metrics-door.ts';
import type { FastifyInstance } from 'fastify';
import type { ServedGeneration } from '../http/served-generation.ts';
import { type AnsweredRequest, GatewayMetrics } from './gateway-metrics.ts';

/** What a gateway counts, and from what. */
export interface MetricsOptions {
  /** Null where nothing is counted. */
  readonly place: MetricsPlace | null;
  readonly http: FastifyInstance;
  /** The names of operations that are counted by themselves. */
  readonly operations: readonly { readonly name: string }[];
}

/** What is counted, and its door. */
export interface OpenMetrics {
  readonly onFetch: GatewayMetrics['countFetch'];
  /** Counts what was answered by no route. */
  readonly countRequest: (answered: AnsweredRequest) => void;
  /** Reads from now on what the generation that answers has. */
  readonly watch: (served: () => ServedGeneration) => void;
  readonly close: () => Promise<void>;
}

/**
 * Counts what a gateway answers and asks, and opens the door at which that is read; null where nobody reads it.
 *
 * @throws {Error} when the port cannot be had.
 */
export async function openMetrics({ place, http, operations }: MetricsOptions): Promise<OpenMetrics | null> {
  if (place === null) return null;
  const metrics = new GatewayMetrics(operations.map(({ name }) => name));
  http.addHook('onResponse', (request, reply, done) => {
    const { operationRecord: record, routeOptions } = request;
    metrics.countRequest({
      route: routeOptions.url ?? null,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
      record,
    });
    done();
  });
  const door = await openMetricsDoor(metrics.registry, place);
  http.log.info({ port: door.port }, 'metrics can be read');
  return {
    onFetch: metrics.countFetch,
    countRequest: (answered) => {
      metrics.countRequest(answered);
    },
    watch: (served) => {
      metrics.watch(served);
    },
    close: door.close,
  };
}

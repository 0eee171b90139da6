import { type MetricsDoor, type MetricsPlace, openMetricsDoor } from '@boroughgraph/schema/metrics/metrics-door.ts';
import { addReadGauge, createRegistry, durationBuckets } from '@boroughgraph/schema/metrics/metrics-registry.ts';
import type { FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import type { StoreActivity } from '../store/store-activity.ts';

/** What the server of an agency counts, and from what. */
export interface AgencyMetricsOptions {
  readonly agency: string;
  readonly place: MetricsPlace;
  readonly app: FastifyInstance;
  readonly activity: StoreActivity;
}

/**
 * Counts what the server of an agency answers, and reads what its store has to do, for Prometheus.
 *
 * @throws {Error} when the port cannot be had.
 */
export async function openAgencyMetrics({ agency, place, app, activity }: AgencyMetricsOptions): Promise<MetricsDoor> {
  const registry = createRegistry(agency);
  const registers = [registry];
  const responses = new Counter({
    name: 'boroughgraph_http_responses_total',
    help: 'Answers by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'boroughgraph_request_duration_seconds',
    help: 'From a request to its answer',
    buckets: [...durationBuckets],
    registers,
  });
  app.addHook('onResponse', (request, reply, done) => {
    responses.inc({ route: request.routeOptions.url ?? 'other', status: String(reply.statusCode) });
    duration.observe(reply.elapsedTime / 1000);
    done();
  });
  const gauges = {
    boroughgraph_store_connections: ['Connections to the store at most', () => activity.connections],
    boroughgraph_store_statements: ['Statements that run or wait for a connection', () => activity.underWay],
    boroughgraph_store_statements_total: ['Statements that have been sent', () => activity.sent],
    boroughgraph_store_failures_total: ['Statements that have failed', () => activity.failed],
  } as const;
  for (const [name, [help, read]] of Object.entries(gauges))
    addReadGauge(registry, { name, help, labels: [], read: () => [{ labels: {}, value: read() }] });
  return openMetricsDoor(registry, place);
}

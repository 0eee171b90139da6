import { openTracing, type Tracing, type TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import { serveSpans } from '@boroughgraph/schema/tracing/serve-spans.ts';
import type { FastifyInstance } from 'fastify';
import { outcomeOf } from './request-outcome.ts';

/** Traces what a gateway answers; null where nothing is traced. Comes before it listens. */
export async function traceGateway(http: FastifyInstance, place: TracingPlace | null): Promise<Tracing | null> {
  if (place === null) return null;
  const onFailure = (error: unknown): void => {
    const cause = error instanceof Error ? error.message : 'unknown';
    http.log.warn({ cause }, 'the collector of traces does not answer');
  };
  const tracing = await openTracing({ ...place, service: 'gateway', isAskerTrusted: false, onFailure });
  serveSpans(http, tracing, ({ id, operationRecord: record }) => ({
    'boroughgraph.request_id': id,
    ...(record !== null && { 'graphql.operation.name': record.operationName ?? '' }),
    ...(record !== null && { 'boroughgraph.outcome': outcomeOf(200, record) }),
  }));
  return tracing;
}

import type { Tracing, TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import { traceServer } from '@boroughgraph/schema/tracing/trace-server.ts';
import type { FastifyInstance } from 'fastify';
import { outcomeOf } from './request-outcome.ts';

/** Traces what a gateway answers; null where nothing is traced. Comes before it listens. */
export function traceGateway(http: FastifyInstance, place: TracingPlace | null): Promise<Tracing | null> {
  return traceServer(http, {
    service: 'gateway',
    place,
    isAskerTrusted: false,
    describe: ({ id, operationRecord: record }) => ({
      'boroughgraph.request_id': id,
      ...(record !== null && { 'graphql.operation.name': record.operationName ?? '' }),
      ...(record !== null && { 'boroughgraph.outcome': outcomeOf(200, record) }),
    }),
  });
}

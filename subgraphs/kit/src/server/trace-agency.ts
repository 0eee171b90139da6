import type { KeyObject } from 'node:crypto';
import { openTracing, type Tracing, type TracingPlace } from '@boroughgraph/schema/tracing/open-tracing.ts';
import { serveSpans } from '@boroughgraph/schema/tracing/serve-spans.ts';
import type { FastifyInstance } from 'fastify';

/** Whose server is traced, and where that is told. */
export interface AgencyTracingOptions {
  readonly agency: string;
  /** Null where nothing is traced. */
  readonly place: TracingPlace | null;
  readonly gatewayKeys: readonly KeyObject[];
}

/** Traces what the server of an agency answers, below the gateway that asks it; null where nothing is traced. Comes before it listens. */
export async function traceAgency(
  app: FastifyInstance,
  { agency, place, gatewayKeys }: AgencyTracingOptions,
): Promise<Tracing | null> {
  if (place === null) return null;
  const onFailure = (error: unknown): void => {
    app.log.warn(
      { cause: error instanceof Error ? error.message : 'unknown' },
      'the collector of traces does not answer',
    );
  };
  // Alone, anybody may be its asker.
  const tracing = await openTracing({ ...place, service: agency, isAskerTrusted: gatewayKeys.length > 0, onFailure });
  serveSpans(app, tracing);
  return tracing;
}

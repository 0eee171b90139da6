import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SpanFacts } from './current-span.ts';
import { openTracing, type Tracing, type TracingOptions, type TracingPlace } from './open-tracing.ts';
import { serveSpans } from './serve-spans.ts';

/** Whose server is traced, and where that is told. */
export interface ServerTracingOptions extends Pick<TracingOptions, 'service' | 'isAskerTrusted'> {
  /** Null where nothing is traced. */
  readonly place: TracingPlace | null;
  /** What else is known of a request once it is answered. @default nothing */
  readonly describe?: (request: FastifyRequest) => SpanFacts;
}

/** Traces what a server answers; null where nothing is traced. Comes before it listens. */
export async function traceServer(
  app: FastifyInstance,
  { place, describe, ...of }: ServerTracingOptions,
): Promise<Tracing | null> {
  if (place === null) return null;
  const onFailure = (error: unknown): void => {
    const cause = error instanceof Error ? error.message : 'unknown';
    app.log.warn({ cause }, 'the collector of traces does not answer');
  };
  const tracing = await openTracing({ ...place, ...of, onFailure });
  serveSpans(app, tracing, describe);
  return tracing;
}

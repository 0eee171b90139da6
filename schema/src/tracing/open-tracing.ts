import { setTimeout as delay } from 'node:timers/promises';
import type * as OpenTelemetry from '@opentelemetry/api';
import type { SpanContext, Tracer } from '@opentelemetry/api';
import type { Sampler, SamplingDecision } from '@opentelemetry/sdk-trace-base';
import type { Span, SpanFacts } from './current-span.ts';

/** Where spans are told, and of which share of requests. */
export interface TracingPlace {
  /** The address of a collector that takes OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string;
  /** What it is sent beside, such as a token. */
  readonly headers: Readonly<Record<string, string>>;
  /** From 0 to 1. */
  readonly share: number;
}

/** How a process traces. */
export interface TracingOptions extends TracingPlace {
  /** The name of the process. */
  readonly service: string;
  /** Whether who asks decides if a request is traced: a gateway does for its agencies, and no client does for a gateway. */
  readonly isAskerTrusted: boolean;
  /** Told when spans are lost: a collector that is away costs nobody an answer. */
  readonly onFailure: (error: unknown) => void;
}

/** What a process tells a collector. Close it when done. */
export interface Tracing extends AsyncDisposable {
  /** Begins a span for a request, below the one that a `traceparent` names; one that cannot be read counts as none. Never throws. */
  readonly begin: (name: string, request: { readonly asker: string | null; readonly facts: SpanFacts }) => Span;
  /** Tells what is not told yet, for two seconds at most. Never rejects. */
  readonly close: () => Promise<void>;
}

/** For the collector to take what it is sent, and for the last of it at the end. */
const exportMs = 2_000;

/** Loads OpenTelemetry, of which processes that trace nothing should not know, and tells spans to a collector from then on. */
export async function openTracing(options: TracingOptions): Promise<Tracing> {
  const api = await import('@opentelemetry/api');
  const { parseTraceParent, setGlobalErrorHandler } = await import('@opentelemetry/core');
  const { BasicTracerProvider, BatchSpanProcessor, SamplingDecision } = await import('@opentelemetry/sdk-trace-base');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { Resource } = await import('@opentelemetry/resources');
  const { endpoint, headers, service, onFailure } = options;
  setGlobalErrorHandler(onFailure);
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: exportMs });
  const provider = new BasicTracerProvider({
    // Nothing of the machine, of its user or of the environment.
    resource: new Resource({ 'service.name': service, 'service.namespace': 'boroughgraph' }),
    sampler: samplerOf(api, SamplingDecision, options),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: exportMs })],
  });
  const spans: Spans = { api, tracer: provider.getTracer('boroughgraph') };
  const close = async (): Promise<void> => {
    await Promise.race([provider.shutdown().catch(onFailure), delay(exportMs, undefined, { ref: false })]);
  };
  return {
    begin: (name, { asker, facts }) => {
      const read = asker === null ? null : parseTraceParent(asker);
      return beginSpan(spans, name, { kind: 'SERVER', parent: read && { ...read, isRemote: true }, facts });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

type Api = typeof OpenTelemetry;

/** What spans are made with. */
interface Spans {
  readonly api: Api;
  readonly tracer: Tracer;
}

interface SpanStart {
  readonly kind: 'SERVER' | 'CLIENT';
  readonly parent: SpanContext | null;
  readonly facts: SpanFacts;
}

function beginSpan(spans: Spans, name: string, { kind, parent, facts }: SpanStart): Span {
  const { trace, ROOT_CONTEXT, SpanKind, SpanStatusCode } = spans.api;
  const above = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const span = spans.tracer.startSpan(name, { kind: SpanKind[kind], attributes: { ...facts } }, above);
  const own = span.spanContext();
  return {
    traceparent: writeTraceparent(own),
    begin: (below, more = {}) => beginSpan(spans, below, { kind: 'CLIENT', parent: own, facts: more }),
    end: ({ hasFailed, facts: more = {} }) => {
      if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttributes({ ...more }).end();
    },
  };
}

/** Source: W3C Trace Context, 3.2 traceparent. */
function writeTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** Decides once for a request, whose later spans follow it: by chance, and not by the id of the trace, which a client may choose. */
function samplerOf(
  { trace, TraceFlags }: Api,
  decisions: typeof SamplingDecision,
  { share, isAskerTrusted }: TracingOptions,
): Sampler {
  const isWanted = (parent: SpanContext | undefined): boolean =>
    parent === undefined || (parent.isRemote === true && !isAskerTrusted)
      ? Math.random() < share
      : (parent.traceFlags & TraceFlags.SAMPLED) !== 0;
  return {
    shouldSample: (context) => ({
      decision: isWanted(trace.getSpanContext(context)) ? decisions.RECORD_AND_SAMPLED : decisions.NOT_RECORD,
    }),
    toString: () => `a share of ${share}`,
  };
}

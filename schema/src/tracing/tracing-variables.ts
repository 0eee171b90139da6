import { z } from 'zod';
import type { Variable } from '../process/environment.ts';
import { isHttpUrl } from '../process/variables.ts';
import type { TracingPlace } from './open-tracing.ts';

/** `OTEL_EXPORTER_OTLP_ENDPOINT`: where spans are told; null where nothing is traced. Its name is that of OpenTelemetry. */
const endpointVariable: Variable<string | null> = {
  name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  schema: z.string().refine(isHttpUrl),
  fallback: null,
  expected: 'an http or https URL, to which `/v1/traces` is added',
  example: 'http://127.0.0.1:4318',
  says: 'The collector of OpenTelemetry that is told, by OTLP over HTTP, how long requests, agencies and statements took; without it nothing is traced.',
};

/** `OTEL_EXPORTER_OTLP_HEADERS`: what the collector is sent beside, as OpenTelemetry writes it. */
const headersVariable: Variable<Readonly<Record<string, string>>> = {
  name: 'OTEL_EXPORTER_OTLP_HEADERS',
  schema: z
    .string()
    .regex(/^[\w-]+=[^,]*(?:,[\w-]+=[^,]*)*$/)
    .transform((text) => Object.fromEntries(text.split(',').map(readHeader))),
  fallback: {},
  expected: 'names and values with = between, and a comma between two',
  example: 'authorization=Bearer token',
  says: 'Headers that are sent to that collector.',
  isSecret: true,
};

/** `OTEL_TRACES_SAMPLER_ARG`: the share of requests that is traced. */
const shareVariable: Variable<number> = {
  name: 'OTEL_TRACES_SAMPLER_ARG',
  schema: z
    .string()
    .regex(/^(?:0|1|0?\.\d+|1\.0+)$/)
    .transform(Number),
  fallback: 1,
  expected: 'a number from 0 to 1',
  example: '0.1',
  says: 'The share of requests that is traced; agencies trace what their gateway does.',
};

/** The variables of a process that can trace. */
export const tracingVariables = {
  tracesEndpoint: endpointVariable,
  tracesHeaders: headersVariable,
  tracesShare: shareVariable,
};

/** Where a process traces, by its variables; null where it does not. */
export function tracingPlaceOf(values: {
  readonly tracesEndpoint: string | null;
  readonly tracesHeaders: Readonly<Record<string, string>>;
  readonly tracesShare: number;
}): TracingPlace | null {
  const { tracesEndpoint: endpoint, tracesHeaders: headers, tracesShare: share } = values;
  return endpoint === null ? null : { endpoint, headers, share };
}

function readHeader(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

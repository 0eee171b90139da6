import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readVariables } from '../process/environment.ts';
import { projectRoot } from '../project-root.ts';
import { openTracing, type TracingOptions } from './open-tracing.ts';
import { tracingPlaceOf, tracingVariables } from './tracing-variables.ts';

/** Nobody listens there. */
const away = 'http://127.0.0.1:9';
const options: TracingOptions = {
  endpoint: away,
  headers: {},
  share: 1,
  service: 'library',
  isAskerTrusted: false,
  onFailure: () => undefined,
};
const asked = (flag: '00' | '01') => `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-${flag}`;

/** How the span of a request, and one below it, are told to others below. */
async function traceparentsOf(given: Partial<TracingOptions>, asker: string | null): Promise<readonly string[]> {
  const tracing = await openTracing({ ...options, ...given });
  const span = tracing.begin('POST /graphql', { asker, facts: {} });
  return [span, span.begin('ask')].map(({ traceparent }) => traceparent);
}

describe('Whether a request is traced', () => {
  it.each([
    ['a client cannot decide', { share: 0 }, asked('01'), '00'],
    ['a client cannot decide', { share: 1 }, asked('00'), '01'],
    ['a gateway decides for its agencies', { share: 0, isAskerTrusted: true }, asked('01'), '01'],
    ['a gateway decides for its agencies', { share: 1, isAskerTrusted: true }, asked('00'), '00'],
    ['who is asked by nobody decides', { share: 1, isAskerTrusted: true }, null, '01'],
    ['what cannot be read says nothing', { share: 1 }, 'nonsense', '01'],
  ] as const)('%s: %j', async (_who, given, asker, flag) => {
    const traceparents = await traceparentsOf(given, asker);
    expect(traceparents.map((text) => text.slice(-2))).toEqual([flag, flag]);
    const ids = new Set(traceparents.map((text) => text.split('-')[1]));
    expect(ids.size).toBe(1);
    if (asker?.startsWith('00-') === true) expect(ids).toEqual(new Set([asker.split('-')[1]]));
  });
});

it('A collector that is away costs nobody an answer, and is told of', async () => {
  const failures: unknown[] = [];
  const tracing = await openTracing({ ...options, onFailure: (error) => failures.push(error) });
  tracing.begin('POST /graphql', { asker: null, facts: {} }).end({ hasFailed: true });
  await tracing.close();
  expect(failures.length).toBeGreaterThan(0);
});

it('Processes that trace nothing do not load OpenTelemetry', () => {
  const files = globSync('{gateway,schema,system,subgraphs}/**/src/**/*.ts', { cwd: fileURLToPath(projectRoot) });
  const loading = files.filter((file) =>
    /^import (?!type )[^;]*'@opentelemetry/m.test(readFileSync(new URL(file, projectRoot), 'utf8')),
  );
  expect([files.length > 500, loading]).toEqual([true, []]);
});

describe('The variables', () => {
  const read = (variables: NodeJS.ProcessEnv) => tracingPlaceOf(readVariables(variables, tracingVariables));

  it('name no collector by themselves', () => {
    expect(read({ OTEL_EXPORTER_OTLP_HEADERS: 'a=b', OTEL_TRACES_SAMPLER_ARG: '0.5' })).toBeNull();
  });

  it('say where, with what, and how much', () => {
    const OTEL_EXPORTER_OTLP_HEADERS = 'authorization=Basic YTpi,x-scope=';
    expect(
      read({ OTEL_EXPORTER_OTLP_ENDPOINT: away, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER_ARG: '.25' }),
    ).toEqual({ endpoint: away, headers: { authorization: 'Basic YTpi', 'x-scope': '' }, share: 0.25 });
  });

  it('say what is wrong, and repeat no token', () => {
    const wrong = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318', OTEL_TRACES_SAMPLER_ARG: '2' };
    expect(() => read(wrong)).toThrow(/OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318".*\n.*SAMPLER_ARG is "2"/);
    expect(() => read({ OTEL_EXPORTER_OTLP_HEADERS: 'the-token' })).toThrow(/^(?!.*the-token)/);
  });
});

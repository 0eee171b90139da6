import type { CacheUse } from '@boroughgraph/schema/caching/proven-cache.ts';
import { addReadGauge, createRegistry, durationBuckets } from '@boroughgraph/schema/metrics/metrics-registry.ts';
import { errorCatalogue } from '@boroughgraph/schema/wire/error-codes.ts';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { RequestEnd } from '../agencies/agency-connection.ts';
import type { OperationRecord } from '../http/gateway-context.ts';
import type { ServedGeneration } from '../http/served-generation.ts';
import { outcomeOf } from './request-outcome.ts';

/** A request that has been answered. */
export interface AnsweredRequest {
  /** The route, never the address: that has the variables. Null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  /** Null for a request without an operation. */
  readonly record: OperationRecord | null;
}

/** What stands for a name, code or route that is not one of those that are known beforehand: a client must not make new labels. */
const other = 'other';

/** What a gateway counts of itself, for Prometheus. */
export class GatewayMetrics {
  readonly registry: Registry = createRegistry('gateway');
  readonly #operations: ReadonlySet<string>;
  readonly #requests = this.#counter('requests_total', 'Requests by what came of them', ['operation', 'outcome']);
  readonly #duration = this.#histogram('request_duration_seconds', 'From a request to its answer', ['operation']);
  readonly #errors = this.#counter('errors_total', 'Answers that have an error of this code', ['code']);
  readonly #responses = this.#counter('http_responses_total', 'Answers by route and status', ['route', 'status']);
  readonly #fetches = this.#counter('agency_requests_total', 'Requests to agencies by how they ended', [
    'agency',
    'end',
  ]);
  readonly #fetchDuration = this.#histogram('agency_duration_seconds', 'From asking an agency to the last byte', [
    'agency',
  ]);

  /** @param operations - The names that are counted by themselves; all others are counted together. */
  constructor(operations: Iterable<string>) {
    this.#operations = new Set(operations);
  }

  /** Counts a request that has been answered. */
  countRequest({ route, status, durationMs, record }: AnsweredRequest): void {
    this.#responses.inc({ route: route ?? other, status: String(status) });
    if (record === null) return;
    const operation = this.#nameOf(record);
    this.#requests.inc({ operation, outcome: outcomeOf(status, record) });
    this.#duration.observe({ operation }, durationMs / 1000);
    for (const code of new Set(record.errorCodes)) this.#errors.inc({ code: knownCodes.has(code) ? code : other });
  }

  /** Counts a request to an agency that has ended. */
  readonly countFetch = (agency: string, end: RequestEnd, durationMs: number): void => {
    this.#fetches.inc({ agency, end });
    this.#fetchDuration.observe({ agency }, durationMs / 1000);
  };

  /** Reads, whenever it is asked, what the generation that answers has at the moment. */
  watch(served: () => ServedGeneration): void {
    const connections = () => served().generation.connections.entries().toArray();
    this.#gauge('agency', {
      name: 'agency_circuit_open',
      help: 'Whether an agency gives no sign of life and is not asked',
      read: () => connections().map(([agency, { pulse }]) => [agency, pulse.state === 'SILENT' ? 1 : 0]),
    });
    this.#gauge('agency', {
      name: 'agency_requests_running',
      help: 'Requests that an agency has at the moment',
      read: () => connections().map(([agency, { load }]) => [agency, load.running]),
    });
    this.#gauge('agency', {
      name: 'agency_requests_waiting',
      help: 'Requests that wait for a connection to an agency',
      read: () => connections().map(([agency, { load }]) => [agency, load.waiting]),
    });
    for (const part of ['hits', 'misses', 'bytes'] as const)
      this.#gauge('cache', {
        name: `cache_${part}`,
        help: describeCachePart[part],
        read: () => cachesOf(served()).map(([cache, use]) => [cache, use[part]]),
      });
  }

  #nameOf({ operationName }: OperationRecord): string {
    return operationName !== null && this.#operations.has(operationName) ? operationName : other;
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `boroughgraph_${name}`, help, labelNames, registers: [this.registry] });
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    const buckets = [...durationBuckets];
    return new Histogram({ name: `boroughgraph_${name}`, help, labelNames, buckets, registers: [this.registry] });
  }

  #gauge(label: string, { name, help, read }: LabelledValues): void {
    addReadGauge(this.registry, {
      name: `boroughgraph_${name}`,
      help,
      labels: [label],
      read: () => read().map(([of, value]) => ({ labels: { [label]: of }, value })),
    });
  }
}

/** What is remembered, by name: plans, answers, and what answers went out as, to the bytes of a request. */
function cachesOf({ generation, memory, sent }: ServedGeneration): readonly (readonly [string, CacheUse])[] {
  const answers = [
    ['answers', memory],
    ['sent', sent],
  ] as const;
  return [
    ['plans', generation.plans.use],
    ...answers.flatMap(([cache, of]) => (of === null ? [] : [[cache, of.counts] as const])),
  ];
}

/** Values by what their one label says. */
interface LabelledValues {
  readonly name: string;
  readonly help: string;
  readonly read: () => (readonly [string, number])[];
}

const knownCodes: ReadonlySet<string> = new Set(Object.keys(errorCatalogue));

const describeCachePart: Readonly<Record<keyof CacheUse, string>> = {
  hits: 'How often something was remembered',
  misses: 'How often something was not remembered',
  bytes: 'Memory that is taken by what is remembered',
};

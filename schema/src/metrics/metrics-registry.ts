import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Upper ends of the buckets of durations, in seconds: from what is remembered to the longest that anybody waits. */
export const durationBuckets: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Where the metrics of one process are counted: those of Node (event loop, memory, garbage) are in it, each with the name of the
 * process. Make one where somebody reads it: its observers take some processor time.
 */
export function createRegistry(processName: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process: processName });
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** What a gauge says that is read when somebody asks for it. */
export interface ReadGauge<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Label[];
  /** Each value with its labels. They must come from a list that is known beforehand: a client must not make new ones. */
  readonly read: () => Iterable<{ readonly labels: Readonly<Record<Label, string>>; readonly value: number }>;
}

/** Adds a gauge that is read when somebody asks for it. */
export function addReadGauge<Label extends string>(
  registry: Registry,
  { name, help, labels: labelNames, read }: ReadGauge<Label>,
): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    collect: () => {
      gauge.reset();
      for (const { labels, value } of read()) gauge.set(labels, value);
    },
  });
}

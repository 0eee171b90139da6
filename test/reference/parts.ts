import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DifferentialReport } from './differential.ts';
import type { DifferentialOptions } from './options.ts';

/** Operations that one process sends. */
export type Part = Pick<DifferentialOptions, 'seed' | 'from' | 'operations'>;

/** How far a part is. */
export interface Progress {
  readonly operations: number;
  readonly differences: number;
}

/** What a part tells the process that has started it. */
export type PartMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'report'; readonly report: DifferentialReport };

/** The operations in as many parts as there are workers, as like in size as can be, in their order; none is empty. */
export function splitOperations({ seed, from, operations, workers }: DifferentialOptions): readonly Part[] {
  const count = Math.max(1, Math.min(workers, operations));
  const startOf = (part: number): number => Math.floor((operations * part) / count);
  return Array.from({ length: count }, (_, part) => ({
    seed,
    from: from + startOf(part),
    operations: startOf(part + 1) - startOf(part),
  }));
}

/**
 * Runs a part in a process of its own, over a system of its own in a database: most of its time it waits for agencies that are
 * slow or away, so that parts side by side take little longer than one.
 *
 * @throws {Error} when it ends without a report; what it says of it is on stderr.
 */
export async function runPart(
  part: Part,
  databaseUrl: string,
  onProgress: (progress: Progress) => void,
): Promise<DifferentialReport> {
  const script = fileURLToPath(new URL('./part.ts', import.meta.url));
  const given = Object.entries(part).flatMap(([name, value]) => [`--${name}`, String(value)]);
  // A report has maps, of which JSON knows nothing.
  const child = fork(script, given, {
    serialization: 'advanced',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const reports: DifferentialReport[] = [];
  child.on('message', (message) => {
    // Our own process sends it.
    const told = message as PartMessage;
    if (told.kind === 'progress') onProgress(told.progress);
    else reports.push(told.report);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const [report] = reports;
  if (report === undefined)
    throw new Error(`The part from ${part.from} ended without a report (exit code ${code ?? 'none: a signal'})`);
  return report;
}

/** One report of several, as if one process had sent all. */
export function mergeReports(reports: readonly DifferentialReport[]): DifferentialReport {
  const names = new Set(reports.flatMap(({ ruleUses }) => [...ruleUses.keys()]));
  const sum = (read: (report: DifferentialReport) => number): number =>
    reports.reduce((total, report) => total + read(report), 0);
  return {
    operations: sum(({ operations }) => operations),
    found: reports.flatMap(({ found }) => found),
    unrepeated: sum(({ unrepeated }) => unrepeated),
    ruleUses: new Map([...names].map((name) => [name, sum(({ ruleUses }) => ruleUses.get(name) ?? 0)])),
  };
}

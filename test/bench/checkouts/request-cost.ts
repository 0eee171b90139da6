import { shotsTo } from '../contest.ts';
import { between, readParts } from '../cpu-parts.ts';
import type { LoadResult, LoadRun } from '../generator-protocol.ts';
import type { CpuByPart } from '../results.ts';
import type { RunningGenerator } from '../running-generator.ts';
import type { Workload } from '../workloads/workload.ts';
import { gateway, postgresql, supervisor } from './parts.ts';
import type { RunningCheckout } from './running-checkout.ts';

/** A checkout that is asked, and what asks it. */
export interface Runner {
  readonly running: RunningCheckout;
  readonly generator: RunningGenerator;
}

/** What a slice came to. */
interface SliceCost {
  /** Processor time a request: of the gateway, of all agencies, of PostgreSQL, and of all three. */
  readonly msByPart: Readonly<Record<string, number>>;
  /** Length of all answers, uncompressed. */
  readonly bytes: number;
}

/** Enough to keep every core of a small machine busy; with more, requests only wait longer. */
const connections = 8;

/** How many requests slices have, and where in the workload's sequence the first of them begins. */
export interface SlicePlan {
  readonly requests: number;
  readonly firstIndex: number;
}

/**
 * Asks each runner for a workload for so many milliseconds, in which its code is compiled, and as long again, which tells
 * how many requests the slower of them answers in that time: so many a slice has.
 */
export async function warmUp(runners: readonly Runner[], workload: Workload, durationMs: number): Promise<SlicePlan> {
  const counts: number[] = [];
  let firstIndex = 0;
  for (const runner of runners) {
    const load = { durationMs, maxRequests: Infinity };
    const compiled = await run(runner, workload, { ...load, firstIndex: 0 });
    const counted = await run(runner, workload, { ...load, firstIndex: compiled.nextIndex });
    counts.push(counted.nextIndex - compiled.nextIndex);
    firstIndex = Math.max(firstIndex, counted.nextIndex);
  }
  return { requests: Math.min(...counts), firstIndex };
}

/**
 * Asks a runner for so many requests.
 *
 * @throws when it does not answer one with data alone, or the system does not tell what processes use.
 */
export async function measureSlice(
  runner: Runner,
  workload: Workload,
  { requests, firstIndex }: SlicePlan,
): Promise<SliceCost> {
  const { parts } = runner.running;
  const before = readParts(parts);
  const { bytes } = await run(runner, workload, { durationMs: Infinity, maxRequests: requests, firstIndex });
  const used = between(before, readParts(parts));
  if (used === null) throw new Error(`a process of ${runner.running.checkout.folder} has ended`);
  return { msByPart: costsOf(used, requests), bytes };
}

/** Processor time a request; what is neither the gateway's nor PostgreSQL's nor the supervisor's is an agency's. */
export function costsOf(used: CpuByPart, requests: number): Readonly<Record<string, number>> {
  const agencies = Object.keys(used).filter((name) => ![gateway, postgresql, supervisor].includes(name));
  const sumOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (used[name] ?? 0), 0) / requests;
  return {
    gateway: sumOf([gateway]),
    subgraphs: sumOf(agencies),
    PostgreSQL: sumOf([postgresql]),
    together: sumOf([gateway, ...agencies, postgresql]),
  };
}

async function run(
  { running, generator }: Runner,
  workload: Workload,
  load: Pick<LoadRun, 'durationMs' | 'maxRequests' | 'firstIndex'>,
): Promise<LoadResult> {
  const { name } = workload;
  const plan = generator.learn({ workload: name, isCompared: true, shotsByKind: shotsTo(running.url, workload) });
  const result = await generator.run(plan, { connections, keepEvery: Infinity, ...load });
  if (result.firstFailure !== null) throw new Error(`${running.checkout.folder}, ${name}, ${result.firstFailure}`);
  return result;
}

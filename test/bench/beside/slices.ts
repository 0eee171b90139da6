import { between, type Parts, readParts } from '../cpu-parts.ts';
import type { LoadResult, LoadRun } from '../generator-protocol.ts';
import type { CpuByPart } from '../results.ts';
import { type RunningProcess, nextMessage } from '../processes.ts';
import type { RunningGenerator } from '../running-generator.ts';
import { percentile } from '../statistics.ts';
import type { Holds } from './note-holds.ts';

/** What is asked, and who works on it. */
export interface BesideSystem {
  /** Sends what is measured, and what runs beside it: each from a process of its own, so that neither waits for the other. */
  readonly asking: Asking;
  readonly beside: Asking;
  readonly parts: Parts;
  /** Those whose event loops are looked at, by name. */
  readonly servers: ReadonlyMap<string, RunningProcess>;
}

/** A load that goes on where it has stopped. */
export interface Asking {
  readonly generator: RunningGenerator;
  readonly plan: number;
  nextIndex: number;
}

/** How one slice is run. */
export interface SliceRequest {
  readonly connections: number;
  /** How many clients ask for large answers meanwhile, each without a pause. */
  readonly besideClients: number;
  readonly durationMs: number;
}

/** What a slice came to. */
export interface BesideSlice {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
  /** Large answers while it lasted. */
  readonly besideRequests: number;
  readonly cpuMs: CpuByPart | null;
  readonly holds: ReadonlyMap<string, Holds>;
}

/** @throws when a request fails, or none is answered. */
export async function runSlice(system: BesideSystem, request: SliceRequest): Promise<BesideSlice> {
  const { asking, beside, parts, servers } = system;
  const { connections, besideClients, durationMs } = request;
  await askHolds(servers);
  const before = readParts(parts);
  const [own, large] = await Promise.all([
    ask(asking, { connections, durationMs }),
    besideClients === 0 ? null : ask(beside, { connections: besideClients, durationMs }),
  ]);
  const [p50Ms, p99Ms] = [percentile(own.latenciesMs, 0.5), percentile(own.latenciesMs, 0.99)];
  if (p50Ms === null || p99Ms === null) throw new Error('nothing was answered');
  return {
    p50Ms,
    p99Ms,
    requests: own.latenciesMs.length,
    besideRequests: large?.latenciesMs.length ?? 0,
    cpuMs: between(before, readParts(parts)),
    holds: await askHolds(servers),
  };
}

/** @throws when a request fails. */
export async function ask(asking: Asking, run: Pick<LoadRun, 'connections' | 'durationMs'>): Promise<LoadResult> {
  const firstIndex = asking.nextIndex;
  const load = { ...run, firstIndex, maxRequests: Infinity, keepEvery: Infinity };
  const result = await asking.generator.run(asking.plan, load);
  if (result.firstFailure !== null) throw new Error(result.firstFailure);
  asking.nextIndex = result.nextIndex;
  return result;
}

async function askHolds(servers: BesideSystem['servers']): Promise<ReadonlyMap<string, Holds>> {
  const asked = [...servers].map(async ([name, program]) => {
    const answered = nextMessage(program);
    program.child.send('holds');
    // The module that is loaded into it answers in this form.
    return [name, (await answered) as Holds] as const;
  });
  return new Map(await Promise.all(asked));
}

import { shotsTo, type ContestRequest } from './contest.ts';
import type { LoadResult, LoadRun } from './generator-protocol.ts';
import { attribute, perRequest } from './profile/attribution.ts';
import { phaseRules } from './profile/phases.ts';
import { startProfiledGateway } from './profile/profiling.ts';
import type { PhaseProfile } from './results.ts';
import type { Workload } from './workloads/workload.ts';

/** Connections while our gateway is warmed up: enough to keep it busy. */
const warmUpConnections = 8;
/**
 * Connections while it is profiled. Samples are of elapsed time: with more, the thread would mostly be found in a phase while
 * it waits for a core that an agency has, and long phases would seem longer than they are.
 */
const profiledConnections = 1;

/**
 * Where our gateway's processor time goes in each workload, from a gateway of its own: warmed up by all workloads, then by
 * the one that is sampled, each for as long as it is sampled, which is `length`.
 */
export async function profilePhases(
  { agencies, tools, dataset }: ContestRequest,
  workloads: readonly Workload[],
  length: Pick<LoadRun, 'durationMs' | 'maxRequests'>,
): Promise<readonly PhaseProfile[]> {
  await using gateway = await startProfiledGateway(agencies);
  const learnt = workloads.map((workload) => ({
    name: workload.name,
    plan: tools.generator.learn({
      workload: workload.name,
      isCompared: true,
      shotsByKind: shotsTo(gateway.url, workload),
    }),
  }));
  const run = (plan: number, connections: number, firstIndex: number): Promise<LoadResult> =>
    tools.generator.run(plan, { connections, firstIndex, keepEvery: Infinity, ...length });
  const started = new Map<number, number>();
  for (const { plan } of learnt) started.set(plan, (await run(plan, warmUpConnections, 0)).nextIndex);
  const profiles: PhaseProfile[] = [];
  for (const { name, plan } of learnt) {
    const { nextIndex } = await run(plan, warmUpConnections, started.get(plan) ?? 0);
    let requests = 0;
    const { samples, cpuMs } = await gateway.profile(async () => {
      requests = (await run(plan, profiledConnections, nextIndex)).latenciesMs.length;
    });
    const msByPhase = perRequest(attribute(samples, phaseRules), { cpuMs, requests });
    profiles.push({ dataset: dataset.name, workload: name, requests, msByPhase });
  }
  return profiles;
}

import { shotsTo, type ContestRequest } from './contest.ts';
import { attribute } from './profile/attribution.ts';
import { phaseRules } from './profile/phases.ts';
import { startProfiledGateway } from './profile/profiling.ts';
import type { PhaseProfile } from './results.ts';
import type { Workload } from './workloads/workload.ts';

/** Connections while our gateway is profiled: enough to keep it busy. */
const connections = 8;

/** Where our gateway's processor time goes in each workload: from a gateway of its own, warmed up and then sampled for so long. */
export async function profilePhases(
  { agencies, tools, dataset }: ContestRequest,
  workloads: readonly Workload[],
  durationMs: number,
): Promise<readonly PhaseProfile[]> {
  await using gateway = await startProfiledGateway(agencies);
  const profiles: PhaseProfile[] = [];
  for (const workload of workloads) {
    const plan = tools.generator.learn({
      workload: workload.name,
      isCompared: true,
      shotsByKind: shotsTo(gateway.url, workload),
    });
    const load = { connections, durationMs, maxRequests: Infinity, keepEvery: Infinity };
    const { nextIndex } = await tools.generator.run(plan, { ...load, firstIndex: 0 });
    let requests = 0;
    const profile = await gateway.profile(async () => {
      requests = (await tools.generator.run(plan, { ...load, firstIndex: nextIndex })).latenciesMs.length;
    });
    const times = [...attribute(profile, phaseRules)].map(
      ([phase, us]) => [phase, us / 1000 / Math.max(1, requests)] as const,
    );
    profiles.push({ dataset: dataset.name, workload: workload.name, requests, msByPhase: Object.fromEntries(times) });
  }
  return profiles;
}

import type { Slice } from './results.ts';

/**
 * What a reader has to know of a run, one sentence each: whether there was time for every round, who failed how often, how
 * long slices were, and how often releases came. None of no slices.
 */
export function remarksOn(slices: readonly Slice[], plannedRounds: number): readonly string[] {
  if (slices.length === 0) return [];
  const lengths = slices.map(({ elapsedMs }) => Math.round(elapsedMs));
  return [
    describeRounds(slices, plannedRounds),
    ...describeFailures(slices),
    `A slice took from ${Math.min(...lengths)} to ${Math.max(...lengths)} ms.`,
    ...describeReleases(slices),
  ];
}

function describeRounds(slices: readonly Slice[], planned: number): string {
  const byDataset = Map.groupBy(slices, ({ dataset }) => dataset).values();
  const fewest = Math.min(...byDataset.map((of) => Math.max(...of.map(({ round }) => round))));
  if (fewest === planned) return `Every subject had all ${planned} rounds.`;
  return `There was time for ${fewest} of ${planned} rounds: this machine is too slow for the minutes that it had.`;
}

function describeFailures(slices: readonly Slice[]): readonly string[] {
  const failed = slices.filter(({ failures }) => failures > 0);
  const laneOf = ({ subject, workload, dataset }: Slice) => `${subject} in ${workload} on ${dataset} data`;
  return [...Map.groupBy(failed, laneOf)].map(([lane, ofLane]) => {
    const failures = ofLane.reduce((sum, slice) => sum + slice.failures, 0);
    return `${lane}: ${failures} requests failed, which are not among those that are counted; the first, ${ofLane[0]?.firstFailure ?? ''}`;
  });
}

function describeReleases(slices: readonly Slice[]): readonly string[] {
  const seconds = slices
    .filter(({ workload }) => workload === 'dashboard-day')
    .map(({ elapsedMs }) => elapsedMs / 1000);
  if (seconds.length === 0) return [];
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map((each) => each.toFixed(1));
  return [
    `In dashboard-day one release was loaded in the middle of each slice: one every ${least} to ${most} s, where agencies publish one a month. What releases cost is shown far too high.`,
  ];
}

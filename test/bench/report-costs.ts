import { collection, unattributed } from './profile/attribution.ts';
import { phases } from './profile/phases.ts';
import { usualConnections } from './report-cells.ts';
import { decimals, range, table, whole } from './report-table.ts';
import type { PhaseProfile, Results } from './results.ts';
import { parseFloorName } from './subjects/parse-floor/parse-floor.ts';

/** Where the processor time goes: by process, and by phase of our gateway. */
export function describeCosts(results: Results): readonly string[] {
  return [
    '## Where the processor time goes',
    ...describeCpu(results),
    ...describeParseFloor(results),
    ...(results.phases.length === 0 ? [] : describePhases(results.phases)),
  ];
}

function describeCpu({ cells, subjects }: Results): readonly string[] {
  const connections = usualConnections(cells);
  const known = cells.flatMap(({ cpuMsPerRequest, ...cell }) =>
    cpuMsPerRequest === null || cell.connections !== connections ? [] : [{ ...cell, cpuMsPerRequest }],
  );
  if (known.length === 0) return ['This system does not tell: it has no /proc.'];
  const parts = [...new Set(known.flatMap(({ cpuMsPerRequest }) => Object.keys(cpuMsPerRequest)))];
  const byLane = Map.groupBy(known, ({ dataset, workload }) => `${dataset} ${workload}`);
  // In the order in which subjects were measured, which each round changes, they would be hard to find.
  const rank = new Map(subjects.map(({ name }, index) => [name, index]));
  const rows = [...byLane.values()].flatMap((lane) =>
    lane
      .toSorted((a, b) => (rank.get(a.subject) ?? 0) - (rank.get(b.subject) ?? 0))
      .map(({ dataset, workload, subject, cpuMsPerRequest }) => [
        dataset,
        workload,
        subject,
        ...describeShares(parts.map((part) => cpuMsPerRequest[part] ?? null)),
      ]),
  );
  return [
    `Milliseconds of processor time a request by process, at ${whole(connections)} connections. The loader runs in dashboard-day alone.`,
    table(['data', 'workload', 'subject', ...parts, 'all'], rows),
  ];
}

/** What our gateway costs over the parse floor, round by round; nothing where that was not measured. */
function describeParseFloor({ cells }: Results): readonly string[] {
  const connections = usualConnections(cells);
  const rows = cells.flatMap(({ dataset, workload, subject, gatewayCpuRatio, ...cell }) => {
    if (subject !== parseFloorName || cell.connections !== connections || gatewayCpuRatio === null) return [];
    const { median, lowest, highest } = gatewayCpuRatio;
    const floorMs = cell.cpuMsPerRequest?.['gateway'] ?? 0;
    const over = { median: 1 / median, lowest: 1 / highest, highest: 1 / lowest };
    // Processor time is counted in hundredths of a second: a round of few requests may have none.
    const times = lowest === 0 ? 'too little to be counted' : range(over, 2);
    return [[dataset, workload, decimals(floorMs, 2), times]];
  });
  if (rows.length === 0) return [];
  return [
    '## Our gateway over the parse floor',
    `Processor time of our gateway a request over that of a process that sends the same subgraph requests, parses each answer and writes them all, round by round, at ${whole(connections)} connections.`,
    table(['data', 'workload', 'parse floor, ms', 'ours over it'], rows),
  ];
}

function describePhases(profiles: readonly PhaseProfile[]): readonly string[] {
  const names = [...phases.map(([name]) => name), collection, unattributed];
  const rows = profiles.map(({ dataset, workload, requests, msByPhase }) => [
    dataset,
    workload,
    ...describeShares(names.map((name) => msByPhase[name] ?? 0)),
    whole(requests),
  ]);
  return [
    '## Phases of our gateway',
    'Milliseconds of processor time of the main thread a request, of a gateway of its own at one connection, shared out by samples: a sample belongs to the innermost call that a rule claims (test/bench/profile/phases.ts). Being profiled makes it slower than it is above.',
    table(['data', 'workload', ...names, 'all', 'requests'], rows),
    phases.map(([, description]) => `- ${description}`).join('\n'),
  ];
}

/** Each time with its share of all of them, then their sum; nothing for what took no part. */
function describeShares(times: readonly (number | null)[]): readonly string[] {
  const total = times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  const shares = times.map((ms) =>
    ms === null ? '' : `${decimals(ms, 2)} (${whole((ms / Math.max(total, Number.EPSILON)) * 100)}%)`,
  );
  return [...shares, decimals(total, 2)];
}

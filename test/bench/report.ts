import { collection, unattributed } from './profile/attribution.ts';
import { phases } from './profile/phases.ts';
import type { Cell, PhaseProfile, Results } from './results.ts';
import type { Spread } from './statistics.ts';
import { ownName } from './subjects/boroughgraph.ts';
import { decimals, range, table, whole } from './report-table.ts';

/** The results as a page of Markdown: how it was measured, then every table. */
export function formatReport(results: Results): string {
  return [
    '# Results of the benchmark',
    ...describeRun(results),
    '## At a glance',
    `Requests per second as a ratio to our gateway, at ${whole(usualConnections(results.cells))} connections.`,
    describeRatios(results),
    '## Gateways',
    'Medians over the rounds; in brackets the lowest and the highest round. A ratio is a round of the subject over the same round of our gateway. p50 and p99 are those of all requests of all rounds; of few requests, p99 is the slowest. CPU is the gateway process, memory the most that was resident.',
    ...results.datasets.flatMap(({ name }) =>
      results.workloads.map((workload) => describeLane(results, name, workload.name)),
    ),
    ...describeDisqualified(results),
    '## Where the processor time goes',
    'Milliseconds of processor time a request, at the number of connections that stands there. The loader runs in dashboard-day alone.',
    describeCpu(results),
    '## Phases of our gateway',
    'Milliseconds of the main thread a request, from samples of a gateway of its own at one connection, and their share. A sample belongs to the innermost call that a rule claims (test/bench/profile/phases.ts).',
    describePhases(results.phases),
    ...describeLoads(results),
    '',
  ].join('\n\n');
}

function describeRun({ startedAt, minutes, machine, versions, plan, ...results }: Results): readonly string[] {
  const list = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries].map(([name, value]) => `${name} ${String(value)}`).join(', ');
  return [
    `Begun ${startedAt}, took ${minutes.toFixed(1)} minutes: \`npm run bench\`. Machine: ${list(Object.entries(machine))}. Versions: ${list(Object.entries(versions))}. ${String(plan['rounds'])} rounds; everything runs on this one machine, generator and PostgreSQL too.`,
    results.subjects.map(({ name, description }) => `- **${name}**: ${description}`).join('\n'),
    results.datasets
      .map(
        ({ name, description, observations }) => `- **${name}**: ${description}; ${whole(observations)} observations`,
      )
      .join('\n'),
    results.workloads
      .map(({ name, description, distinct }) => `- **${name}**: ${description}; ${whole(distinct)} different requests`)
      .join('\n'),
    results.remarks.map((remark) => `- ${remark}`).join('\n'),
  ].filter((text) => text !== '');
}

/** One subject in one workload on one dataset. */
type LaneOfOne = Pick<Cell, 'dataset' | 'workload' | 'subject'>;

function isOf(one: LaneOfOne, { dataset, workload, subject }: LaneOfOne): boolean {
  return one.dataset === dataset && one.workload === workload && one.subject === subject;
}

/** What stands in place of figures. */
function whyMissing(disqualified: Results['disqualified'], lane: LaneOfOne): string {
  return disqualified.some((out) => isOf(out, lane)) ? 'disqualified' : 'no answer';
}

/** The most connections up to eight, at which a gateway is busy and answers do not yet wait for each other. */
function usualConnections(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ connections }) => connections).filter((count) => count <= 8));
}

function describeRatios({ cells, subjects, workloads, datasets, disqualified }: Results): string {
  const connections = usualConnections(cells);
  const here = cells.filter((cell) => cell.connections === connections);
  const others = subjects.map(({ name }) => name).filter((name) => name !== ownName);
  const rows = datasets.flatMap((dataset) =>
    workloads.map((workload) => {
      const ratios = others.map((subject) => {
        const lane: LaneOfOne = { dataset: dataset.name, workload: workload.name, subject };
        const ratio = here.find((cell) => isOf(cell, lane))?.ratio ?? null;
        return ratio === null ? whyMissing(disqualified, lane) : range(ratio, 2);
      });
      return [dataset.name, workload.name, ...ratios];
    }),
  );
  return table(['data', 'workload', ...others], rows);
}

function describeLane({ cells, subjects, disqualified }: Results, dataset: string, workload: string): string {
  const here = cells.filter((cell) => cell.dataset === dataset && cell.workload === workload);
  const counts = [...new Set(here.map(({ connections }) => connections))].sort((a, b) => a - b);
  const rows = counts.flatMap((connections) =>
    subjects.map(({ name }) => {
      const cell = here.find((each) => each.subject === name && each.connections === connections);
      if (cell !== undefined) return [String(connections), name, ...describeCell(cell)];
      const why = whyMissing(disqualified, { dataset, workload, subject: name });
      return [String(connections), name, why, '', '', '', '', '', '', ''];
    }),
  );
  const headings = [
    'connections',
    'subject',
    'requests/s',
    'ratio to ours',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'MB',
    'requests',
    'failed',
  ];
  return `### ${workload}, ${dataset} data\n\n${table(headings, rows)}`;
}

function describeCell(cell: Cell): readonly string[] {
  const gatewayMs = cell.cpuMsPerRequest?.['gateway'];
  return [
    range(cell.requestsPerSecond, 1),
    cell.ratio === null ? '' : cell.subject === ownName ? '1' : range(cell.ratio, 2),
    decimals(cell.p50Ms, 1),
    decimals(cell.p99Ms, 1),
    gatewayMs === undefined ? '' : decimals(gatewayMs, 2),
    cell.residentBytes === null ? '' : whole(cell.residentBytes / 1e6),
    whole(cell.requests),
    whole(cell.failures),
  ];
}

function describeDisqualified({ disqualified }: Results): readonly string[] {
  if (disqualified.length === 0) return ['Every subject answered every compared request as our gateway did.'];
  const first = new Map(disqualified.toReversed().map((out) => [`${out.dataset} ${out.workload} ${out.subject}`, out]));
  const rows = [...first.values()]
    .toReversed()
    .map(({ subject, workload, dataset, reason }) => [
      subject,
      workload,
      dataset,
      reason.replaceAll('|', '/').replaceAll('\n', ' '),
    ]);
  return [
    'Disqualified, because they did not answer as our gateway does:',
    table(['subject', 'workload', 'data', 'why'], rows),
  ];
}

function describeCpu({ cells, subjects }: Results): string {
  const parts = [...new Set(cells.flatMap((cell) => Object.keys(cell.cpuMsPerRequest ?? {})))];
  const most = usualConnections(cells);
  const rank = new Map(subjects.map(({ name }, index) => [name, index]));
  const rows = cells
    .filter(({ connections }) => connections === most)
    .toSorted((a, b) =>
      a.dataset === b.dataset && a.workload === b.workload
        ? (rank.get(a.subject) ?? 0) - (rank.get(b.subject) ?? 0)
        : cells.indexOf(a) - cells.indexOf(b),
    )
    .map(({ dataset, workload, subject, connections, cpuMsPerRequest }) => {
      const total = parts.reduce((sum, part) => sum + (cpuMsPerRequest?.[part] ?? 0), 0);
      const spent = parts.map((part) => {
        const ms = cpuMsPerRequest?.[part];
        return ms === undefined ? '' : `${decimals(ms, 2)} (${whole((ms / Math.max(total, Number.EPSILON)) * 100)}%)`;
      });
      return [dataset, workload, subject, String(connections), ...spent, decimals(total, 2)];
    });
  return table(['data', 'workload', 'subject', 'connections', ...parts, 'all'], rows);
}

function describePhases(profiles: readonly PhaseProfile[]): string {
  const names = [...phases.map(([name]) => name), collection, unattributed];
  const rows = profiles.map(({ dataset, workload, requests, msByPhase }) => {
    const total = names.reduce((sum, name) => sum + (msByPhase[name] ?? 0), 0);
    const spent = names.map((name) => {
      const ms = msByPhase[name] ?? 0;
      return `${decimals(ms, 2)} (${whole((ms / Math.max(total, Number.EPSILON)) * 100)}%)`;
    });
    return [dataset, workload, ...spent, decimals(total, 2), whole(requests)];
  });
  const legend = phases.map(([, description]) => `- ${description}`).join('\n');
  return `${table(['data', 'workload', ...names, 'all', 'requests'], rows)}\n\n${legend}`;
}

function describeLoads({ loads }: Results): readonly string[] {
  if (loads.length === 0) return [];
  const perSecond = ({ median, lowest, highest }: Spread) => `${whole(median)} (${whole(lowest)} to ${whole(highest)})`;
  const rows = loads.map(({ file, observations, command, loader, copy, ratio }) => [
    file,
    whole(observations),
    ...[command, loader, copy].map(perSecond),
    range(ratio, 2),
  ]);
  return [
    '## Loading the largest files',
    'Observations of the file a second: the whole command with the start of its process, the loader from opening the file to the commit, and COPY of the same observations, one row each, into a plain table with the same key. PostgreSQL does not wait for the disk. The ratio is the time of the loader over that of COPY.',
    table(['file', 'observations', 'npm run load', 'loader', 'COPY', 'loader over COPY'], rows),
  ];
}

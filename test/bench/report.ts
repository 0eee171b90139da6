import { describeAtAGlance } from './report-at-a-glance.ts';
import { findCell, usualConnections, whyMissing } from './report-cells.ts';
import { describeCosts } from './report-costs.ts';
import { decimals, range, table, whole } from './report-table.ts';
import type { Cell, Results } from './results.ts';
import type { Spread } from './statistics.ts';
import { ownName } from './subjects/boroughgraph.ts';

/** The results as a page of Markdown: how it was measured and how to read it, the ratios at a glance, then every table. */
export function formatReport(results: Results): string {
  const isOfGateways = results.cells.length > 0;
  return [
    '# Results of the benchmark',
    ...describeRun(results),
    ...(isOfGateways ? describeGateways(results) : []),
    ...describeLoads(results),
    '',
  ].join('\n\n');
}

function describeGateways(results: Results): readonly string[] {
  return [
    '## How to read it',
    describeReading(results),
    ...describeAtAGlance(results),
    '## Gateways',
    'One table for each workload and dataset. CPU ms is the processor time of the gateway a request, MB its memory.',
    ...results.datasets.flatMap(({ name }) =>
      results.workloads.map((workload) => describeWorkload(results, name, workload.name)),
    ),
    ...describeDisqualified(results),
    ...describeCosts(results),
  ];
}

function describeRun({ startedAt, minutes, machine, versions, plan, ...results }: Results): readonly string[] {
  const list = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries].map(([name, value]) => `${name} ${String(value)}`).join(', ');
  return [
    `Begun ${startedAt}, took ${minutes.toFixed(1)} minutes, ${plan.rounds} rounds. Machine: ${list(Object.entries(machine))}. Versions: ${list(Object.entries(versions))}.`,
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

function describeReading({ cells, plan: { rounds } }: Results): string {
  const equals =
    rounds > 1
      ? ` Of two that are equally fast, all ${rounds} rounds fall on one side of 1 in one cell of ${2 ** (rounds - 1)}: look for the same in several rows.`
      : '';
  return [
    'Gateway, agencies, PostgreSQL and the clients share the cores of one machine. Requests per second are those of all of them together, so that gateways seem more alike than where each has a machine of its own: what a gateway costs is its processor time.',
    `Figures are medians over the rounds, in brackets the lowest and the highest. A ratio is a round of the subject over the same round of our gateway; where its range holds 1, the rounds do not tell who is ahead.${equals}`,
    `A client sends its next request when the last is answered. At one connection, latency is what one client meets on an idle machine; at ${usualConnections(cells)} or more the cores are busy, and most of it is waiting for them. Where there are about as many requests as connections times rounds, each client has asked once a round: a burst.`,
    'p50 and p99 are those of the requests of all rounds; of fewer than 100 requests, p99 is the slowest.',
    'Processor time is counted in hundredths of a second for each process and round, so that it is rough where requests are few. Memory is the most that was resident at the end of a round; a gateway runs all workloads in one process, so that a row also has what earlier workloads left.',
    'Answers are compared with those of our gateway, and whoever answers otherwise is disqualified. Whether ours are right is not asked here, but by `npm run test:differential`.',
    'The floor shows what a gateway could save that asks the agencies for the same as ours. One that asks them for less can be faster than the floor. The parse floor does the same in a process of its own that reads each answer and writes them all: its processor time is the least that a gateway in JavaScript could take for these requests without looking at what it brings.',
  ]
    .map((sentence) => `- ${sentence}`)
    .join('\n');
}

function describeWorkload(results: Results, dataset: string, workload: string): string {
  const { cells, subjects, disqualified } = results;
  const here = cells.filter((cell) => cell.dataset === dataset && cell.workload === workload);
  const counts = [...new Set(here.map(({ connections }) => connections))].sort((a, b) => a - b);
  const rows = counts.flatMap((connections) =>
    subjects.map(({ name }) => {
      const place = { dataset, workload, subject: name };
      const cell = findCell(cells, place, connections);
      if (cell !== undefined) return [String(connections), name, ...describeCell(cell)];
      return [String(connections), name, whyMissing(disqualified, place), ...Array<string>(7).fill('')];
    }),
  );
  const own = here.find(({ subject }) => subject === ownName);
  const size =
    own === undefined
      ? ''
      : `\n\nAn answer of our gateway has ${decimals(own.bytesPerResponse / 1e3, 1)} kB, uncompressed.`;
  const headings = ['requests/s', 'ratio to ours', 'p50 ms', 'p99 ms', 'CPU ms', 'MB', 'requests', 'failed'];
  return `### ${workload}, ${dataset} data${size}\n\n${table(['connections', 'subject', ...headings], rows)}`;
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
    'Disqualified, because they did not start or did not answer as our gateway does:',
    table(['subject', 'workload', 'data', 'why'], rows),
  ];
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
    'Observations of the file a second: the whole command with the start of its process, the loader from opening the file to the commit, and COPY of the same observations, from text that is ready, one row each, into a plain table with the same key. PostgreSQL does not wait for the disk. The ratio is the time of the loader over that of COPY; it can be below 1 because the loader writes one row a series.',
    table(['file', 'observations', 'npm run load', 'loader', 'COPY', 'loader over COPY'], rows),
  ];
}

import { findCell, usualConnections, whyMissing } from './report-cells.ts';
import { range, table, whole } from './report-table.ts';
import type { Cell, Results } from './results.ts';
import type { Spread } from './statistics.ts';
import { ownName } from './subjects/boroughgraph.ts';

/** Who answers at all, how fast and at what cost: what one looks at first to choose a gateway. */
export function describeAtAGlance(results: Results): readonly string[] {
  const connections = whole(usualConnections(results.cells));
  return [
    '## At a glance',
    'In how many workloads a subject answers as our gateway does, how many requests failed there, and its memory at most:',
    describeSubjects(results),
    ...describeRatios(results, {
      heading: `Requests per second over those of our gateway, at ${connections} connections; above 1 is faster than ours:`,
      pick: ({ ratio }) => ratio,
    }),
    ...describeRatios(results, {
      heading: `Processor time of the gateway a request over that of ours, at ${connections} connections; below 1 is cheaper than ours:`,
      pick: ({ gatewayCpuRatio }) => gatewayCpuRatio,
    }),
  ];
}

function describeSubjects({ cells, subjects, workloads, datasets, disqualified }: Results): string {
  const places = datasets.flatMap((dataset) => workloads.map((workload) => [dataset.name, workload.name] as const));
  const rows = subjects.map(({ name }) => {
    const own = cells.filter(({ subject }) => subject === name);
    const out = new Set(
      disqualified.flatMap((each) => (each.subject === name ? `${each.dataset} ${each.workload}` : [])),
    );
    const answered = places.filter(
      ([dataset, workload]) =>
        !out.has(`${dataset} ${workload}`) &&
        own.some((cell) => cell.dataset === dataset && cell.workload === workload),
    );
    const memory = own.flatMap(({ residentBytes }) => residentBytes ?? []);
    return [
      name,
      `${answered.length} of ${places.length}`,
      whole(own.reduce((sum, { failures }) => sum + failures, 0)),
      memory.length === 0 ? '' : whole(Math.max(...memory) / 1e6),
    ];
  });
  return table(['subject', 'workloads answered', 'failed', 'MB'], rows);
}

interface RatioTable {
  readonly heading: string;
  readonly pick: (cell: Cell) => Spread | null;
}

/** A row for each workload, a column for each subject but ours, and those that have no such ratio; nothing where none has. */
function describeRatios(results: Results, { heading, pick }: RatioTable): readonly string[] {
  const { cells, subjects, workloads, datasets, disqualified } = results;
  const connections = usualConnections(cells);
  if (!cells.some((cell) => cell.subject !== ownName && pick(cell) !== null)) return [];
  const hasNone = (name: string) => {
    const measured = cells.filter(({ subject }) => subject === name);
    return measured.length > 0 && measured.every((cell) => pick(cell) === null);
  };
  const others = subjects.map(({ name }) => name).filter((name) => name !== ownName && !hasNone(name));
  const rows = datasets.flatMap((dataset) =>
    workloads.map((workload) => {
      const ratios = others.map((subject) => {
        const place = { dataset: dataset.name, workload: workload.name, subject };
        const cell = findCell(cells, place, connections);
        const ratio = cell === undefined ? null : pick(cell);
        return ratio === null ? whyMissing(disqualified, place) : range(ratio, 2);
      });
      return [dataset.name, workload.name, ...ratios];
    }),
  );
  return [heading, table(['data', 'workload', ...others], rows)];
}

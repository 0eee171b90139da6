import type { Knowledge } from '../knowledge.ts';
import { allMeans, recoverBySums } from './linear.ts';

/**
 * The figures that the editions of one table tell together, and neither of them alone: withheld on one day and shown on another,
 * withheld and marked as revised, or worked out from two editions of one truth.
 */
export function recoverFromEditions(editions: readonly Knowledge[]): readonly string[] {
  const [first, second] = editions;
  if (first === undefined) return [];
  const marked = editions.flatMap(({ cells, world }) =>
    world.figures.filter(({ id }) => isRevisedGap(cells.get(id))).map(({ id }) => id),
  );
  if (second === undefined) return marked;
  const contradicted = first.world.figures.map(({ id }) => id).filter((id) => isShownOnce(id, editions));
  return [...new Set([...marked, ...contradicted, ...fromBoth(first, second)])];
}

const isRevisedGap = (cell: { readonly status: string; readonly flags: readonly string[] } | undefined) =>
  cell?.status === 'CONFIDENTIAL' && cell.flags.includes('REVISED');

function isShownOnce(id: string, editions: readonly Knowledge[]): boolean {
  const statuses = editions.map(({ cells }) => cells.get(id)?.status);
  return statuses.includes('CONFIDENTIAL') && statuses.includes('PUBLISHED');
}

/** Where nothing was revised, what either edition shows is true of both. */
function fromBoth(first: Knowledge, second: Knowledge): readonly string[] {
  const isSameTruth = first.world.plan.counts === second.world.plan.counts;
  if (!isSameTruth) return [];
  const shown = [...first.cells].filter(([, { status }]) => status === 'PUBLISHED');
  const together = { ...second, cells: new Map([...first.cells, ...second.cells, ...shown]) };
  const alone = new Set([first, second].flatMap((knowledge) => recoverBySums(knowledge, allMeans).map(({ id }) => id)));
  return recoverBySums(together, allMeans)
    .map(({ id }) => id)
    .filter((id) => !alone.has(id));
}

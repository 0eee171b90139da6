import type { Knowledge } from '../knowledge.ts';
import { allMeans, recoverBySums } from './linear.ts';

/**
 * The figures that the editions of one table tell together, and neither of them alone: withheld on one day and shown on another,
 * withheld and marked as revised, or worked out from editions of one truth, two by two and all at once.
 */
export function recoverFromEditions(editions: readonly Knowledge[]): readonly string[] {
  const [first] = editions;
  if (first === undefined) return [];
  const marked = editions.flatMap(({ cells, world }) =>
    world.figures.filter(({ id }) => isRevisedGap(cells.get(id))).map(({ id }) => id),
  );
  const contradicted = first.world.figures.map(({ id }) => id).filter((id) => isShownOnce(id, editions));
  const pairs = editions.flatMap((one, index) => editions.slice(index + 1).map((other) => [one, other]));
  const groups = editions.length > 2 ? [...pairs, editions] : pairs;
  return [...new Set([...marked, ...contradicted, ...groups.flatMap(fromTogether)])];
}

const isRevisedGap = (cell: { readonly status: string; readonly flags: readonly string[] } | undefined) =>
  cell?.status === 'CONFIDENTIAL' && cell.flags.includes('REVISED');

function isShownOnce(id: string, editions: readonly Knowledge[]): boolean {
  const statuses = editions.map(({ cells }) => cells.get(id)?.status);
  return statuses.includes('CONFIDENTIAL') && statuses.includes('PUBLISHED');
}

/** Where nothing was revised, what any edition shows is true of all. */
function fromTogether(editions: readonly Knowledge[]): readonly string[] {
  const newest = editions.at(-1);
  const isOneTruth = editions.every(({ world }) => world.plan.counts === newest?.world.plan.counts);
  if (!isOneTruth || newest === undefined) return [];
  const shown = editions.flatMap(({ cells }) => [...cells].filter(([, { status }]) => status === 'PUBLISHED'));
  const together = { ...newest, cells: new Map([...editions.flatMap(({ cells }) => [...cells]), ...shown]) };
  const alone = new Set(editions.flatMap((knowledge) => recoverBySums(knowledge, allMeans).map(({ id }) => id)));
  return recoverBySums(together, allMeans)
    .map(({ id }) => id)
    .filter((id) => !alone.has(id));
}

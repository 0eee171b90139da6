import type { Cell, Results } from './results.ts';

/** One subject in one workload on one dataset. */
export type Place = Pick<Cell, 'dataset' | 'workload' | 'subject'>;

/** What was measured of a subject there; undefined where nothing was. */
export function findCell(cells: readonly Cell[], place: Place, connections: number): Cell | undefined {
  return cells.find((cell) => cell.connections === connections && isOf(cell, place));
}

/** What stands in place of figures. */
export function whyMissing(disqualified: Results['disqualified'], place: Place): 'disqualified' | 'no answer' {
  return disqualified.some((out) => isOf(out, place)) ? 'disqualified' : 'no answer';
}

/** The most connections up to eight, which keep every core busy; with more, requests only wait longer. */
export function usualConnections(cells: readonly Cell[]): number {
  const counts = cells.map(({ connections }) => connections);
  const usual = counts.filter((count) => count <= 8);
  return usual.length === 0 ? Math.min(...counts) : Math.max(...usual);
}

function isOf(one: Place, { dataset, workload, subject }: Place): boolean {
  return one.dataset === dataset && one.workload === workload && one.subject === subject;
}

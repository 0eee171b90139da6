/** How much a figure may rise, and still counts as flat. */
export interface Rise {
  /** By what it is multiplied. */
  readonly share: number;
  /** What may come to that, where figures are so small that a share says nothing. */
  readonly more: number;
}

/**
 * How a figure has risen between the second and the last quarter of a time, as the middle ones of both; null where it is flat. The first quarter is left out:
 * whatever is remembered fills up in it.
 */
export function findRise(figures: readonly number[], { share, more }: Rise): { from: number; to: number } | null {
  const quarter = Math.floor(figures.length / 4);
  const [from, to] = [middleOf(figures.slice(quarter, 2 * quarter)), middleOf(figures.slice(-quarter))];
  return to > from * share + more ? { from, to } : null;
}

function middleOf(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

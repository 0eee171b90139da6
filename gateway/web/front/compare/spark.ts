import { type Figure } from './answer.ts';

/** The figures at the bottom and at the top of a small chart. */
export interface SparkRange {
  readonly lowest: number;
  readonly highest: number;
}

/** The paths of a small chart, 100 by 100. */
export interface Spark {
  /** Through what is published, interrupted where something is not. */
  readonly line: string;
  /** Around it, where limits are published. */
  readonly band: string;
  /** At the foot, where there is no figure. */
  readonly missing: string;
}

/** A small chart of figures, the oldest first. */
export function drawSpark(
  figures: readonly Pick<Figure, 'value' | 'lower' | 'upper'>[],
  { lowest, highest }: SparkRange,
): Spark {
  const x = (index: number) => round(figures.length < 2 ? 50 : (100 * index) / (figures.length - 1));
  const y = (value: number) => round(100 - (100 * (value - lowest)) / (highest - lowest));
  const isThere = (index: number) => figures[index]?.value != null;
  const line = figures.map(({ value }, index) =>
    value === null
      ? ''
      : `${isThere(index - 1) ? 'L' : 'M'}${x(index)} ${y(value)}${isThere(index + 1) ? '' : 'h0.01'}`,
  );
  const missing = figures.map(({ value }, index) => (value === null ? `M${x(index)} 100v-14` : ''));
  const bounded = figures.flatMap(({ lower, upper }, index) =>
    lower === null || upper === null ? [] : [{ index, lower, upper }],
  );
  const edge = [
    ...bounded.map(({ index, upper }) => `${x(index)} ${y(upper)}`),
    ...bounded.toReversed().map(({ index, lower }) => `${x(index)} ${y(lower)}`),
  ];
  return { line: line.join(''), missing: missing.join(''), band: bounded.length < 2 ? '' : `M${edge.join('L')}Z` };
}

const round = (value: number): number => Math.round(value * 100) / 100;

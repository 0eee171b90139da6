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
  return { line: line.join(''), missing: missing.join(''), band: bandsOf(figures).map(drawBand).join('') };

  function drawBand(band: readonly Bounded[]): string {
    const edge = [
      ...band.map(({ index, upper }) => `${x(index)} ${y(upper)}`),
      ...band.toReversed().map(({ index, lower }) => `${x(index)} ${y(lower)}`),
    ];
    return `M${edge.join('L')}Z`;
  }
}

interface Bounded {
  readonly index: number;
  readonly lower: number;
  readonly upper: number;
}

/** Figures with limits that follow each other: nothing is shaded where there is no figure. */
function bandsOf(figures: readonly Pick<Figure, 'lower' | 'upper'>[]): readonly (readonly Bounded[])[] {
  const bands: Bounded[][] = [[]];
  for (const [index, { lower, upper }] of figures.entries())
    if (lower === null || upper === null) bands.push([]);
    else bands.at(-1)?.push({ index, lower, upper });
  return bands.filter((band) => band.length > 1);
}

const round = (value: number): number => Math.round(value * 100) / 100;

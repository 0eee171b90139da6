import { describeSpan } from '../words.ts';
import { type ComparedBorough, type ComparedBoroughs } from './compared.ts';
import { drawSpark, type Spark, type SparkRange } from './spark.ts';

/** A small chart of a borough, 100 by 100. */
export interface Multiple {
  readonly compared: ComparedBorough;
  readonly spark: Spark;
  /** Where the line of London lies; null where it has none on this scale. */
  readonly level: number | null;
}

/** Small charts by name: all on one scale where boroughs may be compared, else each on its own. */
export interface Multiples {
  readonly multiples: readonly Multiple[];
  readonly isShared: boolean;
  /** The one that reaches far beyond the others, and has its own scale. */
  readonly outlier: ComparedBorough | undefined;
  /** From when to when the longest of them is. */
  readonly span: string;
}

/** Lays out a small chart of each borough that has more than one figure. */
export function layOutMultiples({ all, refusals, london }: ComparedBoroughs): Multiples {
  const shown = all.filter(({ series }) => series !== null && series.observations.length > 1);
  const isShared = refusals.length === 0;
  const outlier = isShared ? findOutlier(shown) : undefined;
  const range = rangeOf([...shown.filter((each) => each !== outlier).map(({ series }) => series), london]);
  const longest = shown.toSorted(
    (one, other) => (other.series?.observations.length ?? 0) - (one.series?.observations.length ?? 0),
  )[0];
  const multiples = shown.map((compared) => {
    const isOnScale = isShared && compared !== outlier;
    return layOut(
      compared,
      isOnScale ? range : rangeOf([compared.series]),
      isOnScale ? (london?.latest?.value ?? null) : null,
    );
  });
  return { multiples, isShared, outlier, span: describeSpan(longest?.series?.observations ?? []) };
}

/** How small charts are read. */
export function describeMultiples({ isShared, outlier, span }: Multiples): readonly string[] {
  return [
    `${span}.`,
    isShared
      ? 'All on one scale, which begins at nought. Shaded: 95% intervals, where they are published. Dashed: London.'
      : 'Each on its own scale, which begins at nought: read along a line, not from one to another.',
    ...(outlier === undefined ? [] : [`${outlier.borough.name} reaches far beyond the others and has its own scale.`]),
  ];
}

function layOut(compared: ComparedBorough, range: SparkRange, london: number | null): Multiple {
  const { lowest, highest } = range;
  const level = london === null ? null : 100 - (100 * (london - lowest)) / (highest - lowest);
  return { compared, spark: drawSpark(compared.series?.observations ?? [], range), level };
}

/** The one whose largest figure is more than twice that of any other: on one scale, all others would be flat. */
function findOutlier(shown: readonly ComparedBorough[]): ComparedBorough | undefined {
  const largest = ({ series }: ComparedBorough) =>
    Math.max(0, ...(series?.observations.map(({ value }) => value ?? 0) ?? []));
  const [first, second] = shown.toSorted((one, other) => largest(other) - largest(one));
  return first !== undefined && second !== undefined && largest(first) > 2 * largest(second) ? first : undefined;
}

/** From nought, or what is below it, to the largest figure or limit. */
function rangeOf(all: readonly (ComparedBorough['series'] | undefined)[]): SparkRange {
  const values = all.flatMap((series) => series?.observations.map(({ value, upper }) => upper ?? value ?? 0) ?? []);
  return { lowest: Math.min(0, ...values), highest: Math.max(0, ...values) * 1.1 || 1 };
}

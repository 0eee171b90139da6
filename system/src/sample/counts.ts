import { dimensionKey, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { apportion } from './apportion.ts';
import { type Family, familiesOf } from './breakdown.ts';
import { drawOnce, drawsFor } from './draws.ts';
import { levelsOf, scaleOf } from './levels.ts';
import type { SamplePlace } from './places.ts';
import { knownShare } from './shares.ts';

/** Counts of one series, oldest first: whole, and not yet under any policy. */
export interface CountSeries {
  readonly dimensions: Dimensions;
  readonly counts: readonly number[];
}

/** The counts of one place by dimension key, the total first. */
export type PlaceCounts = ReadonlyMap<string, CountSeries>;

/** Counts that an indicator's places have, so that wider areas add up their boroughs. */
export class SampleCounts {
  readonly #indicator: IndicatorDefinition;
  readonly #addends: readonly SampleCounts[];
  readonly #byPart = new Map<string, PlaceCounts>();

  /** `addends` are the indicators that add up to it; without any it has figures of its own. */
  constructor(indicator: IndicatorDefinition, addends: readonly IndicatorDefinition[] = []) {
    this.#indicator = indicator;
    this.#addends = addends.map((addend) => new SampleCounts(addend));
  }

  /** The counts of a place: those of its parts, added up and multiplied by its factor. Never throws. */
  of({ parts, factor }: SamplePlace): PlaceCounts {
    const [first, ...others] = parts.map((part) => this.#countsOfPart(part));
    if (first === undefined || (others.length === 0 && factor === 1)) return first ?? new Map<string, CountSeries>();
    const sum = (key: string, index: number, own: number) =>
      factor * others.reduce((whole, other) => whole + (other.get(key)?.counts[index] ?? 0), own);
    return new Map(
      [...first].map(([key, { dimensions, counts }]) => [
        key,
        { dimensions, counts: counts.map((own, index) => sum(key, index, own)) },
      ]),
    );
  }

  #countsOfPart(part: string): PlaceCounts {
    const known = this.#byPart.get(part) ?? countsOfPart(this.#indicator, part, this.#totalsOf(part));
    this.#byPart.set(part, known);
    return known;
  }

  #totalsOf(part: string): readonly number[] {
    const [first, ...others] = this.#addends.map((addend) => addend.#totalsOf(part));
    if (first !== undefined)
      return first.map((own, index) => others.reduce((sum, other) => sum + (other[index] ?? 0), own));
    return levelsOf(this.#indicator, { place: part, key: '' }).map((level) => Math.round(level * scaleOf(part)));
  }
}

/** Shares the totals of a borough or site out from the widest breakdown to the narrowest. */
function countsOfPart(indicator: IndicatorDefinition, part: string, totals: readonly number[]): PlaceCounts {
  const counts = new Map<string, CountSeries>([['', { dimensions: {}, counts: totals }]]);
  for (const family of familiesOf(indicator)) {
    const parent = counts.get(dimensionKey(family.parent))?.counts ?? [];
    for (const series of childrenOf(family, parent, `${indicator.id} ${part}`))
      counts.set(dimensionKey(series.dimensions), series);
  }
  return counts;
}

function childrenOf(family: Family, parent: readonly number[], name: string): readonly CountSeries[] {
  const { adding, beside, dimension } = family;
  const partOf = (dimensions: Dimensions): Part => ({
    key: `${name} ${dimensionKey(dimensions)}`,
    share: shareOf(dimension, dimensions),
    length: parent.length,
  });
  const weights = adding.map((dimensions) => swingOf(partOf(dimensions)));
  const weightsIn = (index: number) => weights.map((ofPart) => ofPart[index] ?? 0);
  const start = drawsFor(`${name} ${dimension} ${dimensionKey(family.parent)}`);
  const split = parent.map((count, index) => apportion(count, weightsIn(index), start()));
  return [
    ...adding.map((dimensions, position) => ({ dimensions, counts: split.map((parts) => parts[position] ?? 0) })),
    ...beside.map((dimensions) => {
      const shares = swingOf(partOf(dimensions));
      return { dimensions, counts: parent.map((count, index) => Math.round(count * (shares[index] ?? 0))) };
    }),
  ];
}

/** One part of a whole, in one place. */
interface Part {
  readonly key: string;
  /** Its usual share of the whole: below one, and for parts that add up only in proportion to each other. */
  readonly share: number;
  readonly length: number;
}

/** The share that is known, or one between a fiftieth and two fifths, the same in every place. */
function shareOf(dimension: string, dimensions: Dimensions): number {
  const known = knownShare(dimension, dimensions[dimension] ?? '');
  return known === null ? 0.02 + 0.38 * drawOnce(`${dimensionKey(dimensions)} share`) : known / 1000;
}

/** The share in each period: up to three tenths more or less in each place, and a tenth from period to period. */
function swingOf({ key, share, length }: Part): readonly number[] {
  const draw = drawsFor(key);
  const here = share * (0.7 + 0.6 * draw());
  return Array.from({ length }, () => here * (0.9 + 0.2 * draw()));
}

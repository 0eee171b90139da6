import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import { protectCount } from '@boroughgraph/kit/statistics/disclosure/protect.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import type { Family } from './sample-breakdown.ts';
import type { PlaceCounts } from './sample-counts.ts';
import type { SamplePlace } from './sample-places.ts';

/** Sums over places are published rounded to ten where small counts are withheld. Source: Department for Education, children in need. */
const roundingOfSums = 10;

/** What a publisher would show of the counts of a place. */
export interface Publication {
  readonly place: SamplePlace;
  readonly families: readonly Family[];
  readonly policy: DisclosurePolicy;
}

/**
 * The counts of one place as its dataset's policy lets them be seen, by dimension key, oldest first.
 *
 * Small counts are withheld; where the policy asks for it, so are others, until none follows from a total and its parts.
 * Counts are rounded where the policy rounds, and in sums over places where it withholds. Never throws.
 */
export function publish(counts: PlaceCounts, publication: Publication): ReadonlyMap<string, readonly Reading[]> {
  const { policy, place, families } = publication;
  const isSum = place.parts.length > 1;
  const base = policy.roundingBase ?? (isSum && policy.minimumCount > 1 ? roundingOfSums : 1);
  const published = new Map<string, readonly Reading[]>();
  for (const [key, series] of counts)
    published.set(
      key,
      series.counts.map((count) => rounded(shown(policy, count), base)),
    );
  return policy.secondarySuppression ? withoutDifferences(published, counts, families) : published;
}

const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };
const shown = (policy: DisclosurePolicy, value: number) => protectCount(policy, { value, status: 'PUBLISHED' });

function rounded(reading: Reading, base: number): Reading {
  if (reading.value === null || base === 1) return reading;
  return { ...reading, value: Math.round(reading.value / base) * base, flags: ['ROUNDED'] };
}

/** Withholds further parts, family by family from the widest: a part that is withheld here counts as withheld in its own family. */
function withoutDifferences(
  published: ReadonlyMap<string, readonly Reading[]>,
  counts: PlaceCounts,
  families: readonly Family[],
): ReadonlyMap<string, readonly Reading[]> {
  const readings = new Map([...published].map(([key, series]) => [key, [...series]]));
  const periods = counts.get('')?.counts.length ?? 0;
  for (const { parent, adding } of families) {
    const keys = adding.map(dimensionKey);
    for (let index = 0; index < periods; index += 1) {
      const cells = keys.map((key) => ({
        key,
        count: counts.get(key)?.counts[index] ?? 0,
        isHidden: isHidden(readings.get(key)?.[index]),
      }));
      const isParentHidden = isHidden(readings.get(dimensionKey(parent))?.[index]);
      for (const key of furtherParts(cells, isParentHidden)) readings.get(key)?.splice(index, 1, withheld);
    }
  }
  return readings;
}

const isHidden = (reading: Reading | undefined) => reading?.status === 'CONFIDENTIAL';

interface Cell {
  readonly key: string;
  readonly count: number;
  readonly isHidden: boolean;
}

/**
 * The smallest parts that must be withheld besides. Beside a total that is shown, one withheld part is the difference, and
 * several follow as well where they can only be 1 each: a zero, withheld as the last resort, hides that too. Under a total
 * that is withheld, its parts must not add up to it.
 */
function furtherParts(cells: readonly Cell[], isParentHidden: boolean): readonly string[] {
  const hidden = cells.filter((cell) => cell.isHidden);
  const shown = cells.filter((cell) => !cell.isHidden).toSorted((a, b) => a.count - b.count);
  const counted = shown.filter(({ count }) => count > 0);
  if (isParentHidden) return hidden.length > 0 ? [] : counted.slice(0, 1).map(({ key }) => key);
  const further: Cell[] = [];
  for (const cell of [...counted, ...shown.filter(({ count }) => count === 0)]) {
    if (hidden.length === 0 || isAmbiguous([...hidden, ...further])) break;
    further.push(cell);
  }
  return further.map(({ key }) => key);
}

/** True where the sum of withheld parts, which anyone can work out, leaves open what each of them is. */
function isAmbiguous(hidden: readonly Cell[]): boolean {
  const sum = hidden.reduce((whole, { count }) => whole + count, 0);
  return hidden.length >= 2 && (sum > hidden.length || hidden.some(({ count }) => count === 0));
}

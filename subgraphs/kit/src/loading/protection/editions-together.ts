import { endMonthOf, type PublishedSeries } from '../../disclosure/figure-index.ts';
import type { Reading } from '../../statistics/observation.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';
import { nameOf } from './seen-figures.ts';

/** Editions of a dataset that are read as one table, each filling the gaps of those before it. */
export interface EditionsTogether {
  readonly releases: readonly PublishedRelease[];
  /** Whether the first is believed where another prints a figure otherwise; else that is bounded by both. */
  readonly isFirstBelieved: boolean;
}

/** Editions up to which any two are read together, whether or not one revises the other. */
const mostPlain = 5;
/** Figures that all pairs of more editions may have together: a load would otherwise take minutes. */
const mostFiguresPaired = 500_000;

/**
 * How some editions, newest first, are read together: each with all before it; any two, of which of more than five only those count that print
 * a figure otherwise than another, since all others tell no more than all together; and each of these believed before all others. Never throws.
 */
export function editionsTogether(releases: readonly PublishedRelease[]): readonly EditionsTogether[] {
  const revising = revisingOf(releases);
  const chains = releases.slice(0, -1).map((_, position) => releases.slice(position));
  const pairs = pairsOf(releases, revising).filter((pair) => !chains.some((some) => isSame(some, pair)));
  const plain = [...chains, ...(isTooMuch(pairs) ? [] : pairs)];
  return [
    ...plain.map((together) => ({ releases: together, isFirstBelieved: false })),
    ...revising.map((first) => ({
      releases: [first, ...releases.filter((other) => other !== first)],
      isFirstBelieved: true,
    })),
  ];
}

/**
 * The figures that are withheld in place of reading any two of many editions together: those that editions print differently, in periods in
 * which anything is withheld. What is left of such a period all editions print alike, and all of them together tell most. Never throws.
 */
export function figuresNotPaired(
  releases: readonly PublishedRelease[],
): readonly { readonly series: ReleaseSeries; readonly ordinal: number }[] {
  if (!isTooMuch(pairsOf(releases, revisingOf(releases)))) return [];
  const revised = revisedIn(releases);
  const months = new Set(releases.flatMap(({ series }) => series.flatMap(monthsWithheld)));
  return releases.flatMap(({ dataset, series }) =>
    series.flatMap((one) =>
      [...(revised.get(nameOf(one, dataset)) ?? [])].flatMap((ordinal) =>
        one.readings.get(ordinal)?.status === 'PUBLISHED' && months.has(endMonthOf(one.indicator, ordinal))
          ? [{ series: one, ordinal }]
          : [],
      ),
    ),
  );
}

function monthsWithheld({ indicator, readings }: Pick<PublishedSeries, 'indicator' | 'readings'>): readonly number[] {
  return [...readings].flatMap(([ordinal, { status }]) =>
    status === 'CONFIDENTIAL' ? [endMonthOf(indicator, ordinal)] : [],
  );
}

type Pair = readonly [PublishedRelease, PublishedRelease];

function pairsOf(releases: readonly PublishedRelease[], revising: readonly PublishedRelease[]): readonly Pair[] {
  const isNeeded = (one: PublishedRelease, other: PublishedRelease) =>
    releases.length <= mostPlain || revising.includes(one) || revising.includes(other);
  return releases.flatMap((one, position) =>
    releases.slice(position + 1).flatMap((other) => (isNeeded(one, other) ? [[one, other] as const] : [])),
  );
}

const isTooMuch = (pairs: readonly Pair[]) =>
  pairs.flat().reduce((sum, release) => sum + figuresIn(release), 0) > mostFiguresPaired;

const figuresIn = ({ series }: PublishedRelease) => series.reduce((sum, { readings }) => sum + readings.size, 0);

const isSame = (some: readonly PublishedRelease[], others: readonly PublishedRelease[]) =>
  some.length === others.length && some.every((release, position) => release === others[position]);

/** The releases that print a figure that another prints differently. */
function revisingOf(releases: readonly PublishedRelease[]): readonly PublishedRelease[] {
  const revised = revisedIn(releases);
  if (revised.size === 0) return [];
  return releases.filter(({ dataset, series }) =>
    series.some((one) => {
      const ordinals = revised.get(nameOf(one, dataset)) ?? new Set();
      return [...ordinals].some((ordinal) => one.readings.get(ordinal)?.value != null);
    }),
  );
}

/** Ordinals at which releases print different figures, by the name of the series. */
function revisedIn(releases: readonly PublishedRelease[]): ReadonlyMap<string, ReadonlySet<number>> {
  const prints = new Map<string, Map<number, Reading>>();
  const revised = new Map<string, Set<number>>();
  for (const { dataset, series } of releases)
    for (const one of series) {
      const name = nameOf(one, dataset);
      const known = prints.get(name) ?? new Map<number, Reading>();
      prints.set(name, known);
      for (const [ordinal, reading] of one.readings) {
        if (reading.value === null) continue;
        const before = known.get(ordinal);
        if (before === undefined) known.set(ordinal, reading);
        else if (isOtherPrint(before, reading)) revised.set(name, (revised.get(name) ?? new Set()).add(ordinal));
      }
    }
  return revised;
}

/** Whether two readings print different figures. Never throws. */
export const isOtherPrint = (one: Reading, other: Reading) =>
  one.value !== other.value ||
  (one.numerator ?? null) !== (other.numerator ?? null) ||
  (one.denominator ?? null) !== (other.denominator ?? null);

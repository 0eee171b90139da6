import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Reading } from '../statistics/observation.ts';
import type { HistoryEvidence } from './history-evidence.ts';
import type { DisclosurePolicy } from './policy.ts';
import type { FigurePart } from './structure.ts';
import { endMonthOf, type Figure, FigureIndex, type Known, type PublishedSeries } from './figure-index.ts';

/** The counts that stand in observations themselves: the value of a count, the numerator and the denominator of a statistic. */
export function figuresIn(series: Iterable<PublishedSeries>, beyond?: HistoryEvidence): FigureIndex {
  const index = new FigureIndex(series, beyond);
  for (const one of index.series)
    for (const [ordinal, reading] of one.readings) {
      const endMonth = endMonthOf(one.indicator, ordinal);
      if (absent.has(reading.status)) index.markUncounted(one, endMonth);
      for (const part of partsOf(one, reading)) {
        const state = stateOf(one, reading, part);
        const prints = [reading, ...(one.otherPrints?.get(ordinal) ?? [])];
        const ranges =
          state === 'shown' ? boundsOfAll(prints.map((print) => rangesOf(one, print, part))) : { known: null };
        const dependents = [{ series: one, ordinal, reading }];
        index.put(part, { series: one, ordinal, endMonth, state, ...ranges, dependents });
      }
    }
  return index;
}

/**
 * A rate or share that is withheld may be so for its numerator, and an average for its base; of the denominator of a rate nothing is
 * known, and nothing withheld. That of a share may be as few: nothing is known of it either, but that it counts people.
 */
function partsOf({ indicator }: PublishedSeries, { status, numerator, denominator }: Reading): readonly FigurePart[] {
  if (absent.has(status)) return [];
  if (indicator.valueType === 'COUNT') return ['VALUE'];
  if (status === 'CONFIDENTIAL' && indicator.valueType === 'PROPORTION') return ['NUMERATOR', 'DENOMINATOR'];
  if (status === 'CONFIDENTIAL') return [averages.has(indicator.valueType) ? 'DENOMINATOR' : 'NUMERATOR'];
  return [
    ...(numerator == null ? [] : ['NUMERATOR' as const]),
    ...(denominator == null ? [] : ['DENOMINATOR' as const]),
  ];
}

/** Statistics whose denominator is the count that they rest on: of how many a mean or a median is, or an amount of money for each. */
export const averages: ReadonlySet<ValueType> = new Set(['MEAN', 'MEDIAN', 'MONEY']);

/** Nothing was counted, so that a total holds nothing of it. */
const absent: ReadonlySet<Reading['status']> = new Set(['NOT_COLLECTED', 'NOT_APPLICABLE']);

function stateOf({ indicator }: PublishedSeries, { status, value }: Reading, part: FigurePart): Figure['state'] {
  if (status === 'CONFIDENTIAL')
    return indicator.valueType === 'PROPORTION' && part === 'DENOMINATOR' ? 'unknown' : 'withheld';
  return status === 'PUBLISHED' && value !== null ? 'shown' : 'unknown';
}

type Ranges = Pick<Figure, 'known' | 'certain'>;

/** What several prints of one figure leave of it: from the least to the most of them. */
function boundsOfAll(prints: readonly Ranges[]): Ranges {
  const [first = { known: null }, ...others] = prints;
  return others.reduce<Ranges>((all, { known, certain = known }) => {
    const wider = unionOf(all.certain ?? all.known, certain);
    return { known: unionOf(all.known, known), ...(wider === null ? {} : { certain: wider }) };
  }, first);
}

function unionOf(one: Known | null, other: Known | null): Known | null {
  if (one === null || other === null) return one ?? other;
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}

/** Halves go up in most publishers' rounding; that they may have gone down is all that is certain. */
function rangesOf(series: PublishedSeries, reading: Reading, part: FigurePart): Ranges {
  const number = { VALUE: reading.value, NUMERATOR: reading.numerator, DENOMINATOR: reading.denominator }[part];
  if (number == null) return { known: null };
  const known = knownBehind(series, { reading, part, number });
  const isPublishersOwn = known.low < known.high && series.policy.roundingBase !== series.roundedTo;
  const high = number + Math.floor(series.roundedTo / 2);
  return isPublishersOwn && high > known.high ? { known, certain: { ...known, high } } : { known };
}

/**
 * What a number that a reading shows or implies of one of its counts leaves of that count: a range where it was rounded, halves up.
 * Never throws.
 */
export function knownBehind(
  { roundedTo, policy }: PublishedSeries,
  {
    reading: { flags = [] },
    part,
    number,
  }: { readonly reading: Reading; readonly part: FigurePart; readonly number: number },
): Known {
  const isTiny = flags.includes('ROUNDS_TO_ZERO');
  if (!isTiny && !flags.includes('ROUNDED')) return { low: number, high: number };
  if (policy.roundingBase === roundedTo && part !== 'DENOMINATOR')
    return behindRounding(policy, { number, base: roundedTo, isTiny });
  const high = number + Math.ceil(roundedTo / 2) - 1;
  // What rounds to zero is not zero.
  if (isTiny) return { low: 1, high: Math.max(1, high) };
  return { low: Math.max(0, number - Math.floor(roundedTo / 2)), high: Math.max(number, high) };
}

/** What a count was before the policy rounded it: halves go up, a zero that is shown is none but zero, and small ones are withheld. */
function behindRounding(
  { minimumCount, zerosShown }: DisclosurePolicy,
  { number, base, isTiny }: { readonly number: number; readonly base: number; readonly isTiny: boolean },
): Known {
  if (number === 0 && !isTiny && zerosShown) return { low: 0, high: 0 };
  const high = number + Math.ceil(base / 2) - 1;
  return { low: Math.min(high, Math.max(minimumCount, number - Math.floor(base / 2))), high };
}

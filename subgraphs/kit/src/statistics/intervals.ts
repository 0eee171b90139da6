import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from './indicator.ts';
import type { Reading } from './observation.ts';

/** A level of confidence: the quantile of the normal distribution for it, and the chance left beyond each limit. */
export interface Confidence {
  readonly percent: number;
  readonly z: number;
  readonly tail: number;
}

/** The level of every limit that is served. Source: the contract, `Observation.lower`. */
export const confidence95: Confidence = { percent: 95, z: 1.959963984540054, tail: 0.025 };
/** The level of an alarm, and of the trend test. Source: Fingertips, trend markers. */
export const confidence998: Confidence = { percent: 99.8, z: 3.090232306167813, tail: 0.001 };

/** The two ends of an interval, in the unit of what it is about. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** Byar's method is inaccurate for fewer events. Source: UKHSA, PHEindicatormethods, `phe_rate`. */
const byarFrom = 10;

/**
 * The limits of a count of independent events: Byar's from 10 on, exact Poisson below.
 *
 * Null for a negative number, and below 10 for one that is not whole. Never throws.
 *
 * Source: Breslow and Day, Statistical methods in cancer research, volume II, 1987; UKHSA, PHEindicatormethods.
 */
export function countLimits(count: number, confidence: Confidence = confidence95): Limits | null {
  if (count >= byarFrom) return byarLimits(count, confidence.z);
  return Number.isInteger(count) && count >= 0 ? poissonLimits(count, confidence.tail) : null;
}

function byarLimits(count: number, z: number): Limits {
  const next = count + 1;
  return {
    lower: count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/** The means under which as many events, or more, and as few, or fewer, have the chance `tail`. */
function poissonLimits(count: number, tail: number): Limits {
  return { lower: count === 0 ? 0 : meanAtWhich(count - 1, 1 - tail), upper: meanAtWhich(count, tail) };
}

/** Above every mean that is looked for: 9 events have 24.2 as their upper limit at 99.8%. */
const highestMean = 200;
/** Halvings that bring 200 below the precision of a number of that size. */
const halvings = 60;

/** The mean of a Poisson distribution under which `count` or fewer events have this chance, which falls with the mean. */
function meanAtWhich(count: number, chance: number): number {
  let [low, high] = [0, highestMean];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function chanceOfAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let events = 1; events <= count; events += 1) {
    term *= mean / events;
    sum += term;
  }
  return sum;
}

/** What a rate or a share is made of. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  /** 1,000 for a rate per 1,000, 100 for a percentage. */
  readonly multiplier: number;
}

/** The limits of a crude rate: those of its count over its denominator, times the multiplier. Null without such a count. Never throws. */
export function rateLimits(
  { numerator, denominator, multiplier }: Ratio,
  confidence: Confidence = confidence95,
): Limits | null {
  const limits = countLimits(numerator, confidence);
  return limits === null || !(denominator > 0) ? null : scaled(limits, multiplier / denominator);
}

/**
 * The limits of a value that is proportional to a count: a crude rate whose denominator is not at hand, an indirectly
 * standardised rate. Null where the count is none, which tells no proportion. Never throws.
 */
export function proportionalLimits(
  { value, count }: { readonly value: number; readonly count: number },
  confidence: Confidence = confidence95,
): Limits | null {
  const limits = count > 0 ? countLimits(count, confidence) : null;
  return limits === null ? null : scaled(limits, value / count);
}

/**
 * Wilson's limits of a share. Null for counts that make no share: a part above its whole, nothing out of nothing.
 * A share of a weighted survey needs the effective number of respondents as its denominator. Never throws.
 *
 * Source: Wilson, Journal of the American Statistical Association 22, 1927; UKHSA, PHEindicatormethods, `phe_proportion`.
 */
export function shareLimits(
  { numerator, denominator, multiplier }: Ratio,
  { z }: Confidence = confidence95,
): Limits | null {
  if (!(denominator > 0) || numerator < 0 || numerator > denominator) return null;
  const share = numerator / denominator;
  const centre = 2 * numerator + z * z;
  const spread = z * Math.sqrt(z * z + 4 * numerator * (1 - share));
  const width = 2 * (denominator + z * z);
  // Rounding leaves 0 out of 20 with a limit of -1e-17.
  const lower = Math.max(0, (centre - spread) / width);
  const upper = Math.min(1, (centre + spread) / width);
  return scaled({ lower, upper }, multiplier);
}

const scaled = ({ lower, upper }: Limits, by: number): Limits => ({ lower: lower * by, upper: upper * by });

/** What decides by which method the limits of an indicator follow. */
export type Measure = Pick<IndicatorDefinition, 'valueType' | 'multiplier' | 'attributionBasis'>;

/** The limits of a reading, and where they are from. */
export interface KnownLimits extends Limits {
  readonly method: 'PUBLISHED' | 'BYAR' | 'WILSON';
}

/** What limits are called in the texts of methods. */
export const limitsNames: Readonly<Record<KnownLimits['method'], string>> = {
  PUBLISHED: 'published limits',
  BYAR: "Byar's limits of counts",
  WILSON: "Wilson's limits of shares",
};

/** Marks of a number that nobody counted. */
const notCounted: readonly ObservationFlag[] = ['ESTIMATED', 'MODELLED', 'PLANNED'];

/**
 * Whether the counts of a reading were counted. Those of RESIDENCE_OF_RESPONDENT are not: residents are estimated, and the
 * number of people asked says nothing of the design of a survey, which widens its limits. Never throws.
 */
export function isCounted(
  { attributionBasis }: Pick<Measure, 'attributionBasis'>,
  { flags = [] }: Pick<Reading, 'flags'>,
): boolean {
  return attributionBasis !== 'RESIDENCE_OF_RESPONDENT' && !flags.some((flag) => notCounted.includes(flag));
}

/**
 * The 95% limits of a published reading: those of its publisher, or those that follow from its counts by the method of its
 * kind. Null where neither is there. Published limits are never worked out anew. Never throws.
 */
export function limitsOf(measure: Measure, reading: Reading): KnownLimits | null {
  const { value, lower = null, upper = null } = reading;
  if (reading.status !== 'PUBLISHED' || value === null) return null;
  if (lower !== null && upper !== null) return { lower, upper, method: 'PUBLISHED' };
  // How many an employer has is decided, and no matter of chance.
  const isOfChance = isCounted(measure, reading) && measure.attributionBasis !== 'EMPLOYER';
  if (!isOfChance || lower !== null || upper !== null) return null;
  const limits = limitsFromCounts(measure, reading, value);
  // Counts that belong to something else than the value would give limits beside it.
  return limits !== null && limits.lower <= value && value <= limits.upper ? limits : null;
}

function limitsFromCounts(measure: Measure, reading: Reading, value: number): KnownLimits | null {
  const { numerator = null, denominator = null } = reading;
  const { valueType, multiplier } = measure;
  if (valueType === 'COUNT') return named('BYAR', countLimits(value));
  if (numerator === null) return null;
  if (valueType === 'CRUDE_RATE')
    return named(
      'BYAR',
      denominator === null
        ? proportionalLimits({ value, count: numerator })
        : rateLimits({ numerator, denominator, multiplier }),
    );
  if (valueType !== 'PROPORTION' || denominator === null) return null;
  return named('WILSON', shareLimits({ numerator, denominator, multiplier }));
}

function named(method: KnownLimits['method'], limits: Limits | null): KnownLimits | null {
  return limits === null ? null : { ...limits, method };
}

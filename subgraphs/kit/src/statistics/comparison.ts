import type { ComparisonOutcome, ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import {
  absencePhrase,
  dayText,
  kindFlags,
  type RatedSeries,
  type SeriesPoint,
  unfinishedText,
  wasUnfinished,
} from './comparable-points.ts';
import { lowestCoverage, tooFewReported, withUnit } from './coverage.ts';
import type { SeriesBreak } from './indicator.ts';
import { differenceOf as testDifference, type KnownPoint } from './difference.ts';
import { limitsNames, limitsOf, type Limits } from './intervals.ts';
import { type Direction, improvementDirection } from './judgement.ts';
import type { Coverage } from './observation.ts';
import type { Period } from './periods.ts';

/** The outcome of a comparison, as the schema's Comparator has it. */
export interface Comparison {
  readonly outcome: ComparisonOutcome;
  /** Own value less the other; null where the two are not compared, but for a stated one of which only chance is not known. */
  readonly difference: number | null;
  readonly method: string;
  /** Null where they are compared. */
  readonly reason: string | null;
  /** The lower coverage of the two figures; null where neither has any. */
  readonly coverage: Coverage | null;
}

/** Two figures to be set beside each other. */
export interface ComparisonInput {
  /** Null where there is none. */
  readonly own: SeriesPoint | null;
  readonly other: SeriesPoint | null;
  /**
   * `reference`: a figure of far more people, or one that was agreed on, which is taken as known. `estimate`: a figure as
   * uncertain as the own one, such as that of the year before.
   */
  readonly otherIs: 'reference' | 'estimate';
  /** True where both are of one area: numbers that grow with the size of an area are compared only then. */
  readonly isSameArea: boolean;
  readonly measure: RatedSeries['measure'];
  readonly breaks: readonly SeriesBreak[];
  /** By how much the other figure is rounded, where it is a reference: 1 for a whole percentage. @default 0 */
  readonly roundedTo?: number;
  /** True for a figure that was stated as a starting point: how far a value is from it is told whatever is known of chance. @default false */
  readonly isStated?: boolean;
  /** Why the caller knows that they may not be compared, as a sentence. @default null */
  readonly obstacle?: string | null;
}

/** Marks of a figure that is off by more than its interval says, and what is said of it. */
const unreliable: Partial<Readonly<Record<ObservationFlag, string>>> = {
  LOW_RELIABILITY: 'is called unreliable by its publisher',
  MODELLED: 'comes from a model, not from measurement at this place',
  ROUNDS_TO_ZERO: 'was rounded to zero and is not zero',
};

/** Marks that both figures must have, or neither: what is to be revised is not compared with what is final. */
const sharedFlags: readonly ObservationFlag[] = [...kindFlags, 'PROVISIONAL'];

const methods = {
  reference: 'Whether the 95% confidence interval of the value holds the one compared with',
  estimate: 'Whether the two values differ at 95%',
} as const;

/**
 * How a value stands to another by confidence intervals.
 *
 * Higher or lower where the interval of the value leaves out the reference, or the value differs from the estimate by a test of
 * their difference; better or worse where the polarity of the indicator judges; similar elsewhere. A reference is what the counts
 * beside it make it; without them it may lie as far from what was printed as it was rounded by. NOT_COMPARED, with a reason, where
 * a figure rests on too few of those who should report, is missing, modelled or unreliable, the two are of different kinds or
 * periods, one alone is provisional, a break lies between them, they are numbers of areas of different size, or no interval is known.
 * Never a rank. Never throws.
 *
 * Source: Fingertips, benchmark method "confidence intervals overlapping reference case, 95%"; of the difference, `differenceOf`.
 */
export function compare(input: ComparisonInput): Comparison {
  const { own, other, measure } = input;
  const coverage = withUnit(measure, lowestCoverage([own?.coverage, other?.coverage]));
  return { ...outcomeBetween(input), coverage };
}

function outcomeBetween(input: ComparisonInput): Omit<Comparison, 'coverage'> {
  const method = methods[input.otherIs];
  const not = (reason: string): Omit<Comparison, 'coverage'> => ({
    outcome: 'NOT_COMPARED',
    difference: null,
    method,
    reason,
  });
  const { own, other, measure } = input;
  if (own?.value == null) return not(input.obstacle ?? missing('figure', own, measure));
  if (other?.value == null) return not(input.obstacle ?? missing('figure to compare with', other, measure));
  const obstacle = input.obstacle ?? obstacleBetween({ ...input, own, other });
  if (obstacle !== null) return not(obstacle);
  const pair = { ...input, own: { ...own, value: own.value }, other: { ...other, value: other.value } };
  const test = input.otherIs === 'reference' ? besideReference(pair) : testDifference(pair.own, pair.other, measure);
  const difference = differenceOf(own.value, other.value);
  const unknown = 'Neither confidence limits nor counts tell how much of the difference is chance.';
  if (test === null) return { ...not(unknown), difference: input.isStated === true ? difference : null };
  const better = improvementDirection(measure.polarity, [own.value, other.value]);
  return {
    outcome: outcomeOf(test.side, better),
    difference,
    method: `${method}: ${test.test}.`,
    reason: null,
  };
}

function besideReference({ own, other, measure, roundedTo = 0 }: KnownPair) {
  const limits = limitsOf(measure, own);
  if (limits === null) return null;
  const reference = referenceLimits(other, measure, roundedTo);
  return { side: sideOf(limits, reference.limits), test: `${limitsNames[limits.method]}${reference.remark}` };
}

/** Where a reference lies: at what its counts make it, or, without any, anywhere that is rounded to what was printed. */
function referenceLimits(other: KnownPoint, measure: RatedSeries['measure'], roundedTo: number) {
  const { value, numerator = null, denominator = null } = other;
  const isRatio = measure.valueType === 'PROPORTION' || measure.valueType === 'CRUDE_RATE';
  const exact = isRatio && numerator !== null && denominator ? (numerator / denominator) * measure.multiplier : null;
  // Counts of something else than the value would say another thing.
  if (exact !== null && Math.abs(exact - value) <= Math.max(roundedTo, Math.abs(value) * sameWithin))
    return { limits: pointLimits(exact), remark: '; the other as its counts make it' };
  const half = measure.valueType === 'COUNT' ? 0 : roundedTo / 2;
  const remark = half < value * sameWithin ? '' : `; the other within ${differenceOf(half, 0)}, by which it is rounded`;
  return { limits: { lower: value - half, upper: value + half }, remark };
}

/** Two numbers are the same where they differ by less than this part of them: binary fractions, or five printed digits. */
const sameWithin = 1e-5;

/** The difference without the noise of binary fractions: 39.6 less 40.5 is -0.9. Twelve digits are more than any table prints. */
const differenceOf = (own: number, other: number): number => Number((own - other).toPrecision(12));

const pointLimits = (value: number): Limits => ({ lower: value, upper: value });

function missing(what: string, point: SeriesPoint | null, measure: RatedSeries['measure']): string {
  if (point === null) return `There is no ${what}.`;
  return `The ${what}, for ${point.period.label}, ${absencePhrase(measure, point)}.`;
}

interface Pair extends ComparisonInput {
  readonly own: SeriesPoint;
  readonly other: SeriesPoint;
}

interface KnownPair extends ComparisonInput {
  readonly own: KnownPoint;
  readonly other: KnownPoint;
}

function obstacleBetween({ own, other, isSameArea, measure, breaks }: Pair): string | null {
  const isMarked = ({ flags = [] }: SeriesPoint, flag: ObservationFlag) => flags.includes(flag);
  for (const point of [own, other]) {
    const tooFew = tooFewReported(measure, point);
    if (tooFew !== null) return `The figure for ${point.period.label} ${tooFew}.`;
    for (const flag of point.flags ?? [])
      if (unreliable[flag] !== undefined) return `The figure for ${point.period.label} ${unreliable[flag]}.`;
  }
  const unfinished = [own, other].find(wasUnfinished);
  if (unfinished !== undefined) return sentenceOf(unfinishedText(unfinished.period));
  const different = sharedFlags.find((flag) => isMarked(own, flag) !== isMarked(other, flag));
  if (different !== undefined) return `Only one of the two figures is marked ${different}.`;
  if (own.period.type !== other.period.type)
    return `The two figures are of different kinds of period: ${own.period.label}, and ${other.period.label}.`;
  if (!isSameArea && own.period.id !== other.period.id)
    return `The two figures are of different periods: ${own.period.label}, and ${other.period.label}.`;
  if (!isSameArea && (measure.valueType === 'COUNT' || measure.valueType === 'MONEY'))
    return 'The number of one area is not compared with that of another: it grows with the size of the area.';
  return isSameArea ? (overlapOf(own.period, other.period) ?? breakBetween(own, other, breaks)) : null;
}

const sentenceOf = (clause: string) => `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;

function overlapOf(own: Period, other: Period): string | null {
  if (own.id === other.id || other.end < own.start || own.end < other.start) return null;
  return `${own.label} and ${other.label} share months, so that the two figures are not independent of each other.`;
}

function breakBetween(own: SeriesPoint, other: SeriesPoint, breaks: readonly SeriesBreak[]): string | null {
  const [first, last] = own.period.start < other.period.start ? [own, other] : [other, own];
  const between = breaks.find(({ at }) => first.period.start < at && at <= last.period.end);
  if (between !== undefined) return `Figures before and after ${dayText(between.at)} are not comparable.`;
  const isMarked = first !== last && last.flags?.includes('BREAK_BEFORE') === true;
  return isMarked ? `Figures from ${last.period.label} on are not comparable with those before.` : null;
}

function sideOf(own: Limits, other: Limits): Direction | null {
  if (own.lower > other.upper) return 'UP';
  return own.upper < other.lower ? 'DOWN' : null;
}

function outcomeOf(side: Direction | null, better: Direction | null): ComparisonOutcome {
  if (side === null) return 'SIMILAR';
  if (better === null) return side === 'UP' ? 'HIGHER' : 'LOWER';
  return side === better ? 'BETTER' : 'WORSE';
}

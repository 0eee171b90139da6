import type { ObservationFlag, ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import { countLimits } from '../statistics/intervals.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { flagBits, type ProtectedFigure, type ProtectedReading, type Reading } from '../statistics/observation.ts';
import type { DisclosurePolicy } from './policy.ts';
import { isShareOfFew } from './share-limits.ts';
import { type CountRange, countsBehind, halfUnitOf } from './implied-counts.ts';

/** What a policy must know of an indicator: whether its values are counts, what a rate is per, and how it is rounded. */
type Measured = Pick<IndicatorDefinition, 'valueType' | 'multiplier'> & Partial<Pick<IndicatorDefinition, 'decimals'>>;

/**
 * A reading as its dataset's policy lets it be seen: a small count becomes CONFIDENTIAL, and so does a statistic with the count
 * that it rests on, unless the policy holds it safe. Where counts are rounded, a rate or share is that of the rounded ones, without
 * limits, and a count that rounds to less than the policy shows is withheld: what is shown stays as it is when it is put to the
 * policy again. What is withheld or was not published keeps no figure from which it follows.
 *
 * Never throws.
 */
export function protectReading(policy: DisclosurePolicy, measured: Measured, reading: Reading): ProtectedReading {
  return letThrough(underPolicy(policy, measured, reading));
}

function underPolicy(policy: DisclosurePolicy, measured: Measured, reading: Reading): Reading {
  if (measured.valueType === 'COUNT') return countUnderPolicy(policy, reading);
  if (!isFigure(reading)) return withoutFigures(reading);
  if (policy.safeStatistics?.includes(measured.valueType) === true) return safe(policy, reading);
  if (restsOnFew(policy, measured, reading)) return withholdReading(reading);
  if (policy.roundingBase === null) return reading;
  const rounded = withRoundedCounts(policy.roundingBase, measured, reading);
  return isFigure(rounded) && restsOnFew(policy, measured, rounded) ? withholdReading(reading) : rounded;
}

/** As `protectReading`, for each of many readings: what stays as it is is not copied, as some datasets have millions. Never throws. */
export function protectReadings<Key>(
  policy: DisclosurePolicy,
  measured: Measured,
  readings: ReadonlyMap<Key, Reading>,
): ReadonlyMap<Key, ProtectedReading> {
  let changed: Map<Key, Reading> | null = null;
  for (const [key, reading] of readings) {
    const kept = underPolicy(policy, measured, reading);
    if (kept === reading) continue;
    changed ??= new Map(readings);
    changed.set(key, kept);
  }
  return (changed ?? readings) as ReadonlyMap<Key, ProtectedReading>;
}

/** As `protectReading`, for a count. Never throws. */
export function protectCount(policy: DisclosurePolicy, reading: Reading): ProtectedReading {
  return letThrough(countUnderPolicy(policy, reading));
}

function countUnderPolicy(policy: DisclosurePolicy, reading: Reading): Reading {
  if (!isFigure(reading)) return withoutFigures(reading);
  if (!isShown(policy, reading.value)) return withholdReading(reading);
  if (policy.roundingBase === null) return reading;
  const rounded = roundedCount(policy.roundingBase, reading);
  return isShown(policy, rounded.value) ? rounded : withholdReading(reading);
}

/**
 * A reading whose figure is withheld, for whatever reason: CONFIDENTIAL, with the flags that every cell of its series has, so that
 * nobody can tell which reason it was. Never throws.
 */
export function withholdReading({ flags = [] }: Reading): Reading<never> {
  const kept = flags.filter((flag) => flagsOfSeries.has(flag));
  return { value: null, status: 'CONFIDENTIAL', ...(kept.length === 0 ? {} : { flags: kept }) };
}

/** The door: what stands here was decided on above, and nothing else in the project makes protected figures of others. */
function letThrough(reading: Reading): ProtectedReading {
  return reading as ProtectedReading;
}

/** What is worked out from a figure that may be seen, such as a rate from its count: it may be seen too. Never throws. */
export function workOut(figure: ProtectedFigure, work: (figure: number) => number): ProtectedFigure {
  return work(figure) as ProtectedFigure;
}

/** A figure that another agency serves: it is under its own policy there. Never throws. */
export function servedElsewhere(figure: number): ProtectedFigure {
  return figure as ProtectedFigure;
}

/** Flags that are no matter of one figure: any other may stand at figures of one kind only, as PROVISIONAL does where gaps have none. */
const flagsOfSeries: ReadonlySet<ObservationFlag> = new Set(['COMPOSITE_AREA', 'SYNTHETIC']);

/** The bits of the flags that a withheld reading keeps, where it has them. */
export const withheldFlagBits = flagBits([...flagsOfSeries]);

type Figure = Reading & { readonly value: number };

const isFigure = (reading: Reading): reading is Figure => reading.status === 'PUBLISHED' && reading.value !== null;

function withoutFigures(reading: Reading): Reading {
  if (reading.status === 'CONFIDENTIAL') return withholdReading(reading);
  const { status, flags, coverage } = reading;
  // Why a figure was not worked out here.
  const reported = status === 'NOT_AVAILABLE' && coverage != null ? { coverage } : {};
  return { value: null, status, ...(flags === undefined ? {} : { flags }), ...reported };
}

/** A statistic that does not give its count away stays, with its limits; the count itself does not. */
function safe(policy: DisclosurePolicy, { numerator, denominator, ...reading }: Figure): Reading {
  const counts = [numerator, denominator].every((count) => count == null || isShown(policy, count))
    ? { ...(numerator === undefined ? {} : { numerator }), ...(denominator === undefined ? {} : { denominator }) }
    : {};
  return policy.roundingBase === null ? { ...reading, ...counts } : reading;
}

/** A share of few people tells of them, however many of them it counts: a small denominator withholds it too. */
function restsOnFew(policy: DisclosurePolicy, measured: Measured, reading: Figure): boolean {
  const { denominator } = reading;
  const fewest = Math.max(policy.minimumDenominator ?? policy.minimumCount, policy.minimumCount);
  if (denominator != null && fewest > 1 && denominator < fewest && (denominator > 0 || !policy.zerosShown)) return true;
  const counts = impliedCountsOf(measured, reading);
  if (counts !== null && isEachSmall(policy, counts)) return true;
  if (measured.valueType === 'PROPORTION' && isOfFew({ policy, measured, fewest }, reading, counts)) return true;
  if (reading.numerator != null) return false;
  return limitsImplyFew(policy, measured, reading) || limitsImplySmallPart({ policy, measured, fewest }, reading);
}

/** By which rule a share is judged: `fewest` is the fewest people of whom one is shown. */
interface ShareJudged {
  readonly policy: DisclosurePolicy;
  readonly measured: Measured;
  readonly fewest: number;
}

/** Of 103 that 100 did, 3 did not: whoever is in the denominator of a share and not in its numerator is a count too. */
function isOfFew({ policy, measured, fewest }: ShareJudged, reading: Figure, counts: CountRange | null): boolean {
  if (policy.roundingBase !== null) return false;
  // All did, so that none did not.
  if (reading.value === measured.multiplier && !isShown(policy, 0)) return true;
  const whole = impliedWholeOf(measured, reading);
  if (whole === null || counts === null) return false;
  if (reading.denominator == null && whole.high < fewest) return true;
  return isEachSmall(policy, { low: whole.low - counts.high, high: whole.high - counts.low });
}

/** Of how many a share is, by its denominator or by its numerator: 100 that are 97.1% are 100 of 103. Null where nothing tells. */
function impliedWholeOf(
  { multiplier, decimals }: Measured,
  { value, numerator, denominator }: Figure,
): CountRange | null {
  if (denominator != null) return { low: denominator, high: denominator };
  if (numerator == null || numerator === 0 || value === 0) return null;
  const within = (half: number): CountRange | null => {
    const low = Math.max(numerator, Math.ceil((numerator * multiplier) / (value + half) - lost));
    const high = value > half ? Math.floor((numerator * multiplier) / (value - half) + lost) : Infinity;
    return low > high ? null : { low, high };
  };
  return within(halfUnitOf(value, decimals)) ?? within(halfUnitOf(value));
}

/** What is lost in the last digit of a division. */
const lost = 1e-6;

/** Whether each count of a range is one that a policy withholds: then it follows that this one is. */
function isEachSmall(policy: DisclosurePolicy, { low, high }: CountRange): boolean {
  return !isShown(policy, low) && !isShown(policy, high);
}

/** The counts that anyone can work out of a rate or a share and its denominator; null where none follows. */
function impliedCountsOf(measured: Measured, { value, numerator, denominator }: Figure): CountRange | null {
  const { valueType, multiplier, decimals } = measured;
  if (numerator != null) return { low: numerator, high: numerator };
  if (!ratios.has(valueType)) return null;
  if (value === 0) return { low: 0, high: 0 };
  if (denominator == null) return null;
  const ratio = { value, denominator: { low: denominator, high: denominator }, multiplier };
  // Whole per cents among others with decimals are either; the number as it stands is taken where no count has the decimals.
  return (
    countsBehind({ ...ratio, half: halfUnitOf(value, decimals) }) ?? countsBehind({ ...ratio, half: halfUnitOf(value) })
  );
}

/** Limits beside a share tell of how many it is. */
function limitsImplySmallPart(
  { policy, measured: { valueType, multiplier, decimals }, fewest }: ShareJudged,
  { value, lower, upper, denominator }: Figure,
): boolean {
  if (valueType !== 'PROPORTION' || lower == null || upper == null || denominator != null) return false;
  if (fewest === 1 && policy.zerosShown) return false;
  return isShareOfFew(
    { value, lower, upper, multiplier, decimals },
    { isShown: (count) => isShown(policy, count), fewest },
  );
}

const ratios: ReadonlySet<ValueType> = new Set(['CRUDE_RATE', 'PROPORTION']);

/** The fewer events a crude rate counts, the wider are its limits beside it: they are as good as the count. */
function limitsImplyFew(policy: DisclosurePolicy, { valueType }: Measured, { value, lower, upper }: Figure): boolean {
  if (valueType !== 'CRUDE_RATE' || lower == null || upper == null || policy.minimumCount === 1) return false;
  const fewestShown = countLimits(policy.minimumCount);
  if (fewestShown === null || value === 0) return false;
  // Published limits are rounded, so those of the fewest that are shown may be a little wider than they are worked out.
  const widest = ((fewestShown.upper - fewestShown.lower) / policy.minimumCount) * 1.02;
  return (upper - lower) / value > widest;
}

/** Rounds the counts of a statistic, and works a rate or share out of them again: as it was, it would give them back unrounded. */
function withRoundedCounts(base: number, { valueType, multiplier }: Measured, reading: Figure): Reading {
  const { numerator, denominator } = reading;
  if (!ratios.has(valueType)) return withoutCounts(reading);
  const count = numerator ?? (denominator == null ? null : (reading.value * denominator) / multiplier);
  // A published population turns a crude rate into its count, whether or not it stands beside it.
  if (count === null || denominator == null || denominator === 0)
    return valueType === 'CRUDE_RATE' ? withholdReading(reading) : withoutCounts(reading);
  const top = roundTo(base, count);
  // A share is of people whom the dataset counts, and so rounds; a rate is of a population that others publish.
  const bottom = valueType === 'PROPORTION' ? roundTo(base, denominator) : denominator;
  if (bottom === 0) return withholdReading(reading);
  const flags = withFlags(reading.flags, top === 0 && count > 0 ? ['ROUNDED', 'ROUNDS_TO_ZERO'] : ['ROUNDED']);
  return { value: (top * multiplier) / bottom, status: reading.status, flags, numerator: top, denominator: bottom };
}

/** The statistic alone. Its limits go with the counts: how wide they are tells how many there were. */
function withoutCounts({ value, status, flags }: Figure): Reading {
  return { value, status, ...(flags === undefined ? {} : { flags }) };
}

function roundedCount(base: number, { value, status, flags }: Figure): Figure {
  const rounded = roundTo(base, value);
  const added: readonly ObservationFlag[] = rounded === 0 && value !== 0 ? ['ROUNDED', 'ROUNDS_TO_ZERO'] : ['ROUNDED'];
  return { value: rounded, status, flags: withFlags(flags, added) };
}

const roundTo = (base: number, value: number) => Math.round(value / base) * base;

const withFlags = (flags: readonly ObservationFlag[] = [], added: readonly ObservationFlag[]) => [
  ...new Set([...flags, ...added]),
];

function isShown({ minimumCount, zerosShown }: DisclosurePolicy, count: number): boolean {
  if (count === 0) return zerosShown;
  return minimumCount === 1 || count < 0 || count >= minimumCount;
}

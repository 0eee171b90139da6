import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import type { PublishedSeries } from './figure-index.ts';

/** Words of ids that say how far a number has moved since an earlier one. */
const movements =
  /-(change|decline|decrease|difference|fall|growth|increase|movement|reduction|rise|trend|variation)(-|$)/;

/** Months since the number that something is compared with, by the words of its id. */
const lagsByWord: readonly (readonly [words: RegExp, months: number])[] = [
  [/-(annual|annually|year|yearly)(-|$)/, 12],
  [/-(quarter|quarterly)(-|$)/, 3],
  [/-(month|monthly)(-|$)/, 1],
];

/** Whether an indicator is called as something that moved is. Never throws. */
export const namesChange = (indicator: Named) => movements.test(publicIdOf(indicator));

type Named = Pick<IndicatorDefinition, 'id' | 'kindOf'>;

/**
 * Whether a statistic may say how far the count that it rests on has moved since an earlier period: by its name, because it is an index, or
 * because it is a percentage that can be of no part of a whole. Never throws.
 */
export function mayBeChange(indicator: IndicatorDefinition, series: readonly PublishedSeries[]): boolean {
  const { valueType, multiplier, possible } = indicator;
  if (namesChange(indicator) || valueType === 'INDEX') return true;
  if (valueType !== 'PROPORTION') return false;
  if ((possible?.high ?? multiplier) > multiplier || (possible?.low ?? 0) < 0) return true;
  return series.some(({ readings }) =>
    [...readings.values()].some(({ value }) => value !== null && (value < 0 || value > multiplier)),
  );
}

/** How many months before its own period those may end with which something is compared: as its id says, else the one before and that of a year before. Never throws. */
export function lagsOf(indicator: Named, step: number): readonly number[] {
  const named = lagsByWord.filter(([words]) => words.test(publicIdOf(indicator))).map(([, months]) => months);
  return named.length > 0 ? named : [...new Set([step, 12])];
}

/** Whole numbers between two, both included. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** A number that stands to an earlier count as its own count does, or as far as that has moved. */
export interface PrintedChange {
  readonly value: number;
  /** Half a unit of its last decimal. */
  readonly half: number;
  /** Its own count. */
  readonly count: Range;
  readonly multiplier: number;
}

/** What is lost in the last digit of a division. */
const lost = 1e-6;

/** The denominators that a ratio leaves possible beside its count; null where none is. Never throws. */
export function denominatorsBehind({ value, half, count, multiplier }: PrintedChange): Range | null {
  const [least, most] = [value - half, value + half];
  if (most <= 0) return null;
  const low = Math.max(0, Math.ceil((count.low * multiplier) / most - lost));
  const high = least <= 0 ? Infinity : Math.floor((count.high * multiplier) / least + lost);
  return low > high ? null : { low, high };
}

/** The earlier counts that a change leaves possible beside the later one: 40 that are 1233.3% more were 3. Null where none is. Never throws. */
export function earlierCountsBehind(change: PrintedChange): Range | null {
  return denominatorsBehind({ ...change, value: change.value + change.multiplier });
}

import type { ReadObservation, ReadSeries } from './series-answers.ts';

/*
 * What may be said of a series, worked out from its observations alone, by other code than that which says it: a fault in the one
 * is not repeated in the other.
 */

const z95 = 1.959963984540054;

/** Steps of the grid from one period to the next that shares no month with it. */
const steps = (type: string) => (type === 'ROLLING_12_MONTHS' ? 12 : type === 'POOLED_3_YEARS' ? 3 : 1);
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthsPerStep: Readonly<Record<string, number>> = {
  QUARTER: 3,
  CALENDAR_YEAR: 12,
  FINANCIAL_YEAR: 12,
  ACADEMIC_YEAR: 12,
  POOLED_3_YEARS: 12,
};
const kinds = ['ESTIMATED', 'MODELLED', 'PLANNED', 'SYNTHETIC'];
const kindOf = ({ flags }: ReadObservation) =>
  flags
    .filter((flag) => kinds.includes(flag))
    .toSorted()
    .join();

/** A published observation. */
export type Known = ReadObservation & { readonly value: number };
const isKnown = (one: ReadObservation): one is Known => one.status === 'PUBLISHED' && one.value !== null;

/** The months from one observation to the next: what the grid has between most neighbours. */
function gapOf({ observations, periodType }: ReadSeries): number {
  const fixed = periodType === 'MONTH' || periodType === 'ROLLING_12_MONTHS' ? 1 : monthsPerStep[periodType];
  const gaps = observations
    .slice(1)
    .map((one, at) => monthOf(one.period.end) - monthOf(observations[at]?.period.end ?? ''));
  return fixed ?? Math.max(1, Math.min(...gaps, 12));
}

/** The newest observations that may stand in one line, oldest first: no gap, break, partial figure or other kind between. */
export function comparable(series: ReadSeries): readonly Known[] {
  const newest = series.observations.findLast(isKnown);
  if (newest === undefined) return [];
  const months = gapOf(series) * steps(series.periodType);
  const lastBreak =
    series.breaks
      .map(({ at }) => at)
      .filter((at) => at <= newest.period.end)
      .toSorted()
      .at(-1) ?? '';
  const byMonth = new Map(series.observations.map((one) => [monthOf(one.period.end), one]));
  const found: Known[] = [];
  for (let month = monthOf(newest.period.end); ; month -= months) {
    const one = byMonth.get(month);
    const later = found.at(-1);
    const isCut = later?.flags.includes('BREAK_BEFORE') === true;
    if (one === undefined || !isKnown(one) || isCut || !isWhole(series, one)) break;
    if (one.period.start < lastBreak || kindOf(one) !== kindOf(newest)) break;
    found.push(one);
  }
  return found.reverse();
}

/** Whether what a figure counts had happened and enough of it was returned. Editions of an index bear a year that is a name. */
export function isWhole({ indicator }: ReadSeries, { flags, coverage, period, release }: ReadObservation): boolean {
  const { reporting = null, expected = null } = coverage ?? {};
  const isKnown = reporting !== null && expected !== null;
  if (isKnown ? reporting < indicator.neededCoverage * expected : flags.includes('PARTIAL_COVERAGE')) return false;
  if (indicator.id === 'most-deprived-tenth' || flags.includes('PLANNED')) return true;
  return release === null || release.publishedAt >= period.end;
}

/** Whether a count was counted, so that chance can be told of it. */
const isOfChance = ({ indicator }: ReadSeries, { flags }: ReadObservation) =>
  !['RESIDENCE_OF_RESPONDENT', 'EMPLOYER'].includes(indicator.attributionBasis) &&
  !flags.some((flag) => ['ESTIMATED', 'MODELLED', 'PLANNED'].includes(flag));

/** Byar's 95% limits; the exact ones of Poisson below ten, by their tables. Source: Ulm, American Journal of Epidemiology 131, 1990. */
const poissonTable = [
  [0, 3.6889],
  [0.0253, 5.5716],
  [0.2422, 7.2247],
  [0.6187, 8.7673],
  [1.0899, 10.2416],
  [1.6235, 11.6683],
  [2.2019, 13.0595],
  [2.8144, 14.4227],
  [3.4538, 15.7632],
  [4.1154, 17.0848],
] as const;

/** The 95% limits of an observation, or null where nothing tells them. */
export function limitsOf(series: ReadSeries, one: Known): readonly [number, number] | null {
  if (one.lower !== null && one.upper !== null) return [one.lower, one.upper];
  if (series.indicator.valueType !== 'COUNT' || !isOfChance(series, one)) return null;
  const [small] = [poissonTable[one.value]];
  if (small !== undefined) return [small[0], small[1]];
  if (one.value < 10) return null;
  const limit = (events: number, sign: number) =>
    events * (1 - 1 / (9 * events) + (sign * z95) / (3 * Math.sqrt(events))) ** 3;
  return [limit(one.value, -1), limit(one.value + 1, 1)];
}

/** What may be said of the newest five; null where nothing may. */
export function ownTrend(series: ReadSeries): { readonly direction: string; readonly slopeSquare: number } | null {
  const points = comparable(series).slice(-5);
  const errors = points
    .map((one) => limitsOf(series, one))
    .map((limits) => (limits === null ? 0 : (limits[1] - limits[0]) / (2 * z95)));
  if (points.length < 5 || errors.some((error) => !(error > 0))) return null;
  const fit = (left: number) => {
    const used = points.flatMap(({ value }, x) => (x === left ? [] : [{ x, value, weight: (errors[x] ?? 1) ** -2 }]));
    const total = used.reduce((sum, { weight }) => sum + weight, 0);
    const middle = used.reduce((sum, { x, weight }) => sum + x * weight, 0) / total;
    const square = used.reduce((sum, { x, weight }) => sum + weight * (x - middle) ** 2, 0);
    const slope = used.reduce((sum, { x, value, weight }) => sum + weight * (x - middle) * value, 0) / square;
    return { slope, square: slope ** 2 * square };
  };
  const { slope, square } = fit(-1);
  const isSteady = points.every((_, left) => Math.sign(fit(left).slope) === Math.sign(slope));
  // 9.5495 is what chi-square of one degree of freedom exceeds twice in a thousand times.
  const direction = square > 9.5495 && isSteady ? (slope > 0 ? 'INCREASING' : 'DECREASING') : 'NO_SIGNIFICANT_CHANGE';
  return { direction, slopeSquare: square };
}

/** Chi-square of five figures around one level, with four degrees of freedom; null where nothing tells how sure they are. */
export function ownScatter(series: ReadSeries): number | null {
  const points = comparable(series).slice(-5);
  const { valueType } = series.indicator;
  const parts = points.map(({ value, numerator, denominator }) =>
    valueType === 'COUNT' ? [value, 1] : numerator !== null && denominator !== null ? [numerator, denominator] : null,
  );
  const known = parts.filter((part) => part !== null);
  if (points.length < 5 || known.length < 5 || points.some((one) => limitsOf(series, one) === null)) return null;
  const [events, of] = [0, 1].map((at) => known.reduce((sum, part) => sum + (part[at] ?? 0), 0));
  const share = (events ?? 0) / (of ?? 1);
  const rest = valueType === 'PROPORTION' ? 1 - share : 1;
  if (share === 0 || rest <= 0) return 0;
  return known.reduce((sum, [count = 0, all = 1]) => sum + (count - all * share) ** 2 / (all * share * rest), 0);
}

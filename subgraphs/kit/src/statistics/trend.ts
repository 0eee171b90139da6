import type { Judgement, Scatter, TrendDirection } from '@boroughgraph/schema/vocabulary/core.ts';
import { type ComparablePoint, newestStretch, type RatedSeries, stepsApart } from './comparable-points.ts';
import { lowestCoverage, withUnit } from './coverage.ts';
import { scatterOf } from './homogeneity.ts';
import { confidence95, confidence998, limitsNames, limitsOf, type Measure } from './intervals.ts';
import { type Direction, improvementDirection, judgementOf } from './judgement.ts';
import type { Coverage } from './observation.ts';
import type { Period } from './periods.ts';
import { type WeightedPoint, weightedSlope } from './weighted-slope.ts';

/** What the newest points of a series say of its course, of type Trend in the schema. */
export interface Trend {
  readonly direction: TrendDirection;
  readonly judgement: Judgement;
  /** Whether the points differ from one level, in whatever order; null where no trend was calculated. */
  readonly scatter: Scatter | null;
  readonly method: string;
  readonly pointsUsed: number;
  /** Null where a trend was calculated. */
  readonly reason: string | null;
  /** The oldest and the newest period that were used; null where none was. */
  readonly firstPeriod: Period | null;
  readonly lastPeriod: Period | null;
  /** The lowest coverage of the points that were used; null where none has any. */
  readonly coverage: Coverage | null;
}

/** How many points the rule looks at. Source: Fingertips, trend markers, `PointsToUse`. */
const pointsOfTrend = 5;
/** A chi-square of one degree of freedom that chance exceeds twice in a thousand times: 9.5495. Source: as above. */
const criticalChiSquare = confidence998.z ** 2;

const rule =
  'Fingertips recent trend: weighted regression over the last five comparable points, chi-square test at 99.8%, in the same direction whichever point is left out; beside it, chi-square test of homogeneity at 95% and 99.8%';

/**
 * The trend of the newest five comparable points, by the rule of Fingertips.
 *
 * A straight line is fitted, each point weighted by its standard error, which is a 3.92th of its 95% interval. There is a trend
 * where the slope differs from none by a chi-square test at 99.8% and keeps its sign when any one of the five points is left out.
 * Where there is none the points may differ all the same, up and down: that is what the scatter says.
 * Of periods that overlap, as windows of twelve months do, those count that share no month. CANNOT_CALCULATE, with a reason, where
 * fewer than five comparable points follow each other, and where neither limits nor counts tell a standard error. Seasons are not taken out. Never throws.
 *
 * Source: Department of Health and Social Care, FingertipsNext, trend-analysis, `TrendMarkerCalculator`.
 */
export function trendOf(series: RatedSeries): Trend {
  const { measure } = series;
  const stretch = newestStretch(series);
  const used = stretch.points.slice(-pointsOfTrend);
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined || used.length < pointsOfTrend)
    return cannot(`five comparable points in a row are needed, and ${howMany(used)}: ${stretch.startsBecause}`);
  const weighed = weighPoints(used, measure);
  if (weighed === null) return cannot('neither confidence limits nor counts tell how much of a change is chance');
  const values = used.map(({ value }) => value);
  const direction = significantDirection(weighed.points);
  return {
    direction: direction === null ? 'NO_SIGNIFICANT_CHANGE' : direction === 'UP' ? 'INCREASING' : 'DECREASING',
    judgement: judgementOf(direction, improvementDirection(measure.polarity, values)),
    scatter: scatterOf(used, measure),
    method: `${rule}. Standard errors from ${weighed.source}. Points: ${first.period.id} to ${last.period.id}.${seasons(measure)}`,
    pointsUsed: used.length,
    reason: null,
    firstPeriod: first.period,
    lastPeriod: last.period,
    coverage: withUnit(measure, lowestCoverage(used.map(({ coverage }) => coverage))),
  };
}

function cannot(reason: string): Trend {
  const sentence = `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
  return {
    direction: 'CANNOT_CALCULATE',
    judgement: 'NONE',
    scatter: null,
    method: `${rule}.`,
    pointsUsed: 0,
    reason: sentence,
    firstPeriod: null,
    lastPeriod: null,
    coverage: null,
  };
}

function howMany(used: readonly ComparablePoint[]): string {
  const [first] = used;
  if (first === undefined) return 'there is none';
  return used.length === 1
    ? `there is one, ${first.period.label}`
    : `there are ${String(used.length)}, from ${first.period.label} on`;
}

function seasons({ grid }: RatedSeries['measure']): string {
  if (stepsApart(grid.type) > 1) return ' Of periods that overlap, one in each such time is used.';
  return grid.type === 'MONTH' || grid.type === 'QUARTER' ? ' Seasons are not taken out.' : '';
}

/** The points with their weights; null where a standard error is not known of each by one method. */
function weighPoints(
  used: readonly ComparablePoint[],
  measure: Measure,
): { readonly points: readonly WeightedPoint[]; readonly source: string } | null {
  const known = used.map((point) => ({ ordinal: point.ordinal, value: point.value, limits: limitsOf(measure, point) }));
  const points = known.flatMap(({ ordinal, value, limits }) => {
    const error = limits === null ? 0 : (limits.upper - limits.lower) / (2 * confidence95.z);
    return error > 0 ? [{ x: ordinal, y: value, weight: 1 / error ** 2 }] : [];
  });
  const methods = new Set(known.map(({ limits }) => limits?.method));
  const [method] = methods;
  if (points.length < used.length || method === undefined || methods.size > 1) return null;
  return { points, source: limitsNames[method] };
}

/** The direction of the line where chance does not explain it and no single point makes it; null elsewhere. */
function significantDirection(points: readonly WeightedPoint[]): Direction | null {
  const { slope, variance } = weightedSlope(points);
  if (slope ** 2 / variance <= criticalChiSquare) return null;
  const others = points.map((_, left) => weightedSlope(points.filter((__, index) => index !== left)).slope);
  if (!others.every((other) => Math.sign(other) === Math.sign(slope))) return null;
  return slope > 0 ? 'UP' : 'DOWN';
}

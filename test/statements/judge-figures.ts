import { isWhole, limitsOf, ownScatter, ownTrend, type Known } from './own-figures.ts';
import { ownChart } from './own-chart.ts';
import type { ReadObservation, ReadSeries } from './series-answers.ts';

/** What a trend, a chart and comparators claim that does not follow from the observations, each as a line. */
export function judgeFigures(series: ReadSeries): readonly string[] {
  return [
    ...judgeTrend(series),
    ...judgeChart(series),
    ...series.comparators.flatMap((one) => judgeVerdict(series, one)),
  ];
}

function judgeTrend(series: ReadSeries): readonly string[] {
  const { trend } = series;
  const [own, square] = [ownTrend(series), ownScatter(series)];
  const said = trend.direction === 'CANNOT_CALCULATE' ? null : trend.direction;
  const isEdge = own !== null && Math.abs(own.slopeSquare - 9.5495) < 0.05;
  const wrong =
    said !== (own?.direction ?? null) && !isEdge ? [`trend ${trend.direction}, not ${own?.direction ?? 'any'}`] : [];
  if (said === null || square === null) return wrong;
  const scatter = square <= 9.4877 ? 'WITHIN_CHANCE' : square < 16.924 ? 'UNCLEAR' : 'BEYOND_CHANCE';
  const isClose = [9.4877, 16.924].some((edge) => Math.abs(square - edge) < 0.01);
  return scatter === trend.scatter || isClose ? wrong : [...wrong, `scatter ${trend.scatter}, not ${scatter}`];
}

function judgeChart(series: ReadSeries): readonly string[] {
  const { controlChart: chart, indicator } = series;
  const own = ownChart(series);
  const special = own?.special.filter(Boolean).length ?? 0;
  const isDrawn = own !== null && special <= own.special.length / 2;
  if (isDrawn !== (chart.centre !== null))
    return [`chart ${chart.centre === null ? 'is missing' : 'should not be'}: ${special}`];
  if (!isDrawn) return [];
  const isGap = indicator.valueType === 'PERCENTAGE_POINT_GAP';
  const high = indicator.valueType === 'PROPORTION' ? indicator.multiplier : Number.POSITIVE_INFINITY;
  const lines = [isGap ? own.lower : Math.max(0, own.lower), own.centre, Math.min(high, own.upper)];
  const said = [chart.lower, chart.centre, chart.upper];
  const close = 1e-6 * Math.max(1, Math.abs(own.upper));
  if (lines.some((line, at) => Math.abs(line - (said[at] ?? Number.NaN)) > close))
    return [`chart lines ${said.join()}, not ${lines.join()}`];
  const marks = chart.points.map(({ rules }) => rules.length > 0);
  return marks.join() === own.special.join() ? [] : ['chart marks other points'];
}

type Comparator = ReadSeries['comparators'][number];

/** A verdict is false where the difference is said to be beyond chance and is not, or the other way round. */
function judgeVerdict(series: ReadSeries, comparator: Comparator): readonly string[] {
  const { kind, outcome, own, observation, difference } = comparator;
  if (outcome === 'NOT_COMPARED') return difference === null ? [] : [`${kind} is not compared and has a difference`];
  if (!isKnown(own) || !isKnown(observation)) return [`${kind} compares what is not published`];
  const forbidding = series.caveats.find(({ text }) => (forbids[kind] ?? nothing).test(text));
  const wrong = [
    ...(forbidding === undefined ? [] : [`${kind} is compared, and a caveat says: ${forbidding.text}`]),
    ...(Math.abs(own.value - observation.value - (difference ?? Number.NaN)) > 1e-6
      ? [`${kind} difference ${difference}`]
      : []),
    ...([own, observation].every((one) => isWhole(series, one)) ? [] : [`${kind} compares an unfinished figure`]),
    ...(kind !== 'PREVIOUS_YEAR' && own.period.id !== observation.period.id ? [`${kind} is of another period`] : []),
  ];
  const chance =
    kind === 'PREVIOUS_YEAR' ? byDifference(series, own, observation) : byInterval(series, own, observation);
  if (chance === null || chance === (outcome === 'SIMILAR')) return wrong;
  return [
    ...wrong,
    `${kind} ${outcome}: ${own.value} (${own.lower} to ${own.upper}) beside ${observation.value} (${observation.numerator} of ${observation.denominator})`,
  ];
}

/** How a caveat says that a figure is not held against another, by the kind of the other. */
const forbids: Readonly<Record<string, RegExp>> = {
  PREVIOUS_YEAR: /(?:do not|never) compare (?:years|them with other places or years)/i,
  LONDON: /(?:do not|never) compare (?:one with another|boroughs|them with other places)/i,
};
const nothing = /$^/;

const isKnown = (one: ReadObservation | null): one is Known => one?.status === 'PUBLISHED' && one.value !== null;

/** Whether chance explains the difference of two counts or shares, by the normal test; null near its edge and where it does not apply. */
function byDifference({ indicator }: ReadSeries, own: Known, other: Known): boolean | null {
  if ([own, other].some(({ flags }) => flags.includes('ROUNDED'))) return null;
  // An estimate comes with limits of its publisher, which say more than that it is a number of people.
  if (indicator.valueType === 'COUNT' && own.lower !== null && other.lower !== null) return byLimits(own, other);
  const share = (one: Known) => (indicator.valueType === 'COUNT' ? [one.value, 1] : [one.numerator, one.denominator]);
  const [a, n] = share(own);
  const [b, m] = share(other);
  if (a == null || b == null || !n || !m || a + b < 20) return null;
  const pooled = (a + b) / (n + m);
  const spread = indicator.valueType === 'PROPORTION' ? pooled * (1 - pooled) : pooled;
  const score = Math.abs(a / n - b / m) / Math.sqrt(spread * (1 / n + 1 / m));
  return Math.abs(score - 1.96) < 0.01 ? null : score < 1.96;
}

function byLimits(own: Known, other: Known): boolean | null {
  const errors = [own, other].map(({ lower, upper }) => ((upper ?? 0) - (lower ?? 0)) / (2 * 1.96));
  const score = Math.abs(own.value - other.value) / Math.hypot(...errors);
  return Math.abs(score - 1.96) < 0.01 ? null : score < 1.96;
}

/** Whether the interval of a value holds the other as its counts make it, or anything that is rounded to what was printed. */
function byInterval(series: ReadSeries, own: Known, other: Known): boolean | null {
  const limits = limitsOf(series, own);
  if (limits === null) return null;
  const { numerator, denominator, value } = other;
  const { multiplier } = series.indicator;
  const exact = numerator !== null && denominator ? (numerator / denominator) * multiplier : value;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const isSame = Math.abs(exact - value) <= 10 ** -decimals;
  if (isSame && numerator !== null && denominator) return limits[0] <= exact && exact <= limits[1];
  // How the table was rounded is not known from one number: only what holds of either is judged.
  const half = 10 ** -decimals / 2;
  if (limits[0] <= value && value <= limits[1]) return true;
  return limits[0] > value + half || limits[1] < value - half ? false : null;
}

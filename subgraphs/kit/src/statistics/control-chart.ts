import type { SpcRule, Variation } from '@boroughgraph/schema/vocabulary/core.ts';
import { newestStretch, type RatedSeries } from './comparable-points.ts';
import { type ChartLines, type Signal, signalsOf } from './control-chart-rules.ts';
import { lowestCoverage, withUnit } from './coverage.ts';
import { type Direction, improvementDirection } from './judgement.ts';
import type { Caveat } from './indicator.ts';
import type { Coverage } from './observation.ts';
import type { Period } from './periods.ts';
import { possibleValuesOf } from './possible-values.ts';

/** One point of a control chart. */
export interface SpcPoint {
  readonly period: Period;
  readonly variation: Variation;
  /** In the order of `spcRules`; empty for common cause. */
  readonly rules: readonly SpcRule[];
}

/** An XmR chart, of type ControlChart in the schema: with lines and points, or with a reason. */
export interface ControlChart {
  readonly ruleSet: string;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isProvisional: boolean;
  readonly pointsUsed: number;
  /** The oldest and the newest period of the chart; null where there is none. */
  readonly firstPeriod: Period | null;
  readonly lastPeriod: Period | null;
  /** Why it does not reach further back, as a sentence; null where there is no chart. */
  readonly startsBecause: string | null;
  readonly points: readonly SpcPoint[];
  /** What must not be concluded from its lines and points; empty where there is nothing to say. */
  readonly caveats: readonly Caveat[];
  readonly reason: string | null;
  /** The lowest coverage of its points; null where none has any. */
  readonly coverage: Coverage | null;
  /** The oldest and the newest period of a series that drifts, of which there is no chart for that; null elsewhere. */
  readonly drift: Pick<ControlChart, 'firstPeriod' | 'lastPeriod'> | null;
}

/** The rules below, by name and version: another treatment of the two open questions would be another version. */
const ruleSet = 'NHS_MDC_XMR_v1';
/** Turns the mean moving range into three standard deviations: 3 / 1.128. Source: NHS England, Making Data Count. */
const rangesToLimit = 2.66;
/** Limits from fewer points are provisional. Source: NHS England, Making Data Count. */
const pointsForFirmLimits = 12;
/** Fewer points make no limits that mean anything. Source: NHS England, Making Data Count. */
const fewestPoints = 10;
/** Where more of the points are special, one level is not what the series varies around. A rule of this project. */
const mostSpecialShare = 0.5;

/**
 * The XmR chart of the newest comparable stretch of a series: since the last break, and never across a gap.
 *
 * The centre is the mean, the limits lie 2.66 mean absolute moving ranges from it, and end where the values can go no further: a
 * count has no limit below zero, a share none above 100%. The rules look at the lines as they are worked out. Points are oldest
 * first. A special cause is an improvement or a concern by the direction of the rule it meets: the side of the centre
 * line, or for TREND_7 the way it goes. Neutral where nobody judges. Without lines the reason says why. Never throws.
 *
 * Implementations differ on two questions, and a chart must say how it answers them:
 * - Moving ranges are not screened for outliers, as in the tools of Making Data Count; the R package NHSRplotthedots leaves out
 *   ranges above 3.27 times their mean unless told otherwise, which narrows its limits.
 * - A point beyond the limits counts in TWO_OF_THREE as well, as in those tools since 2023.
 *
 * Where the rules that a point meets point both ways, it is an improvement, as in those tools.
 *
 * The lines are drawn anew at a declared break alone, so a series that drifts has most of its points far from them: one centre
 * line does not describe it, and there is no chart. Nor is there one of ten points of which each is the same, which have no
 * moving range.
 *
 * Source: NHS England, Making Data Count; nhs-r-community/NHSRplotthedots, vignette "Deviations from Excel defaults", issue 194.
 */
export function controlChartOf(series: RatedSeries): ControlChart {
  const { measure } = series;
  const stretch = newestStretch(series);
  const values = stretch.points.map(({ value }) => value);
  if (values.length < fewestPoints) return without(true, tooFew(values.length, stretch.startsBecause));
  const lines = linesOf(values);
  if (lines.reach === 0) return without(false, 'Every comparable figure is the same: there is no variation to draw.');
  const better = improvementDirection(measure.polarity, values);
  const signals = signalsOf(values, lines);
  const charted = stretch.points.map(({ period }, index) => spcPoint(period, signals[index] ?? [], better));
  const drifts = driftReason(charted);
  if (drifts !== null) return { ...without(false, drifts), drift: spanOf(charted) };
  return {
    ruleSet,
    ...possibleLines(lines, measure),
    isProvisional: values.length < pointsForFirmLimits,
    pointsUsed: values.length,
    ...spanOf(charted),
    startsBecause: sentence(stretch.startsBecause),
    points: charted,
    caveats: limitCaveats(lines, measure),
    reason: null,
    coverage: withUnit(measure, lowestCoverage(stretch.points.map(({ coverage }) => coverage))),
    drift: null,
  };
}

function tooFew(count: number, because: string): string {
  const found = count === 0 ? 'is none' : count === 1 ? 'is one' : `are ${count}`;
  return `A control chart needs ten comparable points in a row, and there ${found}: ${because}.`;
}

const spanOf = (points: readonly SpcPoint[]) => ({
  firstPeriod: points[0]?.period ?? null,
  lastPeriod: points.at(-1)?.period ?? null,
});

function without(isProvisional: boolean, reason: string): ControlChart {
  const lines = { centre: null, lower: null, upper: null };
  const used = { pointsUsed: 0, firstPeriod: null, lastPeriod: null, startsBecause: null };
  return { ruleSet, ...lines, ...used, isProvisional, points: [], caveats: [], reason, coverage: null, drift: null };
}

const sentence = (clause: string) => `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;

function linesOf(values: readonly number[]) {
  const centre = mean(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const reach = rangesToLimit * mean(ranges);
  return { centre, reach, lower: centre - reach, upper: centre + reach };
}

/** The lines as they are served: what no value can reach is no limit. */
function possibleLines({ centre, lower, upper }: ChartLines, measure: RatedSeries['measure']): ChartLines {
  const { low, high } = possibleValuesOf(measure);
  return { centre, lower: Math.max(lower, low), upper: Math.min(upper, high) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** That a limit was drawn in to where the values end. */
function limitCaveats(lines: ChartLines, measure: RatedSeries['measure']): readonly Caveat[] {
  const { lower, upper } = possibleLines(lines, measure);
  const ends = [lower > lines.lower ? `below ${lower}` : '', upper < lines.upper ? `above ${upper}` : ''];
  const beyond = ends.filter((end) => end !== '').join(' and ');
  if (beyond === '') return [];
  return [
    {
      severity: 'INFO',
      text: `Nothing can lie ${beyond}, where its limit ends: no single figure is out of the ordinary on that side.`,
    },
  ];
}

/** That one centre line does not describe the series, where more than half of its points are special causes; null elsewhere. */
function driftReason(points: readonly SpcPoint[]): string | null {
  const special = points.filter(({ variation }) => variation !== 'COMMON_CAUSE').length;
  if (special <= points.length * mostSpecialShare) return null;
  return `${special} of ${points.length} points would be special causes: the series drifts, has changed its level or has figures far from the rest, so that one centre line does not describe it.`;
}

function spcPoint(period: Period, signals: readonly Signal[], better: Direction | null): SpcPoint {
  return { period, variation: variationOf(signals, better), rules: [...new Set(signals.map(({ rule }) => rule))] };
}

function variationOf(signals: readonly Signal[], better: Direction | null): Variation {
  if (signals.length === 0) return 'COMMON_CAUSE';
  if (better === null) return 'SPECIAL_CAUSE_NEUTRAL';
  return signals.some(({ direction }) => direction === better) ? 'SPECIAL_CAUSE_IMPROVEMENT' : 'SPECIAL_CAUSE_CONCERN';
}

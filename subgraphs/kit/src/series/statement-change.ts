import type { Judgement, Scatter } from '@boroughgraph/schema/vocabulary/core.ts';
import { monthName, parseIsoDate } from '../statistics/calendar.ts';
import { dayText } from '../statistics/comparable-points.ts';
import type { ControlChart } from '../statistics/control-chart.ts';
import type { Period } from '../statistics/periods.ts';
import type { Trend } from '../statistics/trend.ts';

const judged: Readonly<Record<Judgement, string>> = {
  IMPROVEMENT: ', which is for the better',
  CONCERN: ', which is for the worse',
  NONE: '',
};

const scattered: Readonly<Record<Scatter, string>> = {
  WITHIN_CHANCE: ', and the five figures differ from each other no more than chance explains',
  UNCLEAR: '; the five figures differ from each other more than chance makes them in 95 of 100 cases',
  BEYOND_CHANCE: ', but the five figures differ from each other by more than chance explains',
};

/** The parts of a control chart of which a statement speaks. */
export type ToldChart = Pick<ControlChart, 'points' | 'firstPeriod' | 'lastPeriod' | 'drift'>;

/**
 * Whether a series changed, in one or two sentences, and no more than was tested: a steady rise or fall, and whether the figures
 * differ at all. Where no trend can be calculated, what its control chart says, and why there is none. Never throws.
 */
export function changeSentence(trend: Trend, chart: ToldChart): string {
  const { direction, judgement, scatter, firstPeriod, lastPeriod, reason } = trend;
  if (direction === 'CANNOT_CALCULATE' || firstPeriod === null || lastPeriod === null)
    return withoutTrend(lowerFirst(reason ?? 'the rule does not apply.'), chart);
  const over = `Over the last five comparable figures, ${spanText(firstPeriod, lastPeriod)}, it`;
  if (direction === 'NO_SIGNIFICANT_CHANGE')
    return `${over} neither rose nor fell steadily by more than chance explains${scatter === null ? '' : scattered[scatter]}.`;
  const change = direction === 'INCREASING' ? 'went up' : 'went down';
  const isSeasonal = lastPeriod.type === 'MONTH' || lastPeriod.type === 'QUARTER';
  const season = isSeasonal ? ' Part of that may be the season of the year.' : '';
  return `${over} ${change} by more than chance explains${judged[judgement]}.${season}`;
}

/** What a control chart says where there is no trend: of a level that moved nobody may say that nothing can be said. */
function withoutTrend(reason: string, { drift, points, firstPeriod, lastPeriod }: ToldChart): string {
  if (drift?.firstPeriod != null && drift.lastPeriod !== null)
    return `It did not stay at one level, ${spanText(drift.firstPeriod, drift.lastPeriod)}. Whether the last five figures show a steady rise or fall cannot be said: ${reason}`;
  const newest = points.at(-1);
  if (newest === undefined || firstPeriod === null || lastPeriod === null)
    return `Whether it changed cannot be said: ${reason}`;
  const isUsual = newest.variation === 'COMMON_CAUSE';
  const found = isUsual ? 'lies within what was usual' : 'is out of the ordinary for what was usual';
  return `The latest figure ${found}, ${spanText(firstPeriod, lastPeriod)}. Whether the last five figures show a steady rise or fall cannot be said: ${reason}`;
}

function spanText(first: Period, last: Period): string {
  const text = last.type === 'SNAPSHOT' ? dayText : monthText;
  return `from ${text(first.start)} to ${text(last.end)}`;
}

function monthText(day: string): string {
  const date = parseIsoDate(day);
  return date === null ? day : `${monthName(date.month - 1)} ${String(date.year)}`;
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

import type { Judgement } from '@boroughgraph/schema/vocabulary/core.ts';
import { monthName, parseIsoDate } from '../statistics/calendar.ts';
import { dayText } from '../statistics/comparable-points.ts';
import type { Period } from '../statistics/periods.ts';
import type { Trend } from '../statistics/trend.ts';

const judged: Readonly<Record<Judgement, string>> = {
  IMPROVEMENT: ', which is for the better',
  CONCERN: ', which is for the worse',
  NONE: '',
};

/** Whether a series changed, in one or two sentences; for a trend that cannot be calculated, why not. Never throws. */
export function changeSentence({ direction, judgement, firstPeriod, lastPeriod, reason }: Trend): string {
  if (direction === 'CANNOT_CALCULATE' || firstPeriod === null || lastPeriod === null)
    return `Whether it changed cannot be said: ${lowerFirst(reason ?? 'the rule does not apply.')}`;
  const over = `Over the last five comparable figures, ${spanText(firstPeriod, lastPeriod)}, it`;
  if (direction === 'NO_SIGNIFICANT_CHANGE') return `${over} did not change by more than chance explains.`;
  const change = direction === 'INCREASING' ? 'went up' : 'went down';
  const isSeasonal = lastPeriod.type === 'MONTH' || lastPeriod.type === 'QUARTER';
  const season = isSeasonal ? ' Part of that may be the season of the year.' : '';
  return `${over} ${change} by more than chance explains${judged[judgement]}.${season}`;
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

import type { ObservationFlag, ObservationStatus, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { monthName, parseIsoDate } from './calendar.ts';
import { type CoverageNeed, notWorkedOut, tooFewReported } from './coverage.ts';
import type { IndicatorDefinition, SeriesBreak } from './indicator.ts';
import type { Measure } from './intervals.ts';
import type { Reading } from './observation.ts';
import type { Period } from './periods.ts';

/** One cell of a series, as it is served. `ordinal` counts the periods of its grid: neighbours differ by one. */
export interface SeriesPoint extends Reading {
  readonly ordinal: number;
  readonly period: Period;
  /** The day on which its release was published. @default not known */
  readonly publishedAt?: string;
}

/** A series as a rule sees it: what is served of it, and what it is. */
export interface RatedSeries {
  /** In the order of time. */
  readonly points: readonly SeriesPoint[];
  readonly breaks: readonly SeriesBreak[];
  readonly measure: Measure & CoverageNeed & Pick<IndicatorDefinition, 'grid' | 'polarity' | 'possible'>;
}

/** A point that is published and can stand beside others. */
export interface ComparablePoint extends SeriesPoint {
  readonly value: number;
}

/** The newest points of a series that may be compared with each other. */
export interface ComparableStretch {
  /** Oldest first, one for each period without a gap, up to the newest published one. */
  readonly points: readonly ComparablePoint[];
  /** Why it does not reach further back, to complete a sentence after a colon. */
  readonly startsBecause: string;
}

/** Marks that make a number another kind of number: what was planned is not comparable with what happened. */
export const kindFlags: readonly ObservationFlag[] = ['ESTIMATED', 'MODELLED', 'PLANNED', 'SYNTHETIC'];

/**
 * The newest stretch of comparable points, from the newest published one back to the first gap, withheld or incomplete
 * number, number of another kind, or break.
 *
 * A period that holds the day of a break belongs to neither side of it. Of windows that overlap, those that share no month with
 * the newest, nor with each other. Never throws.
 */
export function newestStretch({ points: all, breaks, measure }: RatedSeries): ComparableStretch {
  const step = stepsApart(measure.grid.type);
  const latest = all.findLast(({ status, value }) => status === 'PUBLISHED' && value !== null);
  const points = step === 1 ? all : all.filter(({ ordinal }) => ((latest?.ordinal ?? 0) - ordinal) % step === 0);
  const last = latest === undefined ? -1 : points.indexOf(latest);
  const newest = points[last];
  if (newest === undefined) return { points: [], startsBecause: 'no figure is published' };
  const passed = breaks.filter(({ at }) => at <= newest.period.end).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const found: ComparablePoint[] = [];
  for (let index = last; index >= 0; index -= 1) {
    const point = points[index];
    const obstacle =
      point === undefined ? null : obstacleTo(point, { after: found.at(-1), latestBreak: passed[0], step, measure });
    if (obstacle !== null || point === undefined || point.value === null)
      return { points: found.reverse(), startsBecause: obstacle ?? 'no figure is published' };
    found.push({ ...point, value: point.value });
  }
  return { points: found.reverse(), startsBecause: 'the series begins there' };
}

/** What stands between a point and the one after it; null where the two are comparable. */
function obstacleTo(
  point: SeriesPoint,
  {
    after,
    latestBreak,
    step,
    measure,
  }: {
    readonly after: ComparablePoint | undefined;
    readonly latestBreak: SeriesBreak | undefined;
    readonly step: number;
    readonly measure: CoverageNeed;
  },
): string | null {
  if (latestBreak !== undefined && point.period.start < latestBreak.at)
    return `figures before and after ${dayText(latestBreak.at)} are not comparable`;
  if (after !== undefined && point.ordinal !== after.ordinal - step)
    return `there is no figure for the period before ${after.period.label}`;
  if (point.status !== 'PUBLISHED' || point.value === null)
    return `the figure for ${point.period.label} ${absencePhrase(measure, point)}`;
  const tooFew = tooFewReported(measure, point);
  if (tooFew !== null) return `the figure for ${point.period.label} ${tooFew}`;
  if (wasUnfinished(point)) return unfinishedText(point.period);
  if (after === undefined) return null;
  if (after.flags?.includes('BREAK_BEFORE') === true)
    return `figures from ${after.period.label} on are not comparable with those before`;
  return kindOf(point) === kindOf(after) ? null : `the figure for ${point.period.label} is of another kind`;
}

/** Whether a figure was published before its period had ended, so that part of the period is not in it. Never throws. */
export function wasUnfinished({ period, publishedAt, flags = [] }: SeriesPoint): boolean {
  // What is planned or forecast is published ahead of its time, and says so.
  return publishedAt !== undefined && publishedAt < period.end && !flags.includes('PLANNED');
}

/** What is said of such a figure, as a clause. Never throws. */
export function unfinishedText({ label }: Period): string {
  return `the figure for ${label} was published before that time had passed`;
}

const kindOf = ({ flags = [] }: SeriesPoint) => kindFlags.filter((flag) => flags.includes(flag)).join(' ');

/** What is said of a figure that is not there, to complete a sentence that names it. Never throws. */
export function absencePhrase(need: CoverageNeed, reading: Pick<Reading, 'status' | 'coverage'>): string {
  return notWorkedOut(need, reading) ?? statusPhrases[reading.status];
}

const statusPhrases: Readonly<Record<ObservationStatus, string>> = {
  PUBLISHED: 'is published',
  CONFIDENTIAL: 'is withheld to protect people',
  NOT_AVAILABLE: 'is not available',
  NOT_COLLECTED: 'is not collected',
  NOT_APPLICABLE: 'does not apply',
  NOT_YET_DUE: 'is not yet due',
  NOT_PUBLISHED: 'was not published',
  LOW_BASE: 'rests on too few respondents',
  WITHHELD_BY_TIER: 'is for named users only',
};

/** A day for people: 28 February 2024. The text itself where it is no day. Never throws. */
export function dayText(day: string): string {
  const date = parseIsoDate(day);
  return date === null ? day : `${String(date.day)} ${monthName(date.month - 1)} ${String(date.year)}`;
}

/**
 * From one period of a grid to the next that shares no month with it, so that their figures are independent: 12 of its steps for a
 * window of twelve months, 3 for three years counted together, 1 for all others. Never throws.
 */
export function stepsApart(type: PeriodType): number {
  return type === 'ROLLING_12_MONTHS' ? 12 : type === 'POOLED_3_YEARS' ? 3 : 1;
}

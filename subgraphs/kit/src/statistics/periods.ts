import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { daysInMonth, isoDate, monthName, parseIsoDate } from './calendar.ts';

/** One period. `start` and `end` are days (`YYYY-MM-DD`), both included. */
export interface Period {
  readonly id: string;
  readonly type: PeriodType;
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

/**
 * The regular grid on which an indicator is published. Its steps are numbered by ordinals, so that a series is an array.
 *
 * A snapshot grid names its interval in months and one month in which a snapshot lies (1 is January); the day is the
 * last of the month.
 */
export type PeriodGrid =
  | { readonly type: Exclude<PeriodType, 'SNAPSHOT'> }
  | { readonly type: 'SNAPSHOT'; readonly everyMonths: 1 | 3 | 6 | 12; readonly month: number };

/** A period that is malformed or does not lie on the grid that was asked for. The message says what would be accepted. */
export class PeriodError extends Error {
  override readonly name = 'PeriodError';
}

interface Kind {
  readonly pattern: RegExp;
  readonly example: string;
  /** Months in the period, and how many months one step of the grid takes. */
  readonly months: number;
  readonly step: number;
  /** Months from January of year 0 to the first month of the period that the pattern's groups name; null when they name none. */
  readonly firstMonth: (groups: readonly number[]) => number | null;
  readonly id: (firstMonth: number) => string;
  readonly label: (firstMonth: number) => string;
}

const year = (month: number) => Math.floor(month / 12);
const pad = (number: number) => String(number).padStart(2, '0');
const monthId = (month: number) => `${String(year(month))}-${pad((month % 12) + 1)}`;
const monthLabel = (month: number) => `${monthName(month % 12)} ${year(month)}`;
const spanLabel = (first: number, last: number) => `${monthLabel(first)} to ${monthLabel(last)}`;
const shortYear = (full: number) => pad(full % 100);
const isNext = (first: number, short: number, by: number) => (first + by) % 100 === short;

/** Months from January of year 0 to the given month (1 is January); null for a month that no calendar has. */
const monthIndex = (ofYear: number, month: number) => (month >= 1 && month <= 12 ? ofYear * 12 + month - 1 : null);

const kinds: Readonly<Record<Exclude<PeriodType, 'SNAPSHOT'>, Kind>> = {
  MONTH: {
    pattern: /^(\d{4})-(\d{2})$/,
    example: '2024-11',
    months: 1,
    step: 1,
    firstMonth: ([y = 0, m = 0]) => monthIndex(y, m),
    id: monthId,
    label: monthLabel,
  },
  QUARTER: {
    pattern: /^(\d{4})-Q([1-4])$/,
    example: '2024-Q4',
    months: 3,
    step: 3,
    firstMonth: ([y = 0, q = 1]) => y * 12 + (q - 1) * 3,
    id: (month) => `${String(year(month))}-Q${String(Math.floor((month % 12) / 3) + 1)}`,
    label: (month) => `${monthName(month % 12)} to ${monthLabel(month + 2)}`,
  },
  CALENDAR_YEAR: {
    pattern: /^CY(\d{4})$/,
    example: 'CY2024',
    months: 12,
    step: 12,
    firstMonth: ([y = 0]) => y * 12,
    id: (month) => `CY${String(year(month))}`,
    label: (month) => String(year(month)),
  },
  FINANCIAL_YEAR: {
    pattern: /^FY(\d{4})-(\d{2})$/,
    example: 'FY2024-25',
    months: 12,
    step: 12,
    firstMonth: ([y = 0, next = -1]) => (isNext(y, next, 1) ? y * 12 + 3 : null),
    id: (month) => `FY${String(year(month))}-${shortYear(year(month) + 1)}`,
    label: (month) => spanLabel(month, month + 11),
  },
  ACADEMIC_YEAR: {
    pattern: /^AY(\d{4})-(\d{2})$/,
    example: 'AY2024-25',
    months: 12,
    step: 12,
    firstMonth: ([y = 0, next = -1]) => (isNext(y, next, 1) ? y * 12 + 8 : null),
    id: (month) => `AY${String(year(month))}-${shortYear(year(month) + 1)}`,
    label: (month) => spanLabel(month, month + 11),
  },
  ROLLING_12_MONTHS: {
    pattern: /^R12-(\d{4})-(\d{2})$/,
    example: 'R12-2024-11',
    months: 12,
    step: 1,
    firstMonth: ([y = 0, m = 0]) => {
      const last = monthIndex(y, m);
      return last === null ? null : last - 11;
    },
    id: (month) => `R12-${monthId(month + 11)}`,
    label: (month) => `12 months to ${monthLabel(month + 11)}`,
  },
  POOLED_3_YEARS: {
    pattern: /^P3-(\d{4})-(\d{2})$/,
    example: 'P3-2022-24',
    months: 36,
    step: 12,
    firstMonth: ([y = 0, last = -1]) => (isNext(y, last, 2) ? y * 12 : null),
    id: (month) => `P3-${String(year(month))}-${shortYear(year(month) + 2)}`,
    label: (month) => `${year(month)} to ${year(month) + 2}`,
  },
};

const snapshotExample = 'S2025-03-31';

/** The day of a snapshot id, as months since year 0; null where the id names no last day of a month. */
function snapshotMonth(id: string): number | null {
  const date = id.startsWith('S') ? parseIsoDate(id.slice(1)) : null;
  return date?.day === daysInMonth(date?.year ?? 0, date?.month ?? 1) ? date.year * 12 + date.month - 1 : null;
}

/** An example of a period id on the grid, for messages. Never throws. */
export function periodIdExample(grid: PeriodGrid): string {
  return grid.type === 'SNAPSHOT'
    ? periodAt(grid, ordinalOfMonth(grid, 2025 * 12 + grid.month - 1)).id
    : kinds[grid.type].example;
}

function ordinalOfMonth(grid: PeriodGrid, firstMonth: number): number {
  if (grid.type !== 'SNAPSHOT') return Math.floor(firstMonth / kinds[grid.type].step);
  return Math.floor((firstMonth - (grid.month - 1)) / grid.everyMonths);
}

/**
 * The ordinal of a period on a grid: neighbours differ by one.
 *
 * @throws {PeriodError} when the id is malformed, of another kind, or between two steps of a snapshot grid.
 */
export function ordinalOf(grid: PeriodGrid, id: string): number {
  const month = grid.type === 'SNAPSHOT' ? snapshotMonth(id) : firstMonthOf(kinds[grid.type], id);
  const ordinal = month === null ? null : ordinalOfMonth(grid, month);
  if (ordinal === null || periodAt(grid, ordinal).id !== id)
    throw new PeriodError(`"${id}" is not a period of this indicator: expected one like ${periodIdExample(grid)}`);
  return ordinal;
}

function firstMonthOf(kind: Kind, id: string): number | null {
  const match = kind.pattern.exec(id);
  return match === null ? null : kind.firstMonth(match.slice(1).map(Number));
}

/** The ordinal of the same period of the year before: the same month, the same quarter. Never throws. */
export function ordinalYearBefore(grid: PeriodGrid, ordinal: number): number {
  return ordinal - 12 / (grid.type === 'SNAPSHOT' ? grid.everyMonths : kinds[grid.type].step);
}

/** Periods made so far, by ordinal, of each grid: every answer names the same few hundred again and again. */
const known = new WeakMap<PeriodGrid, Map<number, Period>>();
/** Two centuries of months; beyond it periods are made anew each time. */
const maximumKnown = 2_400;

/** The period at an ordinal of a grid. Never throws. */
export function periodAt(grid: PeriodGrid, ordinal: number): Period {
  const ofGrid = known.get(grid) ?? new Map<number, Period>();
  const earlier = ofGrid.get(ordinal);
  if (earlier !== undefined) return earlier;
  const made = makePeriod(grid, ordinal);
  if (ofGrid.size < maximumKnown) known.set(grid, ofGrid.set(ordinal, made));
  return made;
}

function makePeriod(grid: PeriodGrid, ordinal: number): Period {
  if (grid.type === 'SNAPSHOT') {
    const month = ordinal * grid.everyMonths + grid.month - 1;
    const end = lastDay(month);
    return {
      id: `S${end}`,
      type: 'SNAPSHOT',
      start: end,
      end,
      label: `${String(Number(end.slice(8)))} ${monthLabel(month)}`,
    };
  }
  const kind = kinds[grid.type];
  const first = ordinal * kind.step + offset(grid.type);
  return {
    id: kind.id(first),
    type: grid.type,
    start: isoDate(year(first), (first % 12) + 1, 1),
    end: lastDay(first + kind.months - 1),
    label: kind.label(first),
  };
}

/** Months by which the periods of a kind start after the step that they are counted in: a financial year starts in April. */
function offset(type: Exclude<PeriodType, 'SNAPSHOT'>): number {
  return type === 'FINANCIAL_YEAR' ? 3 : type === 'ACADEMIC_YEAR' ? 8 : 0;
}

function lastDay(month: number): string {
  return isoDate(year(month), (month % 12) + 1, daysInMonth(year(month), (month % 12) + 1));
}

/** The same, of whatever grid, by the ids that are read. */
const knownById = new Map<string, Period>();

/**
 * The period that an id names.
 *
 * @throws {PeriodError} when no kind of period has such an id.
 */
export function periodFromId(id: string): Period {
  const earlier = knownById.get(id);
  if (earlier !== undefined) return earlier;
  const read = readPeriod(id);
  if (knownById.size < maximumKnown) knownById.set(id, read);
  return read;
}

function readPeriod(id: string): Period {
  const snapshot = snapshotMonth(id);
  if (snapshot !== null) return periodAt({ type: 'SNAPSHOT', everyMonths: 1, month: 1 }, snapshot);
  for (const [type, kind] of Object.entries(kinds)) {
    // Object.entries widens the keys of this closed table to string.
    const grid: PeriodGrid = { type: type as keyof typeof kinds };
    const first = firstMonthOf(kind, id);
    if (first !== null) return periodAt(grid, ordinalOfMonth(grid, first));
  }
  const examples = [...Object.values(kinds).map((kind) => kind.example), snapshotExample];
  throw new PeriodError(`"${id}" is not a period: expected one like ${examples.join(', ')}`);
}

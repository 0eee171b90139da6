import { areaByCode } from '../../geography/areas.ts';
import type { LeakKind } from '../../disclosure/linear-table.ts';
import type { Figure } from '../../disclosure/figure-index.ts';
import { publicIdOf } from '../../statistics/period-kinds.ts';
import { periodAt } from '../../statistics/periods.ts';

/** A withheld figure that followed from others as published: where and how, and never what it was. */
export interface PublishedLeak {
  readonly dataset: string;
  readonly indicator: string;
  /** The name of an area, or the id of a site. */
  readonly place: string;
  /** The id of a period. */
  readonly period: string;
  readonly kind: LeakKind;
}

/** Which figure followed. Never throws. */
export function leakOf({ series, ordinal }: Pick<Figure, 'series' | 'ordinal'>, kind: LeakKind): PublishedLeak {
  const { table, indicator, place } = series;
  return {
    dataset: table.slice(table.indexOf('/') + 1),
    indicator: publicIdOf(indicator),
    place: areaByCode(place)?.name ?? place,
    period: periodAt(indicator.grid, ordinal).id,
    kind,
  };
}

/** Absent figures that are named in a sentence; the rest is counted. */
const absentNamedAtMost = 3;

/** What to say of figures that a file does not give beside their total: one sentence for each indicator, without a figure. Never throws. */
export function describeAbsences(absences: readonly AbsentFigure[]): readonly string[] {
  return byIndicator(absences).map(
    ([indicator, named]) =>
      `${indicator} has a total but no figure for ${named}: one that follows as a small count is protected; a row that says NOT_COLLECTED or NOT_APPLICABLE would tell why there is none`,
  );
}

/** What to say of figures that a file does not give, and that nobody may take for none: one sentence for each indicator. Never throws. */
export function describeDoubted(doubted: readonly AbsentFigure[]): readonly string[] {
  return byIndicator(doubted).map(
    ([indicator, named]) =>
      `${indicator} has no figure for ${named}: whoever takes that for none could work out a withheld one beside it, and no withholding prevents it; a row for it would`,
  );
}

/** Where a figure would stand that a file does not give. */
type AbsentFigure = Pick<Figure, 'series' | 'ordinal'>;

/** Each indicator with its figures, the first of them by their names. */
function byIndicator(figures: readonly AbsentFigure[]): readonly (readonly [indicator: string, named: string])[] {
  return [...Map.groupBy(figures, ({ series }) => publicIdOf(series.indicator))].map(([indicator, all]) => {
    const named = all.slice(0, absentNamedAtMost).map(({ series: { indicator: of, place, dimensions }, ordinal }) => {
      const narrowed = Object.entries(dimensions).map(([id, value]) => ` (${id} ${value})`);
      return `${areaByCode(place)?.name ?? place}${narrowed.join('')} in ${periodAt(of.grid, ordinal).id}`;
    });
    const rest = all.length - named.length;
    return [indicator, `${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`] as const;
  });
}

/** From what it followed, to complete the sentence "it follows from …". */
const sources: Readonly<Record<LeakKind, string>> = {
  categories: 'a total and its other parts',
  areas: 'a wider area and its other members',
  periods: 'a longer period and its other parts',
  balance: 'other figures that balance with it',
  subset: 'a whole and a part of it',
  'same-figure': 'the same figure elsewhere',
  statistic: 'a rate or another statistic on it',
};

/** Where a leak is and how it comes about, to complete a sentence. Never throws. */
export function describeLeak({ indicator, place, period, kind }: PublishedLeak): string {
  return `${indicator} of ${place} in ${period} follows from ${sources[kind]}`;
}

/** Sums of a conflict that are named; the rest is counted. */
const namedAtMost = 3;

/** What to say of sums that cannot all be true, as a sentence without a full stop. Never throws. */
export function describeConflict(sums: readonly PublishedLeak[]): string {
  const named = [
    ...new Set(
      sums.map(({ indicator, place, period, kind }) => `${indicator} of ${place} in ${period} by ${sources[kind]}`),
    ),
  ];
  const rest = named.length - namedAtMost;
  const list = `${named.slice(0, namedAtMost).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
  return sums.length === 1
    ? `set aside, because its own figures contradict it: ${list}`
    : `cannot all be true, so that each is checked without the others, and they are set aside together: ${list}`;
}

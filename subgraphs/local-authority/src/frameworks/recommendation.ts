import { type MeasureRecord, measuresOf } from './framework.ts';

/** A recommendation: its number, theme and place, and its words, with the day by which it wants something where it names one. */
export interface RecommendationRow {
  readonly number: string;
  readonly theme: string;
  readonly source: string;
  readonly wording: string;
  /** @default null */
  readonly due?: string;
}

/** The recommendations of one year, in their order. Nobody counts them: they are taken up or not. */
export function recommendationsOf(year: number, rows: readonly RecommendationRow[]): readonly MeasureRecord[] {
  return rows.flatMap(({ number, theme, source, wording, due = null }) =>
    measuresOf({ theme, kind: 'RECOMMENDATION' }, [{ id: `recommendation-${year}-${number}`, wording, source, due }]),
  );
}

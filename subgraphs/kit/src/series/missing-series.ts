import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { type Absence, absenceAt, type Sought } from './absence.ts';
import type { RequestContext } from './context.ts';
import { measuredDirectly } from './measured.ts';

/** A field that shows series, and what it would show for a place. */
export type SeriesField = Sought & {
  /** With the fields that lead to it: `crime.streetLevel`. */
  readonly field: string;
  /** The id of the indicator that it shows. @default that of `indicator`, whose releases answer for it */
  readonly shows?: string;
  /** Why it is null where its indicator has a series: what else it needs. @default nothing */
  readonly otherwise?: Absence | null;
};

/** One field that is null, and why. */
export type MissingSeriesModel = Absence & { readonly field: string; readonly indicator: string };

/** Which of some fields are null, in their order, and why. */
export async function missingSeries(
  context: RequestContext,
  fields: readonly SeriesField[],
): Promise<readonly MissingSeriesModel[]> {
  const absences = await Promise.all(fields.map((sought) => absenceAt(context, sought)));
  return fields.flatMap(({ field, indicator, shows = indicator.id, otherwise = null }, index) => {
    const absence = absences[index] ?? otherwise;
    return absence === null ? [] : [{ field, indicator: shows, ...absence }];
  });
}

/** A field that shows the series of the area itself, or of a composite that is measured in its place. Never throws. */
export function directField(field: string, indicator: IndicatorDefinition, code: string): SeriesField {
  const measured = measuredDirectly(indicator, code);
  return { field, indicator, code, places: measured === null ? [] : [measured] };
}

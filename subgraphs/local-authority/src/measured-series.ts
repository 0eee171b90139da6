import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { loadedSeries } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly } from '@boroughgraph/kit/series/measured.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/** Which series of an area is asked for. */
export interface AreaSeries {
  readonly indicator: IndicatorDefinition;
  readonly code: string;
  /** @default {} */
  readonly dimensions?: Dimensions;
}

/** The series of an indicator in an area; null where it is not measured on this kind of area, or nothing is loaded. */
export async function seriesIn(
  context: RequestContext,
  { indicator, code, dimensions = {} }: AreaSeries,
): Promise<SeriesHandle | null> {
  const measured = measuredDirectly(indicator, code);
  return measured === null
    ? null
    : loadedSeries(context, new SeriesHandle(context, { indicator, ...measured, dimensions }));
}

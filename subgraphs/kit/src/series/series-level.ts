import type { SeriesLevel } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** Whether a narrowing leaves all of an indicator, a value that holds others, or one that holds none. Never throws. */
export function levelOf({ dimensions }: Pick<IndicatorDefinition, 'dimensions'>, narrowing: Dimensions): SeriesLevel {
  const innermost = dimensions.findLastIndex(({ id }) => narrowing[id] !== undefined);
  const narrowed = dimensions[innermost];
  if (narrowed === undefined) return 'TOTAL';
  const inside = dimensions[innermost + 1]?.choices ?? [];
  return inside.some(({ within }) => within !== undefined && within === narrowing[narrowed.id]) ? 'GROUP' : 'CATEGORY';
}

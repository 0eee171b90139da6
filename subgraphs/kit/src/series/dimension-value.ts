import type { DimensionChoice } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** One value of a dimension, and of which indicator it is; without one it is another agency's. */
export interface DimensionValueModel {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly of?: IndicatorDefinition;
}

/** A value of a dimension of an indicator. Never throws. */
export function valueOf(of: IndicatorDefinition, dimension: string, choice: DimensionChoice): DimensionValueModel {
  return { dimension, value: choice.value, label: choice.label, of };
}

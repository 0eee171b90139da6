import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition, PossibleValues } from './indicator.ts';

/** Beyond it, whole numbers can no longer be told from each other: 2^53 - 1. */
const largest = Number.MAX_SAFE_INTEGER;

/** What a value of an indicator can be: what its author states, and for the rest what its kind says. Never throws. */
export function possibleValuesOf(
  indicator: Pick<IndicatorDefinition, 'possible' | 'valueType' | 'multiplier'>,
): PossibleValues {
  return { ...possibleByKind(indicator), ...indicator.possible };
}

function possibleByKind({
  valueType,
  multiplier,
}: Pick<IndicatorDefinition, 'valueType' | 'multiplier'>): PossibleValues {
  switch (valueType) {
    case 'PROPORTION':
      return { low: 0, high: multiplier, isWhole: false };
    case 'PERCENTAGE_POINT_GAP':
      return { low: -100, high: 100, isWhole: false };
    default:
      return { low: 0, high: largest, isWhole: isCounted(valueType) };
  }
}

/** Things, not their mean or their rate. */
const isCounted = (valueType: ValueType) => valueType === 'COUNT';

/** The possible values in words, to complete the sentence "expected …": `a whole number from 1 to 10`. Never throws. */
export function describePossible({ low, high, isWhole }: PossibleValues): string {
  const kind = isWhole ? 'a whole number' : 'a number';
  if (high >= largest)
    return low === 0 ? `${kind} of zero or more, below 2^53` : `${kind} of ${low} or more, below 2^53`;
  return `${kind} from ${low} to ${high}`;
}

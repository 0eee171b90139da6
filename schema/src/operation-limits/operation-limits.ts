import {
  maxComparisons,
  maxDirectives,
  maxFetchNesting,
  maxFetchSelections,
  maxFetchTokens,
  maxIntrospected,
  maxNesting,
  maxSameField,
  maxTokens,
  maxVariableUses,
} from '../wire/limits.ts';

/** How much the text of one operation may ask for, and what may not stand in it. */
export interface OperationLimits {
  readonly maxTokens: number;
  readonly maxNesting: number;
  readonly maxSelections: number;
  readonly maxSameField: number;
  readonly maxDirectives: number;
  readonly maxComparisons: number;
  readonly maxIntrospected: number;
  readonly maxVariableUses: number;
  /** Whether a variable may be called `representations`, as the gateway calls its own. */
  readonly takesRepresentations: boolean;
}

/** The limits that are the same for a client and for the gateway. */
const ofAll = { maxSameField, maxDirectives, maxComparisons, maxIntrospected, maxVariableUses };

/** What a client's operation may ask for, of at most `maxSelections` fields. */
export function clientLimits(maxSelections: number): OperationLimits {
  return { ...ofAll, maxTokens, maxNesting, maxSelections, takesRepresentations: false };
}

/** What a subgraph may be asked for, by the gateway or by whoever asks it without one. */
export const fetchLimits: OperationLimits = {
  ...ofAll,
  maxTokens: maxFetchTokens,
  maxNesting: maxFetchNesting,
  maxSelections: maxFetchSelections,
  takesRepresentations: true,
};

/** The header with which a client asks for `extensions.completeness` of its answer; its value does not matter. */
export const completenessHeader = 'x-boroughgraph-completeness';

/**
 * What became of an agency's part of an answer: brought now; remembered from before, and still so; not brought, because the agency does not
 * answer; refused, with an error that says why; or brought without figures that are withheld from whoever asks.
 */
export const completenessParts = ['FRESH', 'CACHED', 'MISSING', 'REFUSED', 'PARTLY_WITHHELD'] as const;

/** What became of an agency's part of an answer. */
export type CompletenessPart = (typeof completenessParts)[number];

/** What `extensions.completeness` says of one agency. */
export interface AgencyCompleteness {
  readonly agency: string;
  /** Several where the agency was asked several times, or where figures of what it brought are withheld; each once, in the order of `completenessParts`. */
  readonly parts: readonly CompletenessPart[];
}

/** The header with which a client asks for `extensions.steps` of its answer; its value does not matter. */
export const stepsHeader = 'x-boroughgraph-steps';

/** One time that an agency was asked for an answer. What was remembered was asked of nobody, and is no step. */
export interface AgencyStep {
  readonly agency: string;
  /** Where in the answer it lies what was asked for; empty for the root. Items of lists have no place of their own. */
  readonly place: string;
  /** Milliseconds from when the request was let in to when the agency was asked. */
  readonly startMs: number;
  /** Milliseconds until what it brought was read. */
  readonly ms: number;
}

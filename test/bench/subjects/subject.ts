import type { RunningAgencies } from '../running-agencies.ts';

/** Something that answers what clients ask. */
export interface Subject {
  readonly name: string;
  /** What it is, with its version. */
  readonly description: string;
  /**
   * Starts it over the subgraphs. Null for one without a process, which replays the subgraph requests that our gateway sends.
   *
   * @throws when it does not serve, with what it wrote.
   */
  readonly start: ((agencies: RunningAgencies) => Promise<RunningSubject>) | null;
}

/** A subject that serves. */
export interface RunningSubject extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
}

import type { RunningAgencies } from '../running-agencies.ts';

/** Something that answers what clients ask. */
export interface Subject {
  readonly name: string;
  /** What it is, with its version. */
  readonly description: string;
  /** `recorded` replays the subgraph requests that our gateway sends for each request, without a gateway. */
  readonly kind: 'gateway' | 'recorded';
  /** Starts it over the subgraphs; null for one that needs no process. */
  readonly start: ((agencies: RunningAgencies) => Promise<RunningSubject>) | null;
}

/** A subject that serves. */
export interface RunningSubject extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
}

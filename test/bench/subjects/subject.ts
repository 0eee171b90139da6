import type { Shot } from '../generator-protocol.ts';
import type { RunningAgencies } from '../running-agencies.ts';
import type { Workload } from '../workloads/workload.ts';

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
  /**
   * Takes in the subgraph requests of each kind of a workload, and gives the requests by which it replays them. Absent for a gateway, which answers
   * what clients ask; what replays has no answers to compare.
   */
  readonly replay?: (
    workload: Workload,
    recorded: readonly (readonly Shot[])[],
  ) => Promise<readonly (readonly Shot[])[]>;
}

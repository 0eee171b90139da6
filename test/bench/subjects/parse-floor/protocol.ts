import type { Shot } from '../../generator-protocol.ts';
import type { GraphQLRequest, Window } from '../../workloads/workload.ts';

/** What the parse floor is told to send to the agencies for each kind of a workload. It says `learnt` when it knows. */
export interface Lesson {
  readonly workload: string;
  readonly shotsByKind: readonly (readonly Shot[])[];
}

/** What the generator sends to the path of a kind: what it would send to a gateway, and the days that stand in it. */
export interface FloorRequest extends GraphQLRequest {
  readonly window: Window;
}

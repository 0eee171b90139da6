import type { FetchShape } from './fetch-shape.ts';
import type { ExecutionContext } from '../operations/operation-context.ts';
import type { DistinctEntities } from './representations.ts';
import type { PathPattern } from '../errors/response-path.ts';

/** An operation for an agency; its variables have the entities that it is about as `representations`. */
export interface AgencyOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One fetch of a query plan, on its way to an agency. */
export interface AgencyFetch {
  readonly request: AgencyOperation;
  readonly context: ExecutionContext;
  readonly shape: FetchShape;
  readonly entities: DistinctEntities;
  /** What the response lacks if the fetch brings nothing. */
  readonly lost: readonly PathPattern[];
}

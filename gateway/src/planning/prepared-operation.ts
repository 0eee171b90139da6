import type { QueryPlan } from '@apollo/query-planner';
import type { PlannableOperation } from './plannable-operation.ts';

/** An operation that only lacks the values of its variables to be executed, as often as anybody asks it. */
export type PreparedOperation = Pick<PlannableOperation, 'answered' | 'fragments'> & {
  /** Which agency is asked for what. */
  readonly plan: QueryPlan;
};

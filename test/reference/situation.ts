import type { Answer } from './answer.ts';
import type { AskedFields } from './asked-fields.ts';
import type { FailurePlan } from './failures/failure.ts';
import type { Operation } from './operation.ts';

/** Everything that is known of one operation's answers while a plan is followed. */
export interface Situation {
  readonly operation: Operation;
  /** What the operation asks for, and of whom. */
  readonly asked: AskedFields;
  readonly plan: FailurePlan;
  readonly ours: Answer;
  /** What ours answers with Apollo's executor in the place of its own; null where it was not asked. */
  readonly byApollo: Answer | null;
  /** The stock gateway's answer, whatever ours is compared with: it tells a mistake of ours from one that we share. */
  readonly stock: Answer;
  /** The answer without a gateway, whatever ours is compared with: it tells a mistake of ours from one of the stock gateway. */
  readonly monolith: Answer;
}

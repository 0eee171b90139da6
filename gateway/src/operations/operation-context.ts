import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Touched } from '../audit/audit-record.ts';
import type { Completeness } from './completeness.ts';
import type { Room } from './considerate-room.ts';
import type { Deadline } from '../execution/deadline.ts';
import type { Steps } from './steps.ts';

/** By which state of its catalogue an agency has answered once. */
export interface AnsweredState {
  readonly agency: string;
  /** Null where it does not say. */
  readonly state: string | null;
}

/** What goes with one operation through the gateway and on to the agencies, however it has come. */
export interface OperationContext {
  /** Passed on to the agencies, logged by all, and repeated to the client. */
  readonly requestId: string;
  /** Who asks: told to every agency. */
  readonly viewer: Viewer;
  /** Where it comes from, so that those who ask for much take turns with those who ask for little. Told to nobody. */
  readonly client: string;
  /** No agency is waited for after it. */
  readonly deadline: Deadline;
  /** Writes the request id on every line. */
  readonly log: Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Gets the ids of the datasets of which the answer has made-up figures, as agencies name them. @default nobody is told */
  readonly samples?: Set<string> | undefined;
  /** Gets the fields and types that the operation asks for and its caller may see, where not everybody may. @default nobody is told */
  readonly protectedShown?: Set<string> | undefined;
  /** Gets by which state of its catalogue each agency has answered each time, null where it does not say. @default nobody is told */
  readonly states?: AnsweredState[] | undefined;
  /** Gets what agencies have touched for the answer that is not for everybody. @default nobody is told */
  readonly touched?: Touched[] | undefined;
  /** Gets what became of each agency's part of the answer. @default nobody is told */
  readonly completeness?: Completeness | undefined;
  /** Gets which agency was asked for which part, and how long each took. @default nobody is told */
  readonly steps?: Steps | undefined;
  /**
   * Takes what an operation costs from the budget of who asks, and rejects with a GraphQLError, BUDGET_SPENT, where that is
   * more than is left. @default nobody has a budget
   */
  readonly spend?: ((cost: number) => Promise<void>) | undefined;
  /** Where it finds room to be made beside others. @default there is always room */
  readonly room?: Room | undefined;
}

/** What goes on to the agencies with an operation that was let in. */
export type ExecutionContext = OperationContext & {
  /** What the operation costs at most, by its estimate. */
  readonly estimate: number;
};

import type { ExecutionResult } from 'graphql';
import type { ExecutionContext } from '../operations/operation-context.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';

/** One execution of a prepared operation. */
export interface Execution {
  readonly prepared: PreparedOperation;
  /** Of the types that the operation says. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: ExecutionContext;
}

/** Asks agencies for what a plan says, and puts their answers together. */
export interface Executor {
  /**
   * The answer to a prepared operation.
   *
   * What an agency does not bring is null and an error, which has an {@link AgencyError} as its original: the sentences of
   * others are for the log. A value that the schema promises and nobody sent is in `extensions.valueCompletion`. Does not reject
   * because of anything that an agency does.
   */
  execute(execution: Execution): Promise<ExecutionResult>;
}

/** Ours, or that of `@apollo/gateway`, with which it is compared. */
export const executorNames = ['compiled', 'apollo'] as const;

/** The name of an executor. */
export type ExecutorName = (typeof executorNames)[number];

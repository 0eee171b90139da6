import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { AnswerErrors } from './answer-errors.ts';
import { coerceVariables } from './coerced-variables.ts';
import { DocumentPlan } from './document-plan.ts';
import { Pending } from './pending.ts';
import type { Execution, Values } from './plan.ts';
import { runSelection } from './selection-run.ts';

/** What is asked. */
export interface ExecutionOf {
  /** Has been validated by the schema. What recurs has to be the same object. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Values | null | undefined;
  readonly context: unknown;
}

/** An answer, or a promise of it. */
export interface Executed {
  readonly answer: ExecutionResult | Promise<ExecutionResult>;
  /** Whether it is made by a plan, in turns wherever resolvers take them; else by `graphql`, without a break. */
  readonly isPlanned: boolean;
}

/** How many fields plans are kept of, in all: each takes about half a kilobyte. A gateway's fetch has some fifty. */
const maxFields = 20_000;

/**
 * Answers operations by plans of their documents, with the data and errors that `execute` of `graphql` gives: see the README. The plans of
 * the documents that have not been asked for longest go first.
 */
export class CompiledExecutor {
  readonly #schema: GraphQLSchema;
  readonly #maxCoercionErrors: number;
  readonly #plans = new LRUCache<DocumentNode, DocumentPlan>({
    maxSize: maxFields,
    sizeCalculation: ({ size }) => size,
  });

  /** @param options.maxCoercionErrors - The most errors that are told of variables. */
  constructor(schema: GraphQLSchema, { maxCoercionErrors }: { readonly maxCoercionErrors: number }) {
    this.#schema = schema;
    this.#maxCoercionErrors = maxCoercionErrors;
  }

  /** The answer; a promise of it where a resolver gives one. Never throws, and never rejects, for what an operation asks. */
  execute(of: ExecutionOf): Executed {
    const plan = this.#plans.get(of.document) ?? new DocumentPlan(this.#schema, of.document);
    const operation = plan.operationOf(of.operationName);
    const answer = operation === null ? this.#executeUnplanned(of) : this.#executeBy(plan, operation, of);
    // It may have grown.
    this.#plans.set(of.document, plan);
    return { answer, isPlanned: operation !== null };
  }

  #executeUnplanned({ document, operationName, variables, context }: ExecutionOf) {
    return execute({
      schema: this.#schema,
      document,
      operationName,
      variableValues: variables ?? null,
      contextValue: context,
      options: { maxCoercionErrors: this.#maxCoercionErrors },
    });
  }

  #executeBy(plan: DocumentPlan, definition: OperationDefinitionNode, { variables, context }: ExecutionOf) {
    const { coerced, errors } = coerceVariables({
      schema: this.#schema,
      operation: definition,
      variables: variables ?? {},
      maxErrors: this.#maxCoercionErrors,
    });
    if (errors !== undefined) return { errors };
    const { operation, select } = plan.planFor(definition, coerced);
    const of = { operation, variables: coerced, context, errors: new AnswerErrors(), given: new Map() };
    return answerOf(of, () => runSelection(select(), { source: undefined, place: undefined, execution: of }));
  }
}

function answerOf({ errors }: Execution, run: () => unknown): ExecutionResult | Promise<ExecutionResult> {
  const respond = (whole: unknown): ExecutionResult => {
    const data = isAnswer(whole) ? whole : null;
    return errors.all.length === 0 ? { data } : { errors: errors.all, data };
  };
  const fail = (error: unknown): ExecutionResult => {
    errors.add(error instanceof GraphQLError ? error : locatedError(error, null), undefined);
    return respond(null);
  };
  try {
    const data = run();
    return data instanceof Pending ? settled(data, respond, fail) : respond(data);
  } catch (error) {
    return fail(error);
  }
}

function settled<Answer>(pending: Pending, done: (value: unknown) => Answer, failed: (error: unknown) => Answer) {
  return new Promise<Answer>((resolve) => {
    pending.tell({
      done: (value) => {
        resolve(done(value));
      },
      failed: (error) => {
        resolve(failed(error));
      },
    });
  });
}

function isAnswer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { ExecutionResult, GraphQLError } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { ApolloExecutor, type ExecutorParts } from './apollo-executor.ts';
import { CompiledOperation, type Projection } from './compiled-operation.ts';
import type { Execution, Executor } from './executor.ts';
import { UnknownPlanError } from './plans/compile-plan.ts';
import { JointFetches } from './plans/joint-fetches.ts';
import { UnfitValueError } from './projection/projector.ts';
import type { ResultObject } from './result-object.ts';

/**
 * Executes operations as functions that are compiled once, when an operation is asked for the first time, and go with its plan.
 *
 * Where an agency has sent what the schema does not promise, Apollo's executor finds out what of it clients may get, from what is
 * fetched already. It also executes plans of forms that are not known here.
 */
export class CompiledExecutor implements Executor {
  readonly #parts: ExecutorParts;
  readonly #apollo: ApolloExecutor;
  /** Null for what Apollo's executor executes. */
  readonly #compiled = new WeakMap<PreparedOperation, CompiledOperation | null>();

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
    this.#apollo = new ApolloExecutor(parts);
  }

  async execute(execution: Execution): Promise<ExecutionResult> {
    const { prepared, variables, context } = execution;
    const compiled = this.#compile(prepared);
    const projection = compiled?.projection(variables) ?? null;
    if (compiled === null || projection === null) return this.#apollo.execute(execution);
    const root: ResultObject = {};
    const errors: GraphQLError[] = [];
    await compiled.fetch({ variables, context, root, errors, joint: new JointFetches() });
    const data = projectFit(projection, root, variables);
    if (data !== null) return errors.length === 0 ? { data } : { errors, data };
    const completed = await this.#apollo.complete(execution, root);
    // What is missing because something failed is told once.
    return errors.length === 0 || completed.errors ? completed : { errors, data: completed.data ?? null };
  }

  #compile(prepared: PreparedOperation): CompiledOperation | null {
    const known = this.#compiled.get(prepared);
    if (known !== undefined) return known;
    const { apiSchema, supergraphSchema: schema, sources } = this.#parts;
    const compiled = compileKnown(() => new CompiledOperation(prepared, apiSchema, { schema, sources }));
    this.#compiled.set(prepared, compiled);
    return compiled;
  }
}

function compileKnown(compile: () => CompiledOperation): CompiledOperation | null {
  try {
    return compile();
  } catch (error) {
    if (error instanceof UnknownPlanError) return null;
    throw error;
  }
}

/** What a client gets; null where something is not as the schema promises. */
function projectFit(
  { project, introspect }: Projection,
  root: ResultObject,
  variables: Execution['variables'],
): ResultObject | null {
  try {
    return project(root, introspect(variables));
  } catch (error) {
    if (error instanceof UnfitValueError) return null;
    throw error;
  }
}

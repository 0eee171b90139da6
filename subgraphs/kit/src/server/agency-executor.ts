import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { codeVariableErrors } from '@boroughgraph/schema/operation-limits/variable-errors.ts';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { maxValidationErrors } from '@boroughgraph/schema/wire/limits.ts';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { CompiledExecutor } from '../execution/compiled-executor.ts';
import type { RequestContext } from '../series/context.ts';

/** What the server asks to execute for it. */
type Executing = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** An operation of a document that is valid, for one request. */
export interface ExecutedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: RequestContext;
}

/** What executes the operation of a request, once, however often it is asked to. */
export type ExecuteForAgency = (operation: ExecutedOperation) => Promise<ExecutionResult>;

/** The schema in the form in which the server lets others execute by it: it validates, introspects and prices by the schema. */
export function executedBy(schema: GraphQLSchema, execute: ExecuteForAgency): Executing {
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, request: { variables }, operationName, context: given }) => {
          // The server passes on what it was given, and says of what type its gateway's requests are, and not whose.
          const context = given as RequestContext;
          const result = await execute({ document, operationName, variables, context });
          // The server holds the context for long: see `letGo`. It asks once.
          context.underway.result = null;
          return result;
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Answers operations as `execute` of `graphql` does with the schema; see {@link CompiledExecutor}. Never rejects for what an operation asks. */
export function createAgencyExecutor(schema: GraphQLSchema): ExecuteForAgency {
  const compiled = new CompiledExecutor(schema, { maxCoercionErrors: maxValidationErrors });
  const execute: ExecuteForAgency = async (operation) => {
    const { isPlanned, answer } = compiled.execute(operation);
    const result = await answer;
    // What a schema tells of itself is told without a break.
    if (!isPlanned) await takeTurn();
    // Nothing ran: there is no such operation, or its variables are wrong.
    return result.data === undefined && result.errors ? { errors: codeVariableErrors(result.errors) } : result;
  };
  return (operation) => (operation.context.underway.result ??= execute(operation));
}

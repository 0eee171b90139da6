import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { codeVariableErrors } from '@boroughgraph/schema/operation-limits/variable-errors.ts';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { maxValidationErrors } from '@boroughgraph/schema/wire/limits.ts';
import type { GraphQLSchema } from 'graphql';
import { CompiledExecutor } from '../execution/compiled-executor.ts';
import type { RequestContext } from '../series/context.ts';

/** What the server asks to execute for it. */
type Executing = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Executing['load']>>['executor']>;

/** The schema in the form in which the server lets others execute by it: it validates, introspects and prices by the schema. */
export function executedByPlans(schema: GraphQLSchema): Executing {
  const executor = createAgencyExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  };
}

/** Answers operations as `execute` of `graphql` does with the schema; see {@link CompiledExecutor}. Never rejects for what an operation asks. */
function createAgencyExecutor(schema: GraphQLSchema): Executor {
  const compiled = new CompiledExecutor(schema, { maxCoercionErrors: maxValidationErrors });
  return async ({ document, request: { variables }, operationName, context }) => {
    const { isPlanned, answer } = compiled.execute({ document, operationName, variables, context });
    const result = await answer;
    // What a schema tells of itself is told without a break.
    if (!isPlanned) await takeTurn();
    // Nothing ran: there is no such operation, or its variables are wrong.
    return result.data === undefined && result.errors ? { errors: codeVariableErrors(result.errors) } : result;
  };
}

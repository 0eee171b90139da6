import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { codeVariableErrors } from '@boroughgraph/schema/operation-limits/variable-errors.ts';
import { maxValidationErrors } from '@boroughgraph/schema/wire/limits.ts';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { BREAK, type DocumentNode, execute, type GraphQLSchema, Kind, visit } from 'graphql';
import type { RequestContext } from '../series/context.ts';
import { withWholeColumns } from './whole-columns.ts';

/** What the server asks to execute for it. */
type Executing = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Executing['load']>>['executor']>;

/**
 * The schema in the form in which the server lets others execute by it: it validates, introspects and prices by the schema, and
 * executes by a copy that completes columns as one value; see {@link withWholeColumns}.
 */
export function executedByColumns(schema: GraphQLSchema): Executing {
  const executor = createColumnExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  };
}

/** Answers operations as `execute` of `graphql` does with the schema. Never throws for what an operation asks. */
export function createColumnExecutor(schema: GraphQLSchema): Executor {
  const columns = withWholeColumns(schema);
  const describing = new WeakMap<DocumentNode, boolean>();
  const describes = (document: DocumentNode): boolean => {
    const known = describing.get(document);
    if (known !== undefined) return known;
    const found = asksOfSchema(document);
    describing.set(document, found);
    return found;
  };
  return async ({ document, request, operationName, context }) => {
    const result = await execute({
      schema: describes(document) ? schema : columns,
      document,
      contextValue: context,
      variableValues: request.variables ?? null,
      operationName,
      options: { maxCoercionErrors: maxValidationErrors },
    });
    // What a schema tells of itself is told without a break.
    if (describes(document)) await takeTurn();
    // Nothing ran: there is no such operation, or its variables are wrong.
    return result.data === undefined && result.errors ? { errors: codeVariableErrors(result.errors) } : result;
  };
}

const ofSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

function asksOfSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (!ofSchema.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

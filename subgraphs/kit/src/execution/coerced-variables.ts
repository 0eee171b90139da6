import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Values } from './plan.ts';

/** The values that came with an operation. */
export interface GivenVariables {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** Nobody may change them any more. */
  readonly variables: Values;
  /** The most errors that are told. */
  readonly maxErrors: number;
}

interface Coerced extends Pick<GivenVariables, 'schema' | 'operation'> {
  readonly coerced: Values;
}

const known = new WeakMap<Values, Coerced>();

/**
 * The values of an operation's variables by their types, or what is wrong with them, as `getVariableValues` of `graphql` says it. Of the same
 * object of values they are found once: they are asked for to price an operation, and to answer it.
 */
export function coerceVariables({
  schema,
  operation,
  variables,
  maxErrors,
}: GivenVariables): ReturnType<typeof getVariableValues> {
  const made = known.get(variables);
  if (made?.schema === schema && made.operation === operation) return { coerced: made.coerced };
  const found = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors });
  if (found.coerced !== undefined) known.set(variables, { schema, operation, coerced: found.coerced });
  return found;
}

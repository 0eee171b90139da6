import { GraphQLError, type GraphQLAbstractType, type GraphQLObjectType, isObjectType } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { FieldPlan, Operation } from './plan.ts';

/** A value of which it is not known before which kind it is. */
export interface Abstract {
  readonly type: GraphQLAbstractType;
  readonly field: FieldPlan;
  readonly value: unknown;
}

/**
 * The kind of object that a name means which its resolver has given.
 *
 * @throws {GraphQLError} as `graphql` does, where there is none such, or it is none of the type.
 */
export function requireObjectType(
  name: unknown,
  { type, field, value }: Abstract,
  { schema }: Operation,
): GraphQLObjectType {
  const own = `${field.parent.name}.${field.definition.name}`;
  if (name === null || name === undefined)
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${own}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes: field.nodes },
    );
  if (typeof name !== 'string')
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${own}" with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  const found = schema.getType(name);
  if (found === undefined) throw refuse(`was resolved to a type "${name}" that does not exist inside the schema.`);
  if (!isObjectType(found)) throw refuse(`was resolved to a non-object type "${name}".`);
  if (schema.isSubType(type, found)) return found;
  const message = `Runtime Object type "${name}" is not a possible type for "${type.name}".`;
  throw new GraphQLError(message, { nodes: field.nodes });

  function refuse(what: string): GraphQLError {
    return new GraphQLError(`Abstract type "${type.name}" ${what}`, { nodes: field.nodes });
  }
}

/** @throws what `graphql` does, of a value that says that it is not of the type. */
export function refuseValue(type: GraphQLObjectType, { nodes }: FieldPlan, value: unknown): never {
  throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
}

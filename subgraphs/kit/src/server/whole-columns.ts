import {
  assertValidSchema,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLLeafType,
  GraphQLNonNull,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql';
import { isPreset } from '../series/argument-faults.ts';

/**
 * A copy of the schema to execute by, in which every list of numbers, texts or enum values is one value: a column of hundreds
 * of months is then checked in one loop, in place of being completed value by value, which is half of what a bulk answer costs.
 *
 * Its answers are those of the schema, but for a value that its type does not allow: that takes its whole column with it, and the
 * error has the path of the column. And a null in place of a default, which a variable brings, is refused by the field itself and not
 * before it: it would take everything around the field with it. Introspection must not ask it: it would describe the columns.
 */
export function withWholeColumns(schema: GraphQLSchema): GraphQLSchema {
  const copy = lexicographicSortSchema(schema);
  // Once, and before its columns have types that no interface knows: execution then takes it as valid.
  assertValidSchema(copy);
  const objects = Object.values(copy.getTypeMap()).filter((type) => isObjectType(type));
  for (const type of objects.filter(({ name }) => !name.startsWith('__')))
    for (const field of Object.values(type.getFields())) {
      if (isColumn(field.type)) field.type = columnOf(`${type.name}.${field.name}`, field.type);
      for (const argument of field.args.filter(isPreset)) argument.type = getNullableType(argument.type);
    }
  return copy;
}

/** Whether the type is a list of leaves; a list of such lists is completed as ever. */
function isColumn(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && isLeafType(getNullableType(list.ofType));
}

function columnOf(field: string, type: GraphQLOutputType): GraphQLOutputType {
  const leaf = getNamedType(type);
  const list = getNullableType(type);
  if (!isListType(list) || !isLeafType(leaf)) throw new TypeError(`${field}: ${String(type)} is not a list of leaves.`);
  const column = scalarOf({ field, leaf, mayHoldNull: !isNonNullType(list.ofType) });
  return isNonNullType(type) ? new GraphQLNonNull(column) : column;
}

interface Column {
  readonly field: string;
  readonly leaf: GraphQLLeafType;
  readonly mayHoldNull: boolean;
}

function scalarOf({ field, leaf, mayHoldNull }: Column): GraphQLScalarType {
  const complete = (value: unknown): unknown => {
    if (value !== null && value !== undefined) return requireValue(leaf.serialize(value), field);
    if (mayHoldNull) return null;
    throw new GraphQLError(`Cannot return null for non-nullable field ${field}.`);
  };
  return new GraphQLScalarType({
    name: `${field.replace('.', '_')}_column`,
    description: 'A list of leaves, completed as one value.',
    serialize: (values) => {
      if (!Array.isArray(values)) throw new GraphQLError(`Expected a list for field "${field}".`);
      return values.map(complete);
    },
  });
}

function requireValue(value: unknown, field: string): unknown {
  if (value !== null && value !== undefined) return value;
  throw new GraphQLError(`A value of field "${field}" was serialized as nothing.`);
}

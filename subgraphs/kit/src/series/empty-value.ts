import {
  getNullableType,
  type GraphQLObjectType,
  GraphQLBoolean,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What stands in the place of a value that may not be null, and what it is called. */
export interface EmptyValue {
  readonly make: () => unknown;
  readonly name: string;
}

/**
 * The value of a type that says the least: an empty list, or an object that holds nothing but such and says of nothing that it is
 * so, as an empty page does. Null for a type that may be null, and for one that has no such value: a count, a word, a name.
 */
export function emptyOf(type: GraphQLOutputType): EmptyValue | null {
  if (!isNonNullType(type)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return { make: () => [], name: 'list' };
  return isObjectType(nullable) ? emptyObject(nullable) : null;
}

function emptyObject(type: GraphQLObjectType): EmptyValue | null {
  const fields = Object.values(type.getFields());
  const members = fields.map(({ name, type: held }) => [name, emptyMember(held)] as const);
  if (members.some(([, value]) => value === undefined)) return null;
  return {
    make: () => Object.fromEntries(members.map(([name, value]) => [name, Array.isArray(value) ? [] : value])),
    name: type.name,
  };
}

/** Undefined where it has none. */
function emptyMember(type: GraphQLOutputType): [] | false | null | undefined {
  if (!isNonNullType(type)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  return nullable === GraphQLBoolean ? false : undefined;
}

import {
  getNullableType,
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Makes of a value what stands in an answer. @throws what is wrong with it. */
export type Writing = (value: unknown) => unknown;

/** Whether a type is a list of leaves, which is completed in one loop, or a list of such. */
export function isColumn(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  if (!isListType(list)) return false;
  return isLeafType(getNullableType(list.ofType)) || isColumn(list.ofType);
}

/**
 * Completes a column as one value, in one loop: the value itself where nothing in it is written otherwise. It is what `graphql` makes of
 * it, but that a value that its type does not allow takes the whole column with it, and the error has the column's place: of hundreds of
 * months, there would be as many errors.
 *
 * @param field - What it is called in errors: its type and name.
 */
export function columnOf(type: GraphQLOutputType, field: string): Writing {
  if (isNonNullType(type)) return required(columnOf(type.ofType, field), field);
  const write = isListType(type) ? listOf(columnOf(type.ofType, field), field) : leafOf(type, field);
  return (value) => (value === null || value === undefined ? null : write(value));
}

function required(write: Writing, field: string): Writing {
  return (value) => {
    const written = write(value);
    if (written === null) throw new GraphQLError(`Cannot return null for non-nullable field ${field}.`);
    return written;
  };
}

function listOf(write: Writing, field: string): Writing {
  return (values) => {
    if (!Array.isArray(values)) throw new GraphQLError(`Expected a list for field "${field}".`);
    const list: readonly unknown[] = values;
    let changed: unknown[] | null = null;
    for (let index = 0; index < list.length; index += 1) {
      const value = list[index];
      const written = write(value);
      if (written !== value) (changed ??= [...list])[index] = written;
    }
    return changed ?? list;
  };
}

function leafOf(type: GraphQLOutputType, field: string): Writing {
  if (!isLeafType(type)) throw new TypeError(`${field}: ${String(type)} is no leaf.`);
  const write = writingOf(type);
  return (value) => {
    const written = write(value);
    if (written !== null && written !== undefined) return written;
    throw new GraphQLError(`A value of field "${field}" was serialized as nothing.`);
  };
}

/** What a value looks like that the type writes as it is, so that it need not be asked. */
const asTheyAre: ReadonlyMap<GraphQLLeafType, (value: unknown) => boolean> = new Map<
  GraphQLLeafType,
  (value: unknown) => boolean
>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  // As `x | 0` is x for whole numbers of 32 bits alone.
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLFloat, (value) => typeof value === 'number' && Number.isFinite(value)],
]);

/** How a leaf is written; null and undefined where the type writes nothing. */
export function writingOf(type: GraphQLLeafType): Writing {
  const isAsItIs = asTheyAre.get(type);
  if (isAsItIs === undefined) return (value) => type.serialize(value);
  return (value) => (isAsItIs(value) ? value : type.serialize(value));
}

import { Kind, TypeInfo, isListType, isNonNullType, getNullableType, parse, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { AnswerPath } from '../answer.ts';

/** A field of an answer, in every object that has it. */
export interface AnswerPlace {
  /** Response names from the root; lists are passed through. */
  readonly path: readonly string[];
  readonly isNonNull: boolean;
  readonly isList: boolean;
  /** True where the members of the list may not be null. */
  readonly hasNonNullItems: boolean;
}

/** The fields that an answer to `query`, one that a gateway sends to an agency, is made of; in the order of the text. */
export function placesOf(schema: GraphQLSchema, query: string): readonly AnswerPlace[] {
  const types = new TypeInfo(schema);
  const path: string[] = [];
  const places: AnswerPlace[] = [];
  const visitor = {
    // What stands in a named fragment has no one place.
    [Kind.FRAGMENT_DEFINITION]: () => false as const,
    Field: {
      enter: (field: FieldNode) => {
        path.push(field.alias?.value ?? field.name.value);
        const type = types.getType();
        if (type && field.name.value !== '__typename') places.push({ path: [...path], ...describe(type) });
      },
      leave: () => {
        path.pop();
      },
    },
  };
  visit(parse(query, { noLocation: true }), visitWithTypeInfo(types, visitor));
  return places;
}

function describe(type: GraphQLOutputType): Omit<AnswerPlace, 'path'> {
  const nullable = getNullableType(type);
  const isList = isListType(nullable);
  return { isNonNull: isNonNullType(type), isList, hasNonNullItems: isList && isNonNullType(nullable.ofType) };
}

/** Puts what `change` makes of it in place of every value at a place of `data`; the paths at which there was one. */
export function changeAt(
  data: unknown,
  { path }: Pick<AnswerPlace, 'path'>,
  change: (value: unknown) => unknown,
): readonly AnswerPath[] {
  const changed: AnswerPath[] = [];
  walk(data, path, []);
  return changed;

  function walk(value: unknown, rest: readonly string[], at: AnswerPath): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, rest, [...at, index]);
      });
      return;
    }
    const [key, ...inner] = rest;
    if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return;
    // An object that is known to have the key.
    const holder = value as Record<string, unknown>;
    if (inner.length > 0) walk(holder[key], inner, [...at, key]);
    else {
      holder[key] = change(holder[key]);
      changed.push([...at, key]);
    }
  }
}

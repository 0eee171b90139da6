import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  getNullableType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isListType,
  isNonNullType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { AnswerPath } from '../answer.ts';
import { leavesOutAlways } from '../constant-conditions.ts';
import { readParts } from '../document-parts.ts';

/** A field of an answer, in every object that has it. */
export interface AnswerPlace {
  /** Response names from the root; lists are passed through. */
  readonly path: readonly string[];
  readonly isNonNull: boolean;
  readonly isList: boolean;
  /** True where the members of the list may not be null. */
  readonly hasNonNullItems: boolean;
}

/**
 * The fields that an answer to `query`, one that a gateway sends to an agency, is made of: each once, in an order that does
 * not depend on how the query is written.
 */
export function placesOf(schema: GraphQLSchema, query: string): readonly AnswerPlace[] {
  const types = new TypeInfo(schema);
  const path: string[] = [];
  const places = new Map<string, AnswerPlace>();
  const visitor = {
    InlineFragment: (fragment: InlineFragmentNode) => (isLeftOut(fragment) ? false : undefined),
    Field: {
      enter: (field: FieldNode) => {
        if (isLeftOut(field)) return false;
        path.push(field.alias?.value ?? field.name.value);
        const type = types.getType();
        if (type && field.name.value !== '__typename')
          places.set(path.join('.'), { path: [...path], ...describe(type) });
        return undefined;
      },
      leave: () => {
        path.pop();
      },
    },
  };
  visit(openFragments(parse(query, { noLocation: true })), visitWithTypeInfo(types, visitor));
  return [...places.keys()].toSorted().flatMap((key) => places.get(key) ?? []);
}

/** What a query asks for, the same text however it is written. */
export function describePlaces(schema: GraphQLSchema, query: string): string {
  return placesOf(schema, query)
    .map(({ path }) => path.join('.'))
    .join(' ');
}

/** The same document with the selections of its named fragments where they are spread. */
function openFragments(document: DocumentNode): DocumentNode {
  const { fragments } = readParts(document);
  const open = (spread: FragmentSpreadNode): InlineFragmentNode | null => {
    const fragment = fragments.get(spread.name.value);
    if (!fragment) return null;
    const { typeCondition, selectionSet } = fragment;
    const { directives = [] } = spread;
    const inner = visit(selectionSet, { FragmentSpread: open });
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: inner };
  };
  return visit(document, { [Kind.FRAGMENT_DEFINITION]: () => null, FragmentSpread: open });
}

/** Whether a condition that is no variable leaves it out. */
function isLeftOut({ directives = [] }: FieldNode | InlineFragmentNode): boolean {
  return directives.some(leavesOutAlways);
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
    if (inner.length > 0) {
      walk(holder[key], inner, [...at, key]);
    } else {
      holder[key] = change(holder[key]);
      changed.push([...at, key]);
    }
  }
}

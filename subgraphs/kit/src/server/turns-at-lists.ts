import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { type RequestContext, turnOf } from '../series/context.ts';

/**
 * The schema, with every list of objects begun in the turn of its request: a list within a list is where an answer grows, so that
 * there a request lets others in, and ends when nobody waits for it. What is asked of the objects of a long list is begun in turns, too:
 * of two thousand at once it is begun in a tenth of a second. Changes the schema that it is given.
 */
export function takeTurnsAtLists(schema: GraphQLSchema): GraphQLSchema {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const own = objects.filter(({ name }) => !name.startsWith('__'));
  for (const field of own.flatMap((type) => Object.values(type.getFields())))
    if (isListOfObjects(field.type)) field.resolve = inTurn(field.resolve ?? defaultFieldResolver);
  return schema;
}

const isListOfObjects = (type: GraphQLOutputType) =>
  isListType(getNullableType(type)) && isCompositeType(getNamedType(type));

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/** So many objects of a list are begun at once, and what they need from the store is asked for together: some milliseconds' work. */
const atOnce = 100;

function inTurn(resolve: Resolver): Resolver {
  return (...asked) => {
    const [, , context] = asked;
    const turn = turnOf(context, { isAsking: true });
    const resolved = turn === null ? resolve(...asked) : turn.then(() => resolve(...asked));
    const begun = (list: unknown) => (isLong(list) ? begunInTurns(list, context) : list);
    return resolved instanceof Promise ? resolved.then(begun) : begun(resolved);
  };
}

const isLong = (list: unknown): list is readonly unknown[] => Array.isArray(list) && list.length > atOnce;

function begunInTurns(list: readonly unknown[], context: RequestContext): readonly unknown[] {
  let isNext: Promise<unknown> | null = null;
  return list.map((element, index) => {
    if (index > 0 && index % atOnce === 0)
      isNext = (isNext ?? Promise.resolve()).then(() => turnOf(context, { isAsking: true }));
    return isNext === null ? element : isNext.then(() => element);
  });
}

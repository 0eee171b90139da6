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
 * there a request lets others in, and ends when nobody waits for it. Changes the schema that it is given.
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

function inTurn(resolve: Resolver): Resolver {
  return (...asked) => {
    const [, , context] = asked;
    const turn = turnOf(context);
    return turn === null ? resolve(...asked) : turn.then(() => resolve(...asked));
  };
}

import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { ResultObject } from '../result-object.ts';

/** Whether an object that an agency has sent is a `condition`, by the kind that it says it is of; null where it does not say. */
export function isOfKind(schema: GraphQLSchema, object: ResultObject, condition: string): boolean | null {
  const kind = object['__typename'];
  if (typeof kind !== 'string' || kind === '') return null;
  if (kind === condition) return true;
  const [type, around] = [schema.getType(kind), schema.getType(condition)];
  if (!isAbstractType(around) || (!isObjectType(type) && !isInterfaceType(type))) return false;
  return schema.isSubType(around, type);
}

import type { FieldShape, ObjectShape } from './fetch-shape.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { ResponsePath } from '../errors/response-path.ts';

/**
 * Where an agency's answer has null although the schema allows none there, in the order of the answer. Its form is right
 * otherwise.
 *
 * A server of GraphQL sends no such null. The executor takes what is around it along, without a word wherever any other
 * error is reported, so that it has to be found here.
 */
export function findDeniedNulls(data: JsonObject, root: ObjectShape): readonly ResponsePath[] {
  const found: ResponsePath[] = [];
  // One path that grows and shrinks: a wide answer has a hundred thousand values, and hardly ever one of these nulls.
  const path: (string | number)[] = [];
  walkObject(data, root);
  return found;

  function walkObject(object: JsonObject, fields: ObjectShape): void {
    for (const [key, field] of fields) {
      const value = object[key];
      if (!isWorthALook(value, field, 0)) continue;
      path.push(key);
      walk(value, field, 0);
      path.pop();
    }
  }

  function walkList(list: readonly unknown[], field: FieldShape, depth: number): void {
    for (let index = 0; index < list.length; index += 1) {
      const value = list[index];
      if (!isWorthALook(value, field, depth)) continue;
      path.push(index);
      walk(value, field, depth);
      path.pop();
    }
  }

  function walk(value: unknown, field: FieldShape, depth: number): void {
    if (value === null) found.push([...path]);
    else if (Array.isArray(value)) walkList(value, field, depth + 1);
    else if (isJsonObject(value) && field.fields !== null) walkObject(value, field.fields);
  }
}

/** Whether a value is a null that may not be one, or can hold one. */
function isWorthALook(value: unknown, field: FieldShape, depth: number): boolean {
  if (value === null) return field.isNonNull[depth] === true;
  if (typeof value !== 'object') return false;
  const isListOfLeaves = field.fields === null && depth + 1 === field.listDepth && Array.isArray(value);
  return !isListOfLeaves || (field.isNonNull[depth + 1] === true && value.includes(null));
}

import type { FieldShape, ObjectShape } from './fetch-shape.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { ResponsePath } from './response-path.ts';

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
      path.push(key);
      walk(object[key], field, 0);
      path.pop();
    }
  }

  function walk(value: unknown, field: FieldShape, depth: number): void {
    if (value === null) {
      if (field.isNonNull[depth] === true) found.push([...path]);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        path.push(index);
        walk(item, field, depth + 1);
        path.pop();
      }
    } else if (isJsonObject(value) && field.fields !== null) {
      walkObject(value, field.fields);
    }
  }
}

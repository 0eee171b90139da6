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
  walkObject(data, root, []);
  return found;

  function walkObject(object: JsonObject, fields: ObjectShape, path: ResponsePath): void {
    for (const [key, field] of fields) walk(object[key], { field, depth: 0 }, [...path, key]);
  }

  function walk(
    value: unknown,
    place: { readonly field: FieldShape; readonly depth: number },
    path: ResponsePath,
  ): void {
    const { field, depth } = place;
    if (value === null && field.isNonNull[depth] === true) found.push(path);
    else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        walk(item, { field, depth: depth + 1 }, [...path, index]);
      });
    } else if (isJsonObject(value) && field.fields !== null) walkObject(value, field.fields, path);
  }
}

import { isResultObject, type ResultObject } from '../result-object.ts';

/**
 * Puts what an agency has sent into what is there already: by reference where nothing is, so that most of an answer is never
 * copied. Objects of both are merged, and lists of one length element by element; anything else takes the place of what was there.
 */
export function merge(target: ResultObject, source: ResultObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (known === undefined || known === null) target[key] = value;
    else if (known !== value) target[key] = mergeValues(known, value);
  }
}

function mergeValues(known: unknown, value: unknown): unknown {
  if (isResultObject(known) && isResultObject(value)) {
    merge(known, value);
    return known;
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return value;
  const elements: unknown[] = known;
  for (const [index, element] of (value as readonly unknown[]).entries()) {
    const before = elements[index];
    if (isResultObject(before) && isResultObject(element)) merge(before, element);
    else elements[index] = element;
  }
  return elements;
}

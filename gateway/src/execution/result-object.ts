/** An object of what agencies have sent, which executors write into. */
export type ResultObject = Record<string, unknown>;

/** Whether a value is an object of an answer, and neither null nor a list. */
export function isResultObject(value: unknown): value is ResultObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object has under a key of its own; undefined where it has none, whatever every object inherits. */
export function readOwn(object: ResultObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

import { existsSync, readFileSync } from 'node:fs';

/** One operation of the contract with the values that it must answer. */
export interface Expectation {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** The operations that a file of the contract lists, each with its name and variables before it; empty where there is no file. */
export function readExpectations(path: string): readonly (readonly [name: string, one: Expectation])[] {
  if (!existsSync(path)) return [];
  // The contract has this form; an operation that lacks a part of it fails where it is asked.
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly Expectation[];
  return all.map((one) => [`${one.operation} ${JSON.stringify(one.variables)}`, one]);
}

/** What the contract expects at a path, and what the answer has there. */
export interface Mismatch {
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** The paths at which an answer differs from what is expected. Numbers agree when rounded to the decimals that are expected. */
export function mismatches(
  expect: Readonly<Record<string, unknown>>,
  answer: { readonly data: unknown; readonly errors: readonly unknown[] },
): readonly Mismatch[] {
  return Object.entries(expect).flatMap(([path, expected]) => {
    const isErrors = path === 'errors' || path.startsWith('errors');
    const root = isErrors ? { errors: answer.errors } : answer.data;
    return compare(path, expected, valueAt(root, path));
  });
}

function compare(path: string, expected: unknown, found: unknown): readonly Mismatch[] {
  if (isRecord(expected))
    return Object.entries(expected).flatMap(([key, part]) => compare(`${path}.${key}`, part, valueAt(found, key)));
  if (Array.isArray(expected))
    return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ path, expected, found }];
  if (typeof expected === 'number' && typeof found === 'number') {
    const decimals = String(expected).split('.')[1]?.length ?? 0;
    return Number(found.toFixed(decimals)) === expected ? [] : [{ path, expected, found }];
  }
  return Object.is(expected, found) ? [] : [{ path, expected, found }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path such as `borough.safeguarding.observations[S2021-03-31].value`; undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  return (path.match(/[^.[\]]+(?![^[]*\])|\[[^\]]*\]/g) ?? []).reduce<unknown>(step, root);
}

function step(value: unknown, part: string): unknown {
  if (part.startsWith('[')) return pick(value, part.slice(1, -1));
  if (part === 'length' && Array.isArray(value)) return value.length;
  return isRecord(value) ? value[part] : undefined;
}

function pick(list: unknown, key: string): unknown {
  if (!Array.isArray(list)) return undefined;
  if (/^-?\d+$/.test(key)) return list.at(Number(key)) as unknown;
  const field = /^([\w.]+)=(.*)$/.exec(key);
  return list.find((item: unknown) =>
    field === null ? keysOf(item).includes(key) : String(valueAt(item, field[1] ?? '')) === field[2],
  ) as unknown;
}

/** What picks an item of a list: its code, the id of its period, or a value of its dimensions. */
function keysOf(item: unknown): readonly unknown[] {
  const dimensions = valueAt(item, 'dimensions');
  const values = Array.isArray(dimensions) ? dimensions.map((one: unknown) => valueAt(one, 'value')) : [];
  return [valueAt(item, 'code'), valueAt(item, 'period.id'), valueAt(item, 'id'), ...values];
}

import { createHash } from 'node:crypto';

/** What a subject answered, in a form that can be compared: a digest of its data, or why there is none. */
export type Answer =
  | { readonly kind: 'answered'; readonly digest: string; readonly data: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** Characters of an answer that a reason quotes. */
const quotedLength = 200;

/**
 * The data of a GraphQL response, so that two are the same when their digests are: the order of keys does not count, and
 * neither do extensions; everything else does, the order of lists too. A response with errors has failed. Never throws.
 */
export function readAnswer(status: number, body: string): Answer {
  const response = parse(body);
  if (status !== 200 || !isObject(response))
    return { kind: 'failed', reason: `status ${status}: ${body.slice(0, quotedLength)}` };
  if (Array.isArray(response['errors']) && response['errors'].length > 0)
    return { kind: 'failed', reason: `errors: ${JSON.stringify(response['errors']).slice(0, quotedLength)}` };
  if (!isObject(response['data'])) return { kind: 'failed', reason: `no data: ${body.slice(0, quotedLength)}` };
  const data = response['data'];
  return { kind: 'answered', digest: createHash('sha256').update(sortedText(data)).digest('hex'), data };
}

/** Why `found` is not the answer that was `expected`; null where it is. Two failures are no agreement. */
export function describeDifference(found: Answer, expected: Answer): string | null {
  if (found.kind === 'failed') return found.reason;
  if (expected.kind === 'failed') return `it answers what our gateway does not (${expected.reason})`;
  if (found.digest === expected.digest) return null;
  return `its data differ from those of our gateway: ${findDifference('data', found.data, expected.data) ?? 'somewhere'}`;
}

/** The first place at which two values differ, and what stands there; null where none does. */
function findDifference(path: string, found: unknown, expected: unknown): string | null {
  if (isObject(found) && isObject(expected)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return firstOf(keys, (key) => findDifference(`${path}.${key}`, found[key], expected[key]));
  }
  if (Array.isArray(found) && Array.isArray(expected) && found.length === expected.length)
    return firstOf(found.keys(), (index) => findDifference(`${path}[${index}]`, found[index], expected[index]));
  return found === expected ? null : `${path} is ${quote(found)}, not ${quote(expected)}`;
}

function firstOf<Key>(keys: Iterable<Key>, find: (key: Key) => string | null): string | null {
  for (const key of keys) {
    const found = find(key);
    if (found !== null) return found;
  }
  return null;
}

function quote(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isObject(value) ? 'an object' : value === undefined ? 'missing' : JSON.stringify(value).slice(0, quotedLength);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

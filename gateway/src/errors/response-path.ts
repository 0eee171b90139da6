/** A place in an answer: field names (aliases where the client gave them) and list positions, from the root. */
export type ResponsePath = readonly (string | number)[];

/** Places in an answer that share their field names; `@` stands for every position of a list. */
export type PathPattern = ResponsePath;

/** A response as far as it tells where something is lost. */
export interface LossyResponse {
  /** The data as the client gets it; undefined when there is none. */
  readonly data: unknown;
  /** Where a value that may not be null did not come, and took what is around it along. */
  readonly broken: readonly ResponsePath[];
  /** Whether the client has asked for what a pattern names. @default nothing is known of it */
  readonly asks?: (pattern: PathPattern) => boolean;
}

/**
 * Where the response has lost what `patterns` name: the places at which it holds null.
 *
 * Where a lost value that may not be null has taken an object around it along, that object is the place; other nulls on the
 * way are what an agency says. Where no null is left at all, it is the object that would have held the value; never the
 * root, which lacks only what the client has left out. An object without what the client has asked for is of a kind that
 * does not have it: there every null on the way is the place. Each place once, in no particular order.
 */
export function locateLost({ data, broken, asks }: LossyResponse, patterns: readonly PathPattern[]): ResponsePath[] {
  const found: Found = { lost: [], around: [], holders: [] };
  for (const pattern of patterns) walk({ value: data, path: [] }, pattern, found);
  const isAsked = asks !== undefined && patterns.some(asks);
  const best = [
    [...found.lost, ...findTaken(found.around, broken)],
    isAsked ? found.around : [],
    found.holders,
    found.around,
  ];
  const places = best.find((paths) => paths.length > 0) ?? [];
  return [...new Map(places.map((path) => [JSON.stringify(path), path])).values()];
}

/** Those of `nulls` in which one of the broken places is, or that are one. */
function findTaken(nulls: readonly ResponsePath[], broken: readonly ResponsePath[]): readonly ResponsePath[] {
  if (nulls.length === 0) return [];
  const taken = new Set(
    broken.flatMap((place) => [...place, 0].map((_, depth) => JSON.stringify(place.slice(0, depth)))),
  );
  return nulls.filter((path) => taken.has(JSON.stringify(path)));
}

interface Found {
  readonly lost: ResponsePath[];
  readonly around: ResponsePath[];
  readonly holders: ResponsePath[];
}
interface Place {
  readonly value: unknown;
  readonly path: ResponsePath;
}

function walk(place: Place, rest: PathPattern, found: Found): void {
  const { value, path } = place;
  const [step, ...after] = rest;
  if (step === undefined) {
    if (value === null) found.lost.push(path);
  } else if (value === null || value === undefined) {
    found.around.push(path);
  } else if (Array.isArray(value)) {
    // A pattern says `@` for a list; a list that it does not mention is one of lists within lists.
    const inside = step === '@' ? after : rest;
    value.forEach((item: unknown, index) => {
      walk({ value: item, path: [...path, index] }, inside, found);
    });
  } else {
    walkInto(place, { step, after }, found);
  }
}

function walkInto({ value, path }: Place, next: { step: string | number; after: PathPattern }, found: Found): void {
  const child = typeof next.step === 'string' ? readOwn(value, next.step) : undefined;
  if (child !== undefined) walk({ value: child.value, path: [...path, child.key] }, next.after, found);
  // A field of the root is there, even if null, unless the client has left it out.
  else if (path.length > 0) found.holders.push(path);
}

/**
 * The place of a response that a client knows where an agency speaks of `path`: with the names that the client has given,
 * and no further than the object that lacks the rest because the client has not asked for it. What lies in a null stays.
 */
export function findVisible(data: unknown, path: ResponsePath): ResponsePath {
  let holder = data;
  const visible: (string | number)[] = [];
  for (const step of path) {
    const child = holder === null || holder === undefined ? { key: step, value: null } : readStep(holder, step);
    if (child === undefined) break;
    visible.push(child.key);
    holder = child.value;
  }
  return visible;
}

function readStep(holder: unknown, step: string | number): { key: string | number; value: unknown } | undefined {
  if (typeof step === 'string') return readOwn(holder, step);
  return Array.isArray(holder) && step < holder.length ? { key: step, value: holder[step] as unknown } : undefined;
}

function readOwn(holder: unknown, key: string): { key: string; value: unknown } | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  // Where two types disagree on a field, the query planner asks for it under an alias of its own and renames it back.
  const asked = [key, key.replace(/__alias_\d+$/, '')].find((name) => Object.hasOwn(holder, name));
  // A property of an object that is known to have it.
  return asked === undefined ? undefined : { key: asked, value: (holder as Record<string, unknown>)[asked] };
}

/**
 * Orders paths as their places come in the response: by field as written, by list position; a place before what is inside
 * it. Places that the response does not have come last.
 */
export function compareInResponse(data: unknown): (one: ResponsePath, other: ResponsePath) => number {
  return (one, other) => {
    let holder = data;
    for (let depth = 0; depth < Math.min(one.length, other.length); depth += 1) {
      const [a, b] = [one[depth], other[depth]];
      if (a !== b) return rankIn(holder, a) - rankIn(holder, b);
      // Reading any property of a value that may hold one; a missing one is undefined.
      holder = (holder as Record<string | number, unknown> | null | undefined)?.[a ?? ''];
    }
    return one.length - other.length;
  };
}

function rankIn(holder: unknown, step: string | number | undefined): number {
  if (typeof step === 'number') return step;
  const position = Object.keys(holder ?? {}).indexOf(step ?? '');
  return position === -1 ? Number.MAX_SAFE_INTEGER : position;
}

import type { Answer, AnswerError, AnswerPath } from './answer.ts';

/** Something in which two answers to one operation are not the same. */
export type Difference = DataDifference | OrderDifference | ErrorDifference | Leak;

/** A value of the data that is another, in another order, or missing. */
export interface DataDifference {
  readonly kind: 'data';
  readonly path: AnswerPath;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** An object whose fields are the same and come in another order; what they hold is compared apart. */
export interface OrderDifference {
  readonly kind: 'order';
  readonly path: AnswerPath;
}

/** An error that only one of the two has. */
export interface ErrorDifference {
  readonly kind: 'error';
  readonly side: 'ours' | 'theirs';
  readonly error: PlacedError;
}

/** Words of ours that come from inside an agency or name where it is. */
export interface Leak {
  readonly kind: 'leak';
  readonly words: string;
}

/** An error by what a client can act on. */
export interface PlacedError {
  /** Where it is felt: the null that it left, which may lie above where it arose. Null where it names no place. */
  readonly place: AnswerPath | null;
  readonly code: string;
  /** The agency that it names; null where it names none. */
  readonly agency: string | null;
  /** As the answer has it, for people to read. */
  readonly original: AnswerError;
}

/** What failing agencies say of their insides, and where everything listens. */
const inside = /10\.1\.2\.3|secret_table|127\.0\.0\.1|localhost|node_modules/;

/** What an answer says that no client may know. */
export function findLeaks(ours: Answer): readonly Leak[] {
  const [words] = inside.exec(JSON.stringify(ours)) ?? [];
  return words === undefined ? [] : [{ kind: 'leak', words }];
}

/** A handful shows what is wrong; the rest is the same again. */
const mostDifferences = 30;

/** Everything in which `ours` is not as `theirs`: the data exactly, its order too; the errors by place and code. */
export function compareAnswers(ours: Answer, theirs: Answer): readonly Difference[] {
  return [...compareData(ours.data, theirs.data), ...compareErrors(ours, theirs)].slice(0, mostDifferences);
}

/** Everything in which two values of a response are not the same, from the top; nothing inside what is reported. */
export function compareData(ours: unknown, theirs: unknown): readonly (DataDifference | OrderDifference)[] {
  // Most answers are the same, and text is compared the fastest.
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
  const found: (DataDifference | OrderDifference)[] = [];
  compare(ours, theirs, []);
  return found;

  function compare(one: unknown, other: unknown, path: AnswerPath): void {
    const [own, their] = [keysOf(one), keysOf(other)];
    if (own === null || their === null || !isSameSet(own, their) || Array.isArray(one) !== Array.isArray(other)) {
      if (JSON.stringify(one) !== JSON.stringify(other)) found.push({ kind: 'data', path, ours: one, theirs: other });
      return;
    }
    if (JSON.stringify(own) !== JSON.stringify(their)) found.push({ kind: 'order', path });
    for (const key of own) compare(valueAt(one, key), valueAt(other, key), [...path, key]);
  }
}

/** The keys of an object in their order, or the positions of a list; null for anything else. */
function keysOf(value: unknown): readonly (string | number)[] | null {
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? Object.keys(value) : null;
}

function isSameSet(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((key) => known.has(key));
}

function valueAt(value: unknown, key: string | number): unknown {
  // Any value may be asked for a property, but for these two.
  return value === null || value === undefined ? undefined : (value as Record<string | number, unknown>)[key];
}

function compareErrors(ours: Answer, theirs: Answer): readonly ErrorDifference[] {
  const [own, their] = [placeErrors(ours), placeErrors(theirs)];
  const only = (side: 'ours' | 'theirs', from: Placed, other: Placed): readonly ErrorDifference[] =>
    [...from].flatMap(([key, error]) => (other.has(key) ? [] : [{ kind: 'error', side, error }]));
  return [...only('ours', own, their), ...only('theirs', their, own)];
}

type Placed = ReadonlyMap<string, PlacedError>;

/** The errors of an answer, each at every place at which it says that it is felt; those alike once. */
export function placeErrors(answer: Answer): Placed {
  const placed = (answer.errors ?? []).flatMap((original) =>
    pathsOf(original).map((path): PlacedError => {
      const { code, agency } = original.extensions ?? {};
      return {
        place: path === null ? null : nullAlong(answer.data, path),
        code: typeof code === 'string' ? code : 'none',
        agency: typeof agency === 'string' ? agency : null,
        original,
      };
    }),
  );
  return new Map(placed.map((error) => [JSON.stringify([error.place, error.code]), error]));
}

function pathsOf({ path, extensions }: AnswerError): readonly (AnswerPath | null)[] {
  const paths = extensions?.['paths'];
  // Our own gateway writes it.
  return Array.isArray(paths) ? (paths as readonly AnswerPath[]) : [path ?? null];
}

/** The first null on the way along a path; the whole path where there is none. */
export function nullAlong(data: unknown, path: AnswerPath): AnswerPath {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = valueAt(value, step);
  }
  return path;
}

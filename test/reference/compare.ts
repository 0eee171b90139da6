import { type Answer, type AnswerPath, valueAt } from './answer.ts';
import { type PlacedError, placeErrors } from './placed-errors.ts';

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

/** Whether it is an error with this code that ours alone has. */
export function isOurs(difference: Difference, code: string): difference is ErrorDifference {
  return difference.kind === 'error' && difference.side === 'ours' && difference.error.code === code;
}

/** Whether it is an error that ours lacks. */
export function isTheirs(difference: Difference): difference is ErrorDifference {
  return difference.kind === 'error' && difference.side === 'theirs';
}

/** What failing agencies say of their insides, and where everything listens. */
const inside = /10\.1\.2\.3|secret_table|127\.0\.0\.1|localhost|node_modules/;

/** What an answer says that no client may know. */
export function findLeaks(ours: Answer): readonly Leak[] {
  const [words] = inside.exec(JSON.stringify(ours)) ?? [];
  return words === undefined ? [] : [{ kind: 'leak', words }];
}

/** Everything in which `ours` is not as `theirs`: the data exactly, its order too; the errors by place, code and agency. */
export function compareAnswers(ours: Answer, theirs: Answer): readonly Difference[] {
  return [...compareData(ours.data, theirs.data), ...compareErrors(ours, theirs)];
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
    for (const key of own) compare(valueAt(one, [key]), valueAt(other, [key]), [...path, key]);
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

/** Everything in which two answers of ours differ: the data, and the errors word for word, but for the ids of requests. */
export function compareExactly(ours: Answer, theirs: Answer): readonly Difference[] {
  const [own, their] = [placeErrors(ours), placeErrors(theirs)];
  const [ownWords, theirWords] = [own, their].map((errors) => new Set(errors.map(wordsOf)));
  return [
    ...compareData(ours.data, theirs.data),
    ...own.flatMap((error) =>
      theirWords?.has(wordsOf(error)) ? [] : [{ kind: 'error' as const, side: 'ours' as const, error }],
    ),
    ...their.flatMap((error) =>
      ownWords?.has(wordsOf(error)) ? [] : [{ kind: 'error' as const, side: 'theirs' as const, error }],
    ),
  ];
}

function wordsOf({ arisen, original: { message, extensions } }: PlacedError): string {
  const id: unknown = extensions?.['requestId'];
  const text = JSON.stringify([message, arisen, { ...extensions, requestId: undefined, paths: undefined }]);
  return typeof id === 'string' ? text.replaceAll(id, 'its id') : text;
}

function compareErrors(ours: Answer, theirs: Answer): readonly ErrorDifference[] {
  const [own, their] = [placeErrors(ours), placeErrors(theirs)];
  return [
    ...lackingIn(their, own).map((error) => ({ kind: 'error' as const, side: 'ours' as const, error })),
    ...lackingIn(own, their).map((error) => ({ kind: 'error' as const, side: 'theirs' as const, error })),
  ];
}

function lackingIn(some: readonly PlacedError[], others: readonly PlacedError[]): readonly PlacedError[] {
  const known = Map.groupBy(some, keyOf);
  // Which agency has refused what a client asks, only the stock gateway says.
  return others.filter((error) =>
    (known.get(keyOf(error)) ?? []).every(
      ({ agency }) => agency !== null && error.agency !== null && agency !== error.agency,
    ),
  );
}

function keyOf({ place, code }: PlacedError): string {
  return JSON.stringify([place, code]);
}

import { type Answer, type AnswerError, type AnswerPath, valueAt } from './answer.ts';

/** An error by what a client can act on. */
export interface PlacedError {
  /** Where it has arisen. Null where it names no place. */
  readonly arisen: AnswerPath | null;
  /** Where it is felt: the null that it left, which may lie above where it arose. Null where it names no place. */
  readonly place: AnswerPath | null;
  readonly code: string;
  /** The agency that it names, as ours or as the stock gateway names one; null where it names none. */
  readonly agency: string | null;
  /** As the answer has it, for people to read. */
  readonly original: AnswerError;
}

type Placed = readonly PlacedError[];

/** Every difference asks for them again. */
const placedOf = new WeakMap<Answer, Placed>();

/** The errors of an answer, each at every place at which it says that it has arisen; those alike once. */
export function placeErrors(answer: Answer): Placed {
  const known = placedOf.get(answer) ?? readErrors(answer);
  placedOf.set(answer, known);
  return known;
}

function readErrors(answer: Answer): Placed {
  const placed = (answer.errors ?? []).flatMap((original) =>
    pathsOf(original).map((path): PlacedError => {
      const { code, agency, serviceName } = original.extensions ?? {};
      const named = agency ?? serviceName;
      return {
        arisen: path,
        place: path === null ? null : nullAlong(answer.data, path),
        code: typeof code === 'string' ? code : 'none',
        agency: typeof named === 'string' ? named : null,
        original,
      };
    }),
  );
  const describe = ({ arisen, code, agency, original }: PlacedError): string =>
    JSON.stringify([arisen, code, agency, original.message]);
  return [...new Map(placed.map((error) => [describe(error), error])).values()];
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
    value = valueAt(value, [step]);
  }
  return path;
}

/** Whether one of the errors of an answer is like this, wherever it is felt. */
export function hasError(answer: Answer, isThis: (error: PlacedError) => boolean): boolean {
  return placeErrors(answer).some(isThis);
}

/** Whether two places are the same one. */
export function isAt(one: AnswerPath | null, other: AnswerPath | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a place is that of an object, or of one of its fields. */
export function isAtOrIn(place: AnswerPath | null, object: AnswerPath): boolean {
  return place !== null && isInside(place, object) && place.length <= object.length + 1;
}

/** Whether a path is a place, or leads on from it. */
export function isInside(path: AnswerPath, place: AnswerPath | null): boolean {
  return place?.every((step, depth) => path[depth] === step) ?? false;
}

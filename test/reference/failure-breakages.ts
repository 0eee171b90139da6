import { type Answer, type AnswerError, type AnswerPath, valueAt } from './answer.ts';
import { bendAnswers, bendLists, type Breakage, swapFields } from './breakages.ts';

/** Mistakes of a gateway while an agency fails: where much is missing anyway, they are the easiest to overlook. */
export const failureBreakages: readonly Breakage[] = [
  breakFailing('gives another value', ({ data, ...rest }) => ({ ...rest, data: changeLast(data, alter) })),
  breakFailing('loses a value that no error is about', ({ data, ...rest }) => {
    return { ...rest, data: changeLast(data, () => null) };
  }),
  breakFailing('takes along the object around what it lacks', (answer) => {
    const path = answer.errors?.find(({ path: at = [] }) => at.length > 1)?.path ?? [];
    return path.length > 1 ? { ...answer, data: setAt(answer.data, path.slice(0, -1), null) } : answer;
  }),
  breakFailing('leaves a member out of a list', (answer) =>
    bendLists(answer, (items) => (items.length > 1 ? items.slice(1) : items)),
  ),
  breakFailing('gives one entity the data of another', (answer) => bendLists(answer, swapFields)),
  breakFailing('gives fields in another order', ({ data, ...rest }) => ({ ...rest, data: turnFields(data) })),
  breakFailing('names another agency', (answer) =>
    bendNamed(answer, ({ agency, ...rest }) => ({ ...rest, agency: agency === 'health' ? 'policing' : 'health' })),
  ),
  breakFailing('names another place', (answer) => {
    const [elsewhere] = scalarsIn(answer.data);
    return elsewhere === undefined
      ? answer
      : bendErrors(answer, (error) => placeAt(error, isNamed(error) ? [elsewhere] : placesOf(error)));
  }),
  breakFailing('names only the first of the places', (answer) =>
    bendErrors(answer, (error) => (isNamed(error) ? placeAt(error, placesOf(error).slice(0, 1)) : error)),
  ),
  breakFailing('blames clients', (answer) =>
    bendNamed(answer, (extensions) => ({ ...extensions, agency: undefined, code: 'BAD_USER_INPUT' })),
  ),
];

type Path = AnswerPath;
type Extensions = Readonly<Record<string, unknown>>;

/** Bent only where an error names an agency. */
function breakFailing(name: string, bend: (answer: Answer) => Answer): Breakage {
  return {
    name: `${name} while an agency fails`,
    breakGateway: (ask) => bendAnswers(ask, (answer) => (answer.errors?.some(isNamed) ? bend(answer) : answer)),
  };
}

function isNamed({ extensions }: AnswerError): boolean {
  return typeof extensions?.['agency'] === 'string';
}

function bendErrors(answer: Answer, bend: (error: AnswerError) => AnswerError): Answer {
  return { ...answer, errors: (answer.errors ?? []).map(bend) };
}

/** The errors that name an agency, with other extensions. */
function bendNamed(answer: Answer, bend: (extensions: Extensions) => Extensions): Answer {
  return bendErrors(answer, (error) =>
    isNamed(error) ? { ...error, extensions: bend(error.extensions ?? {}) } : error,
  );
}

function placesOf({ path, extensions }: AnswerError): readonly Path[] {
  // Our own gateway writes it.
  return (extensions?.['paths'] as readonly Path[] | undefined) ?? (path === undefined ? [] : [path]);
}

function placeAt({ message, extensions }: AnswerError, paths: readonly Path[]): AnswerError {
  const [path] = paths;
  return { message, ...(path && { path }), extensions: { ...extensions, ...(path && { paths }) } };
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** Where the values of an answer are that are neither objects nor null. */
function scalarsIn(value: unknown, path: Path = []): readonly Path[] {
  if (isScalar(value)) return [path];
  return entriesOf(value).flatMap(([key, inner]) => scalarsIn(inner, [...path, key]));
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The data with something else in place of the last scalar; the same where there is none. */
function changeLast(data: unknown, change: (value: unknown) => unknown): unknown {
  const path = scalarsIn(data).at(-1);
  return path === undefined ? data : setAt(data, path, change(valueAt(data, path)));
}

function alter(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${String(value)}?`;
}

function setAt(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const set = ([key, inner]: readonly [string | number, unknown]): readonly [string | number, unknown] => [
    key,
    key === step ? setAt(inner, rest, value) : inner,
  ];
  const entries = entriesOf(data).map(set);
  return Array.isArray(data) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** The same with the fields of every object from the last to the first. */
function turnFields(value: unknown): unknown {
  const turned = entriesOf(value).map(([key, inner]) => [key, turnFields(inner)] as const);
  if (Array.isArray(value)) return turned.map(([, inner]) => inner);
  return isScalar(value) || value === null ? value : Object.fromEntries(turned.toReversed());
}

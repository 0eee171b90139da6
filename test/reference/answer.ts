import type { Operation } from './operation.ts';

/** A GraphQL response, unread. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error of a response. */
export interface AnswerError {
  readonly message: string;
  readonly path?: AnswerPath;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Where something stands in a response, from its data on. */
export type AnswerPath = readonly (string | number)[];

/** Asks a gateway over HTTP. */
export async function ask(url: string, { query, variables }: Operation): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // A GraphQL server answers in this form, whatever it has to say.
  return (await response.json()) as Answer;
}

/** What stands at a path of a value; undefined or null where the way to it ends. */
export function valueAt(value: unknown, path: AnswerPath): unknown {
  return path.reduce<unknown>(
    // Any value but these two may be asked for a property.
    (holder, step) =>
      holder === null || holder === undefined ? holder : (holder as Record<string | number, unknown>)[step],
    value,
  );
}

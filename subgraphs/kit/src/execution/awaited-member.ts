import { locatedError, responsePathAsArray } from 'graphql';
import type { AnswerErrors, Place } from './answer-errors.ts';
import { Pending, type Waiting } from './pending.ts';
import type { FieldPlan } from './plan.ts';

/** Where something stands that may fail: a field of an object, or an entry of a list. */
export interface Member {
  readonly field: FieldPlan;
  readonly place: Place;
  readonly mayBeNull: boolean;
}

/**
 * Null, which stands in the place of what has failed, once its error is told.
 *
 * @throws {GraphQLError} the error with its place, where null may not stand there.
 */
export function nullFor(raw: unknown, { field, place, mayBeNull }: Member, errors: AnswerErrors): null {
  const error = locatedError(raw, field.nodes, responsePathAsArray(place));
  if (!mayBeNull) throw error;
  errors.add(error, place);
  return null;
}

/** A member of what is being filled that comes later: it is put into its place, or null in place of it. */
export class AwaitedMember implements Waiting {
  readonly #within: Pending;
  readonly #put: (value: unknown) => void;
  readonly #failing: { readonly member: () => Member; readonly errors: AnswerErrors };

  /** It is awaited from now on. `member` is asked only when it fails. */
  constructor(
    within: Pending,
    put: (value: unknown) => void,
    failing: { readonly member: () => Member; readonly errors: AnswerErrors },
  ) {
    this.#within = within;
    this.#put = put;
    this.#failing = failing;
    within.begin();
  }

  /** Waits for a value, and for what `complete` makes of it. */
  follow(promise: PromiseLike<unknown>, complete: (value: unknown) => unknown): void {
    promise.then(
      (value) => {
        let completed: unknown;
        try {
          completed = complete(value);
        } catch (error) {
          this.failed(error);
          return;
        }
        if (completed instanceof Pending) completed.tell(this);
        else this.done(completed);
      },
      (error: unknown) => {
        this.failed(error);
      },
    );
  }

  done(value: unknown): void {
    this.#put(value);
    this.#within.end();
  }

  failed(raw: unknown): void {
    const { member, errors } = this.#failing;
    let value: null;
    try {
      value = nullFor(raw, member(), errors);
    } catch (error) {
      this.#within.fail(error);
      return;
    }
    this.done(value);
  }
}

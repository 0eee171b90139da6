/** Who waits for what is not whole yet. */
export interface Waiting {
  /** It is whole. */
  done(value: unknown): void;
  /** It will not be: an error has gone up to it. */
  failed(error: unknown): void;
}

/**
 * An object or a list of which some members are awaited. It tells who waits for it once: when the last member has come, or when the first
 * fails that may not be null. Told at once, without a promise: an answer has thousands of such, each within another.
 */
export class Pending {
  /** What is being filled. */
  value: unknown;
  #awaited = 0;
  #isOver = false;
  #doom: { readonly error: unknown } | null = null;
  #waiting: Waiting | null = null;

  constructor(value: unknown) {
    this.value = value;
  }

  /** Says who waits, before anything can have come. */
  tell(waiting: Waiting): void {
    this.#waiting = waiting;
  }

  /** One more member is awaited. */
  begin(): void {
    this.#awaited += 1;
  }

  /** A member that was awaited is in its place. */
  end(): void {
    this.#awaited -= 1;
    if (this.#awaited > 0) return;
    if (this.#doom !== null) this.fail(this.#doom.error);
    else if (!this.#isOver) this.#waiting?.done(this.value);
  }

  /** A member that may not be null has failed. Members that are still to come change nothing any more. */
  fail(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting?.failed(this.#doom === null ? error : this.#doom.error);
  }

  /** A member that may not be null failed while others were begun: these come first, since their errors are told as well. */
  doom(error: unknown): void {
    this.#doom = { error };
  }
}

/** Whether a value comes later. */
export function isAwaited(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** What `go` makes of a value that comes later, as something that is awaited. */
export function whenKnown<Known>(promise: PromiseLike<Known>, go: (known: Known) => unknown): Pending {
  const pending = new Pending(null);
  const fill: Waiting = {
    done: (value) => {
      pending.value = value;
      pending.end();
    },
    failed: (error) => {
      pending.fail(error);
    },
  };
  pending.begin();
  promise.then(
    (known) => {
      try {
        const made = go(known);
        if (made instanceof Pending) made.tell(fill);
        else fill.done(made);
      } catch (error) {
        fill.failed(error);
      }
    },
    (error: unknown) => {
      fill.failed(error);
    },
  );
  return pending;
}

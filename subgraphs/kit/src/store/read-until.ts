import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { StoreDatabase, StoreReader } from './database.ts';
import { againIfCancelled, stopWhenAborted } from './statement.ts';
import { withAccess } from './with-access.ts';

/**
 * The same store, for a reader who may stop waiting: when `signal` is aborted, the statements that are under way end in
 * PostgreSQL, and no other is sent. Costs no connection, and next to nothing where no statement is sent. With `access`, what
 * `Grants.text` says of a viewer, each statement reads what that grants as well.
 */
export function readUntil(
  { prepared }: Pick<StoreDatabase, 'prepared'>,
  signal: AbortSignal,
  access = '',
): StoreReader {
  const unsafe = (...[text, values = [], options]: Parameters<postgres.Sql['unsafe']>): UnsentStatement =>
    access === ''
      ? new UnsentStatement(() => prepared.unsafe(text, values, options), signal)
      : new UnsentStatement(
          () => prepared.unsafe(withAccess(text, values.length), [...values, access], options),
          signal,
        );
  let orm: StoreReader['orm'] | undefined;
  return {
    get orm() {
      return (orm ??= drizzle(
        new Proxy(prepared, {
          get: (target, key): unknown => (key === 'unsafe' ? unsafe : Reflect.get(target, key)),
        }),
      ));
    },
  };
}

type Start = () => ReturnType<postgres.Sql['unsafe']>;

/** A statement in the form in which drizzle takes one: it is sent when it is awaited, and gives its rows as objects or as lists of values. */
class UnsentStatement implements PromiseLike<unknown> {
  readonly #start: Start;
  readonly #signal: AbortSignal;
  #isOfValues = false;

  constructor(start: Start, signal: AbortSignal) {
    this.#start = start;
    this.#signal = signal;
  }

  values(): this {
    this.#isOfValues = true;
    return this;
  }

  then<Result = unknown, Failure = never>(
    onResult?: ((rows: unknown) => Result | PromiseLike<Result>) | null,
    onFailure?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return againIfCancelled(() => this.#send(), this.#signal).then(onResult, onFailure);
  }

  async #send(): Promise<unknown> {
    this.#signal.throwIfAborted();
    const query = this.#start();
    return stopWhenAborted<unknown>(this.#isOfValues ? query.values() : query, this.#signal);
  }
}

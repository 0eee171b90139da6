import { GraphQLError } from 'graphql';
import type { Place } from './answer-errors.ts';
import { AwaitedMember, type Member, nullFor } from './awaited-member.ts';
import { isAwaited, Pending } from './pending.ts';
import type { Completion, Execution, FieldPlan } from './plan.ts';

/** What the entries of a list are, and where it stands. */
export interface ListOf {
  readonly field: FieldPlan;
  readonly place: Place | undefined;
  readonly execution: Execution;
  readonly complete: Completion;
  /** Whether an entry may be null. */
  readonly mayBeNull: boolean;
}

/**
 * The entries of a list, completed, or a {@link Pending} for them where some come later.
 *
 * @throws {GraphQLError} of an entry that may not be null, and for what is no list.
 */
export function completeList(value: unknown, of: ListOf): unknown {
  return new ListRun(of).run(entriesOf(value, of.field));
}

function entriesOf(value: unknown, { parent, definition }: FieldPlan): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isIterable(value)) return Array.from(value);
  throw new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`);
}

/** A text is none, as `graphql` sees it. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

class ListRun {
  readonly #of: ListOf;
  readonly #answer: unknown[] = [];
  #pending: Pending | null = null;

  constructor(of: ListOf) {
    this.#of = of;
  }

  run(entries: readonly unknown[]): unknown {
    try {
      for (let index = 0; index < entries.length; index += 1) this.#begin(entries[index], index);
    } catch (error) {
      // Nobody waits for those behind it any more. Left alone, one that fails would end the process.
      for (const entry of entries) if (isAwaited(entry)) entry.then(undefined, () => undefined);
      throw error;
    }
    return this.#pending ?? this.#answer;
  }

  #begin(entry: unknown, index: number): void {
    const { place: around, complete, execution } = this.#of;
    const place = { prev: around, key: index, typename: undefined };
    try {
      if (isAwaited(entry)) {
        this.#answer[index] = undefined;
        this.#await(place).follow(entry, (found) => complete(found, place, execution));
        return;
      }
      const completed = complete(entry, place, execution);
      this.#answer[index] = completed;
      if (completed instanceof Pending) completed.tell(this.#await(place));
    } catch (raw) {
      this.#answer[index] = nullFor(raw, this.#memberAt(place), execution.errors);
    }
  }

  #await(place: Place): AwaitedMember {
    const member = () => this.#memberAt(place);
    const put = (value: unknown) => {
      this.#answer[Number(place.key)] = value;
    };
    this.#pending ??= new Pending(this.#answer);
    return new AwaitedMember(this.#pending, put, { member, errors: this.#of.execution.errors });
  }

  #memberAt(place: Place): Member {
    const { field, mayBeNull } = this.#of;
    return { field, place, mayBeNull };
  }
}

import type { Place } from './answer-errors.ts';
import { AwaitedMember, nullFor } from './awaited-member.ts';
import { FieldInfo, placeOf } from './field-info.ts';
import { isAwaited, Pending } from './pending.ts';
import type { Execution, FieldPlan, SelectionPlan } from './plan.ts';

/**
 * What is asked of an object: the answer, or a {@link Pending} for it where some of it comes later.
 *
 * @throws {GraphQLError} of a field that may not be null.
 */
export function runSelection(selection: SelectionPlan, of: RunOf): unknown {
  return new SelectionRun(selection, of).run(selection);
}

/** One object of an answer in the making. */
class SelectionRun {
  readonly #source: unknown;
  readonly #place: Place | undefined;
  readonly #execution: Execution;
  readonly #answer: Record<string, unknown>;
  #pending: Pending | null = null;

  constructor(selection: SelectionPlan, { source, place, execution }: RunOf) {
    this.#source = source;
    this.#place = place;
    this.#execution = execution;
    this.#answer = selection.isBare ? (Object.create(null) as Record<string, unknown>) : {};
  }

  run({ fields }: SelectionPlan): unknown {
    for (const field of fields) {
      if ('text' in field) {
        this.#answer[field.name] = field.text;
        continue;
      }
      try {
        this.#begin(field);
      } catch (error) {
        if (this.#pending === null) throw error;
        this.#pending.doom(error);
        return this.#pending;
      }
    }
    return this.#pending ?? this.#answer;
  }

  /** @throws {GraphQLError} where it fails and may not be null. */
  #begin(field: FieldPlan): void {
    const place = field.isWhole ? undefined : placeOf(field, this.#place);
    try {
      const value = this.#resolve(field);
      const isLater = isAwaited(value);
      const completed = isLater ? undefined : field.complete(value, place, this.#execution);
      // So that it has its place in the order.
      this.#answer[field.name] = completed;
      if (isLater) this.#await(field, place).follow(value, (found) => field.complete(found, place, this.#execution));
      else if (completed instanceof Pending) completed.tell(this.#await(field, place));
    } catch (raw) {
      const member = { field, place: place ?? placeOf(field, this.#place), mayBeNull: field.mayBeNull };
      this.#answer[field.name] = nullFor(raw, member, this.#execution.errors);
    }
  }

  #resolve(field: FieldPlan): unknown {
    const given = field.readArguments(this.#execution);
    const { context } = this.#execution;
    if (field.resolve !== null)
      return field.resolve(this.#source, given, context, new FieldInfo(field, this.#place, this.#execution));
    const source = this.#source;
    if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
    const value: unknown = Reflect.get(source, field.definition.name);
    if (typeof value !== 'function') return value;
    return Reflect.apply(value, source, [given, context, new FieldInfo(field, this.#place, this.#execution)]);
  }

  #await(field: FieldPlan, place: Place | undefined): AwaitedMember {
    const member = () => ({ field, place: place ?? placeOf(field, this.#place), mayBeNull: field.mayBeNull });
    const put = (value: unknown) => {
      this.#answer[field.name] = value;
    };
    this.#pending ??= new Pending(this.#answer);
    return new AwaitedMember(this.#pending, put, { member, errors: this.#execution.errors });
  }
}

/** Of what, where and in which execution something is asked. */
export interface RunOf {
  readonly source: unknown;
  readonly place: Place | undefined;
  readonly execution: Execution;
}

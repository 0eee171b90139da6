import type { GraphQLResolveInfo } from 'graphql';
import type { Place } from './answer-errors.ts';
import type { Execution, FieldPlan } from './plan.ts';

/** What a resolver may know of where it is asked. Worked out where it looks, which few do. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #field: FieldPlan;
  readonly #around: Place | undefined;
  readonly #execution: Execution;

  /** @param around - The place of the object of which the field is asked. */
  constructor(field: FieldPlan, around: Place | undefined, execution: Execution) {
    this.#field = field;
    this.#around = around;
    this.#execution = execution;
  }

  get fieldName() {
    return this.#field.definition.name;
  }
  get fieldNodes() {
    return this.#field.nodes;
  }
  get returnType() {
    return this.#field.definition.type;
  }
  get parentType() {
    return this.#field.parent;
  }
  get path() {
    return placeOf(this.#field, this.#around);
  }
  get schema() {
    return this.#execution.operation.schema;
  }
  get fragments() {
    return this.#execution.operation.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get operation() {
    return this.#execution.operation.definition;
  }
  get variableValues() {
    return this.#execution.variables;
  }
}

/** The place of a field in an object. */
export function placeOf({ name, parent }: FieldPlan, around: Place | undefined): Place {
  return { prev: around, key: name, typename: parent.name };
}

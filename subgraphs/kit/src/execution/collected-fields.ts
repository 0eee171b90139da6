import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { Operation } from './plan.ts';

/** The fields that some selections ask of an object of a type: by the names under which they stand in the answer, and in that order. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The fields of an object of a type, as the specification collects them.
 *
 * @throws {GraphQLError} for a condition that is neither true nor false.
 * Source: GraphQL specification, October 2021, section 6.3.2, https://spec.graphql.org/October2021/#CollectFields()
 */
export function collectFields(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): CollectedFields {
  const collecting = new Collecting(operation, type);
  for (const set of sets) collecting.add(set);
  return collecting.fields;
}

class Collecting {
  readonly fields = new Map<string, FieldNode[]>();
  readonly #operation: Operation;
  readonly #type: GraphQLObjectType;
  readonly #visited = new Set<string>();

  constructor(operation: Operation, type: GraphQLObjectType) {
    this.#operation = operation;
    this.#type = type;
  }

  add({ selections }: SelectionSetNode): void {
    for (const selection of selections) this.#addOne(selection);
  }

  #addOne(selection: SelectionNode): void {
    if (selection.kind === Kind.FRAGMENT_SPREAD && this.#visited.has(selection.name.value)) return;
    if (!this.#isAskedFor(selection)) return;
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const known = this.fields.get(name);
      if (known === undefined) this.fields.set(name, [selection]);
      else known.push(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      this.#addFragment(selection);
    } else {
      this.#visited.add(selection.name.value);
      this.#addFragment(this.#operation.fragments[selection.name.value]);
    }
  }

  #addFragment(fragment: InlineFragmentNode | FragmentDefinitionNode | undefined): void {
    if (fragment !== undefined && this.#isMeant(fragment)) this.add(fragment.selectionSet);
  }

  #isAskedFor(node: SelectionNode): boolean {
    const { conditions } = this.#operation;
    if (getDirectiveValues(GraphQLSkipDirective, node, conditions)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.['if'] !== false;
  }

  #isMeant({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode): boolean {
    if (typeCondition === undefined) return true;
    const meant = typeFromAST(this.#operation.schema, typeCondition);
    if (meant === this.#type) return true;
    return isAbstractType(meant) && this.#operation.schema.isSubType(meant, this.#type);
  }
}

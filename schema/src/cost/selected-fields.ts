import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What selecting depends on beside the selections themselves. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A field where it is selected, and the type that it is selected on. */
export interface SelectedField {
  readonly node: FieldNode;
  readonly on: GraphQLCompositeType;
}

/** The fields of one name in an answer: they are one field, and what is selected in each is selected in it. */
export type SelectedFields = ReadonlyMap<string, readonly SelectedField[]>;

/**
 * The fields that `sets` select of a thing of type `type`, by their names in the answer. With `isEach`, those of every kind
 * that a thing of an abstract type may be; otherwise those that apply to `type` itself. A fragment is taken once.
 */
export function selectFields(
  selecting: Selecting,
  sets: readonly { readonly set: SelectionSetNode; readonly on: GraphQLCompositeType }[],
  type: GraphQLCompositeType | null,
): SelectedFields {
  const found = new Map<string, SelectedField[]>();
  const spread = new Set<string>();
  const take = (selection: SelectionNode, on: GraphQLCompositeType): void => {
    if (isLeftOut(selection, selecting.variables)) return;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const known = found.get(name);
      if (known) known.push({ node: selection, on });
      else found.set(name, [{ node: selection, on }]);
      return;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(selection.name.value)) return;
      spread.add(selection.name.value);
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : selecting.fragments.get(selection.name.value);
    if (!inner) return;
    const condition = inner.typeCondition ? selecting.schema.getType(inner.typeCondition.name.value) : on;
    if (!isCompositeType(condition) || !applies(selecting.schema, condition, type)) return;
    for (const each of inner.selectionSet.selections) take(each, condition);
  };
  for (const { set, on } of sets) for (const selection of set.selections) take(selection, on);
  return found;
}

/** Whether a fragment on `condition` picks something of `type`; of null, which stands for any, it does. */
function applies(schema: GraphQLSchema, condition: GraphQLCompositeType, type: GraphQLCompositeType | null): boolean {
  return type === null || condition === type || (isAbstractType(condition) && isMember(schema, condition, type));
}

function isMember(schema: GraphQLSchema, condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return isAbstractType(condition) && !isAbstractType(type) && schema.isSubType(condition, type);
}

function isLeftOut({ directives = [] }: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const value = given[0]?.value;
    const condition =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (condition === true) === (name.value === 'skip');
  });
}

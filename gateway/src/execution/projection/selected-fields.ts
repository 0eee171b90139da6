import {
  type DirectiveNode,
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A selection, and the type of what it selects from as it is written. */
export interface TypedSelection {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** What a client gets under one key of an object. */
export interface SelectedField {
  /** `__typename` and `__schema` have their own names here, whatever they are called in the answer. */
  readonly name: string;
  /** Null for what no type declares, such as `__typename`. */
  readonly type: GraphQLOutputType | null;
  /** What is selected from the value; empty for leaves. */
  readonly selections: readonly TypedSelection[];
  readonly nodes: readonly FieldNode[];
}

/** By what it is known which fields are selected. */
export interface Selecting {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** The values of the variables that decide on fields. */
  readonly booleans: ReadonlyMap<string, boolean>;
}

/**
 * The fields that `selections` take from an object of this kind, by the key under which each is answered, in the order of the
 * answer. Fields under one key are one, as the specification says.
 *
 * @param kind - Null where the object does not say what it is: then what is written around a fragment decides.
 * Source: GraphQL specification, October 2021, 6.3.2, CollectFields().
 */
export function selectFields(
  selecting: Selecting,
  selections: readonly TypedSelection[],
  kind: GraphQLCompositeType | null,
): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  for (const selection of selections) collect(selection);
  return fields;

  function collect({ set, type }: TypedSelection): void {
    for (const node of set.selections) {
      if (isLeftOut(node.directives, selecting)) continue;
      if (node.kind === Kind.FIELD) addField(fields, node, type);
      // Named fragments are written out before an operation is executed, but in what it asks the schema of itself.
      if (node.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = node.typeCondition && selecting.schema.getType(node.typeCondition.name.value);
      const inner = isCompositeType(condition) ? condition : type;
      if (isCompositeType(condition) && !holds(selecting.schema, condition, kind ?? type)) continue;
      collect({ set: node.selectionSet, type: inner });
    }
  }
}

function addField(fields: Map<string, SelectedField>, node: FieldNode, parent: GraphQLCompositeType): void {
  const name = node.name.value;
  const key = node.alias?.value ?? name;
  const known = fields.get(key);
  const declared = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const named = declared && getNamedType(declared.type);
  const own = node.selectionSet && isCompositeType(named) ? [{ set: node.selectionSet, type: named }] : [];
  fields.set(key, {
    name,
    type: known?.type ?? declared?.type ?? null,
    selections: [...(known?.selections ?? []), ...own],
    nodes: [...(known?.nodes ?? []), node],
  });
}

/** Whether everything of a kind is a `condition`. */
function holds(schema: GraphQLSchema, condition: GraphQLCompositeType, kind: GraphQLCompositeType): boolean {
  if (condition === kind) return true;
  return (
    isAbstractType(condition) && (isObjectType(kind) || isInterfaceType(kind)) && schema.isSubType(condition, kind)
  );
}

function isLeftOut(directives: readonly DirectiveNode[] = [], { booleans }: Selecting): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const value = given[0]?.value;
    const decided =
      value?.kind === Kind.VARIABLE ? booleans.get(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
    return decided === (name.value === 'skip');
  });
}

/** The names of the variables that decide on what is in an answer. */
export function findDecidingVariables(set: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of set.selections) {
    for (const { arguments: given = [] } of (node.directives ?? []).filter(isCondition))
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    if (node.kind === Kind.FRAGMENT_SPREAD || isMeta(node)) continue;
    for (const name of node.selectionSet ? findDecidingVariables(node.selectionSet) : []) names.add(name);
  }
  return names;
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** What the schema says of itself decides on its own variables. */
function isMeta(node: SelectionSetNode['selections'][number]): boolean {
  return node.kind === Kind.FIELD && node.name.value.startsWith('__');
}

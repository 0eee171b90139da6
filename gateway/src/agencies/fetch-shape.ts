import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation that goes to one agency asks for, as far as it decides the form of a right answer. */
export interface FetchShape {
  /** True for `_entities(representations:)`, the form in which an agency is asked to add to entities of others. */
  readonly isEntityFetch: boolean;
  /** The response keys that the fetch brings: of the root, or of the entities; in order, without `__typename`. */
  readonly keys: readonly string[];
  readonly root: ObjectShape;
}

/** An object of the answer: its fields by response key. */
export type ObjectShape = ReadonlyMap<string, FieldShape>;

/** One field: how many lists deep its values lie, and what they hold; `fields` is null for scalars and enum values. */
export interface FieldShape {
  readonly listDepth: number;
  /** Whether null is no value of the field, then of the members of its list, and so on inwards. */
  readonly isNonNull: readonly boolean[];
  readonly fields: ObjectShape | null;
  readonly isTypename: boolean;
  /** Of a `__typename`, what it may be; null for every other field, and where any kind may be meant. */
  readonly possible: ReadonlySet<string> | null;
  /** False when `@skip` or `@include`, of the field or of a fragment around it, decides whether it is there. */
  readonly isUnconditional: boolean;
}

type MutableObjectShape = Map<string, MutableFieldShape>;
type MutableFieldShape = ValueType & {
  fields: MutableObjectShape | null;
  isTypename: boolean;
  possible: ReadonlySet<string> | null;
  isUnconditional: boolean;
};
type ValueType = Pick<FieldShape, 'listDepth' | 'isNonNull'>;
interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}
interface Parent {
  readonly type: GraphQLNamedType | undefined;
  readonly shape: MutableObjectShape;
  /** True inside a fragment that a directive may leave out. */
  readonly isConditional: boolean;
}

/**
 * The shape of the answer to `operation`, a query that the planner wrote for one agency.
 *
 * Fields of all type conditions are put together: GraphQL lets two fields share a response key only if their shapes agree.
 *
 * @throws {GraphQLError} when `operation` is not GraphQL.
 */
export function describeFetch(schema: GraphQLSchema, operation: string): FetchShape {
  const document = parse(operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  const root: MutableObjectShape = new Map();
  let isEntityFetch = false;
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const type = schema.getRootType(definition.operation) ?? undefined;
    collect(definition.selectionSet, { type, shape: root, isConditional: false }, { schema, fragments });
    isEntityFetch ||= asksForEntities(definition);
  }
  const brought = isEntityFetch ? root.get('_entities')?.fields : root;
  const keys = [...(brought ?? [])].flatMap(([key, { isTypename }]) => (isTypename ? [] : [key]));
  return { isEntityFetch, keys, root };
}

/** By the field's name, since a client may call any other field `_entities`. */
function asksForEntities({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some((node) => node.kind === Kind.FIELD && node.name.value === '_entities');
}

function collect(selectionSet: SelectionSetNode, parent: Parent, scope: Scope): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      collectField(selection, parent, scope);
      continue;
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    const condition = inner?.typeCondition?.name.value;
    const type = condition === undefined ? parent.type : scope.schema.getType(condition);
    const isConditional = parent.isConditional || isConditionOn(selection);
    if (inner) collect(inner.selectionSet, { type, shape: parent.shape, isConditional }, scope);
  }
}

function collectField(field: FieldNode, parent: Parent, scope: Scope): void {
  const key = field.alias?.value ?? field.name.value;
  if (field.name.value === '__typename') {
    collectTypename(key, parent, scope);
    return;
  }
  const { named, ...value } = typeOfField(field.name.value, parent.type);
  const shape = parent.shape.get(key) ?? {
    ...value,
    fields: null,
    isTypename: false,
    possible: null,
    isUnconditional: false,
  };
  shape.isUnconditional ||= !parent.isConditional && !isConditionOn(field);
  parent.shape.set(key, shape);
  if (!field.selectionSet) return;
  shape.fields ??= new Map();
  collect(field.selectionSet, { type: named, shape: shape.fields, isConditional: false }, scope);
}

function collectTypename(key: string, { type, shape }: Parent, { schema }: Scope): void {
  const known = shape.get(key);
  const named = type === undefined ? null : namesOf(type, schema);
  const isAny = named === null || known?.possible === null;
  const possible = isAny ? null : new Set([...named, ...(known?.possible ?? [])]);
  shape.set(key, { ...typenameShape, possible });
}

/** What something of this type may call itself: an agency that only adds to an interface's kinds calls each by the interface's name. */
function namesOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly string[] {
  const kinds = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  const interfaces = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
  return [type.name, ...kinds, ...interfaces];
}

const typenameShape = { listDepth: 0, isNonNull: [false], fields: null, isTypename: true, isUnconditional: false };

/** The planner passes on no directives but `@skip` and `@include`. */
function isConditionOn({ directives = [] }: SelectionNode): boolean {
  return directives.length > 0;
}

function typeOfField(
  name: string,
  parent: GraphQLNamedType | undefined,
): ValueType & { named: GraphQLNamedType | undefined } {
  // Not in the supergraph, since every agency's subgraph has it of itself.
  if (name === '_entities') return { listDepth: 1, isNonNull: [true, false], named: undefined };
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[name]?.type;
  const named = type && getNamedType(type);
  const isNonNull = type ? describeNulls(type) : [false];
  return { listDepth: isNonNull.length - 1, isNonNull, named: isCompositeType(named) ? named : undefined };
}

function describeNulls(type: GraphQLOutputType): readonly boolean[] {
  const nullable = getNullableType(type);
  return [isNonNullType(type), ...(isListType(nullable) ? describeNulls(nullable.ofType) : [])];
}

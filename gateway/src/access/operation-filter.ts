import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CallerAccess } from './caller-access.ts';

/** What is left of an operation. */
export interface FilteredOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Under which key each object of which the kind is not known tells it; no name of the operation. */
  readonly typeKey: string;
}

/** More than any operation that is let in has; what is split up by kinds of objects may grow beyond it. */
const maxSelections = 20_000;

/**
 * What is left of an operation without what its caller may not see; null where all of it is left. Fields of an interface that only some kinds of
 * objects show are asked of these alone. Where nothing is left of an object, its kind is asked, so that it is known whether it is there.
 *
 * @throws {GraphQLError} OPERATION_TOO_LARGE where that takes too many fields.
 */
export function filterOperation(
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  schema: GraphQLSchema,
  access: CallerAccess,
): FilteredOperation | null {
  const filter = new OperationFilter(document, schema, access);
  const root = schema.getRootType(operation.operation);
  if (root == null) return null;
  const selectionSet = filter.filter(operation.selectionSet, root);
  const fragments = filter.fragments();
  if (!filter.hasTakenOut) return null;
  const filtered = { ...operation, selectionSet };
  return {
    document: { ...document, definitions: [filtered, ...fragments] },
    operation: filtered,
    typeKey: filter.typeKey,
  };
}

class OperationFilter {
  readonly typeKey: string;
  hasTakenOut = false;
  readonly #schema: GraphQLSchema;
  readonly #access: CallerAccess;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Null for one of which nothing is left. */
  readonly #filtered = new Map<string, FragmentDefinitionNode | null>();
  #selections = 0;

  constructor(document: DocumentNode, schema: GraphQLSchema, access: CallerAccess) {
    this.#schema = schema;
    this.#access = access;
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.typeKey = unusedKey(document);
  }

  fragments(): readonly FragmentDefinitionNode[] {
    return [...this.#filtered.values()].filter((fragment) => fragment !== null);
  }

  /** Never empty: what nothing is left of asks its kind. */
  filter(selectionSet: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const selections = this.#filterAll(selectionSet, type);
    const needsType = selections.length === 0 || isAbstractType(type);
    return { ...selectionSet, selections: needsType ? [typeField(this.typeKey), ...selections] : selections };
  }

  #filterAll({ selections }: SelectionSetNode, type: GraphQLCompositeType): SelectionNode[] {
    const left = selections.flatMap((selection) => this.#filterOne(selection, type));
    this.#selections += left.length;
    if (this.#selections > maxSelections) throw refuse();
    return left;
  }

  #filterOne(selection: SelectionNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#filterField(selection, type);
      case Kind.INLINE_FRAGMENT:
        return this.#filterInline(selection, type);
      case Kind.FRAGMENT_SPREAD:
        return this.#filterFragment(selection.name.value) === null ? [] : [selection];
      default:
        return selection satisfies never;
    }
  }

  #filterField(field: FieldNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    const name = field.name.value;
    if (name.startsWith('__')) return [this.#filterBelow(field, type)];
    const objects = this.#access.objectsOf(type);
    const showing = objects.filter((each) => this.#access.maySeeField(each, name));
    if (showing.length === objects.length) return [this.#filterBelow(field, type)];
    this.hasTakenOut = true;
    return showing.map((each) => ofKind(each, this.#filterBelow(field, each)));
  }

  #filterBelow(field: FieldNode, type: GraphQLCompositeType): FieldNode {
    if (field.selectionSet === undefined) return field;
    const given = this.#givenBy(field, type);
    // Of several kinds, objects of those that may not be seen are found in the answer alone.
    if (this.#access.objectsOf(given).some(({ name }) => !this.#access.maySee(name))) this.hasTakenOut = true;
    return { ...field, selectionSet: this.filter(field.selectionSet, given) };
  }

  #givenBy(field: FieldNode, type: GraphQLCompositeType): GraphQLCompositeType {
    const name = field.name.value;
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    const ofSchema = name === '__schema' ? this.#schema.getType('__Schema') : this.#schema.getType('__Type');
    const given = definition === undefined ? ofSchema : getNamedType(definition.type);
    if (isCompositeType(given)) return given;
    throw new Error(`${type.name}.${name} has fields in a valid operation, and in no schema`);
  }

  #filterInline(fragment: InlineFragmentNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    const selections = this.#filterAll(fragment.selectionSet, this.#narrowed(fragment, type));
    if (selections.length === 0) return [];
    return [{ ...fragment, selectionSet: { ...fragment.selectionSet, selections } }];
  }

  /** Each once, however often it is spread: what is left of it does not depend on where. */
  #filterFragment(name: string): FragmentDefinitionNode | null {
    const known = this.#filtered.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = fragment === undefined ? null : this.#schema.getType(fragment.typeCondition.name.value);
    if (fragment === undefined || !isCompositeType(type)) return null;
    const selections = this.#filterAll(fragment.selectionSet, type);
    const left =
      selections.length === 0 ? null : { ...fragment, selectionSet: { ...fragment.selectionSet, selections } };
    this.#filtered.set(name, left);
    return left;
  }

  #narrowed({ typeCondition }: InlineFragmentNode, type: GraphQLCompositeType): GraphQLCompositeType {
    const narrower = typeCondition === undefined ? type : this.#schema.getType(typeCondition.name.value);
    return isCompositeType(narrower) ? narrower : type;
  }
}

/** A key for kinds of objects that nothing in the document is called by. */
function unusedKey({ loc, definitions }: DocumentNode): string {
  const text = loc?.source.body ?? JSON.stringify(definitions);
  let key = 'kindOfObject';
  while (text.includes(key)) key += '_';
  return key;
}

const typeField = (key: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: key },
  name: { kind: Kind.NAME, value: '__typename' },
});

const ofKind = (type: GraphQLObjectType, field: FieldNode): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
});

function refuse(): GraphQLError {
  const message = `The operation asks for fields that some kinds of objects do not show to this caller, and without these has more than ${maxSelections} fields. Ask for less at once.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}

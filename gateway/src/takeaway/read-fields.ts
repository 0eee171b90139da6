import { type SelectedField, type Selecting, selectFields } from '@boroughgraph/schema/cost/selected-fields.ts';
import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  isLeafType,
  isListType,
  isObjectType,
  isInterfaceType,
  type OperationDefinitionNode,
  print,
  TypeNameMetaFieldDef,
} from 'graphql';
import { pagedListOf } from './paged-list.ts';
import { seriesColumns } from './series-columns.ts';
import type { LeafField, ListField, ObjectField, TableField } from './table-field.ts';

/**
 * The fields of an operation as a tree of cells, things and rows, in the order in which they are asked for. The operation is valid, and
 * within the limits of what an operation may be: fragments are followed.
 */
export function readFields(operation: OperationDefinitionNode, selecting: Selecting): readonly TableField[] {
  const root = selecting.schema.getRootType(operation.operation);
  return root ? readWithin([{ set: operation.selectionSet, on: root }], [], { selecting, type: root, root: null }) : [];
}

type Sets = Parameters<typeof selectFields>[1];

interface Within {
  readonly selecting: Selecting;
  readonly type: GraphQLCompositeType;
  /** The field of the root inside which it is; null at the root. */
  readonly root: string | null;
}

function readWithin(sets: Sets, path: readonly string[], { selecting, type, root }: Within): readonly TableField[] {
  // Of a type with several kinds, the fields of every kind: a thing has no value in those of the others.
  const fields = selectFields(selecting, sets, isObjectType(type) ? type : null);
  const read = [...fields].flatMap(([key, selected]) =>
    readField({ key, path: [...path, key], root }, selected, selecting),
  );
  const columns = read.filter((field) => field.kind === 'leaf').filter(({ field }) => seriesColumns.has(field));
  if (type.name !== 'Series' || columns.length === 0) return read;
  const [{ key, path: at } = { key: '', path }] = columns;
  const others = read.filter((field) => field.kind !== 'leaf' || !columns.includes(field));
  return [...others, { kind: 'columns', key, path: at, children: columns }];
}

function readField(
  { root: within, ...place }: Pick<ObjectField, 'key' | 'path'> & Pick<Within, 'root'>,
  selected: readonly SelectedField[],
  selecting: Selecting,
): readonly TableField[] {
  const [first] = selected;
  const definition = first && definitionOf(first);
  if (!first || !definition) return [];
  const type = getNamedType(definition.type);
  const isList = isListType(getNullableType(definition.type));
  const description = definition.description ?? '';
  if (isLeafType(type)) {
    const given = (first.node.arguments ?? []).map(print).toSorted().join(', ');
    const { name: field } = definition;
    return [{ ...place, kind: 'leaf', field, description, type, isList, given } satisfies LeafField];
  }
  const sets = selected.flatMap(({ node }) => (node.selectionSet ? [{ set: node.selectionSet, on: type }] : []));
  const root = within ?? definition.name;
  const children = readWithin(sets, place.path, { selecting, type, root });
  const thing = { ...place, typeName: type.name, children };
  if (isList) return [{ ...thing, kind: 'list', description } satisfies ListField];
  const pages = pagedListOf(first.node, definition, { keys: place.path, root, variables: selecting.variables });
  return [{ ...thing, kind: 'object', pages }];
}

function definitionOf({ node, on }: SelectedField): GraphQLField<unknown, unknown> | undefined {
  if (node.name.value === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  return isObjectType(on) || isInterfaceType(on) ? on.getFields()[node.name.value] : undefined;
}

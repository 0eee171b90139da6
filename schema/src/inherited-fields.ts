import {
  Kind,
  print,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** A field as an interface defines it. */
export interface InheritedField {
  readonly node: FieldDefinitionNode;
  /** Name of the interface. */
  readonly parent: string;
}

/** The fields that a type has from its interfaces, by name, in their order; of two interfaces the first one's. Never throws. */
export function inheritedFields(
  type: ObjectTypeDefinitionNode,
  document: DocumentNode,
): ReadonlyMap<string, InheritedField> {
  const names = (type.interfaces ?? []).map(({ name }) => name.value);
  const interfaces = names.flatMap((name) =>
    document.definitions.filter(
      (node): node is InterfaceTypeDefinitionNode =>
        node.kind === Kind.INTERFACE_TYPE_DEFINITION && node.name.value === name,
    ),
  );
  const fields = interfaces.flatMap(({ name, fields: nodes = [] }) =>
    nodes.map((node) => [node.name.value, { node, parent: name.value }] as const),
  );
  return new Map(fields.filter(([name], index) => fields.findIndex(([other]) => other === name) === index));
}

/** Whether two fields have the same description, arguments and type; their directives are each one's own. */
export const sayTheSame = (one: FieldDefinitionNode, other: FieldDefinitionNode): boolean =>
  print({ ...one, directives: [] }) === print({ ...other, directives: [] });

/** A piece of a text and what is to stand in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a subgraph's file in which each type says the fields of its interfaces as they do; what else it says stays.
 *
 * A field that a type lacks comes after the last that it has from an interface, or before its first. Never throws.
 *
 * @param own - The subgraph's own file, which knows its text.
 * @param document - The file and the core, where the interfaces are found.
 */
export function inheritFields(own: DocumentNode, document: DocumentNode): string {
  const edits = own.definitions
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap((type) => editsOf(type, inheritedFields(type, document)));
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: part }) => text.slice(0, start) + part + text.slice(end), textOf(own));
}

const textOf = (own: DocumentNode) => own.loc?.source.body ?? '';

function editsOf(type: ObjectTypeDefinitionNode, inherited: ReadonlyMap<string, InheritedField>): readonly Edit[] {
  const fields = type.fields ?? [];
  const changed = fields.flatMap((node) => {
    const field = inherited.get(node.name.value);
    return field === undefined || sayTheSame(node, field.node) ? [] : [{ ...spanOf(node), text: wordsOf(field.node) }];
  });
  const present = new Set(fields.map(({ name }) => name.value));
  const missing = [...inherited].filter(([name]) => !present.has(name)).map(([, { node }]) => wordsOf(node));
  return missing.length === 0 ? changed : [...changed, insertion(type, inherited, missing)];
}

function insertion(
  type: ObjectTypeDefinitionNode,
  inherited: ReadonlyMap<string, InheritedField>,
  missing: readonly string[],
): Edit {
  const text = missing.join('\n  ');
  const last = type.fields?.findLast(({ name }) => inherited.has(name.value))?.loc;
  if (last !== undefined) return { start: last.end, end: last.end, text: `\n  ${text}` };
  const first = type.fields?.[0]?.loc;
  if (first !== undefined) return { start: first.start, end: first.start, text: `${text}\n  ` };
  const end = type.loc?.end ?? 0;
  return { start: end, end, text: ` {\n  ${text}\n}` };
}

/** Where a field stands, without its directives. */
const spanOf = ({ loc, type }: FieldDefinitionNode) => ({ start: loc?.start ?? 0, end: type.loc?.end ?? 0 });

/** A field as its file writes it, without its directives. */
function wordsOf(node: FieldDefinitionNode): string {
  const { start, end } = spanOf(node);
  return node.loc?.source.body.slice(start, end) ?? '';
}

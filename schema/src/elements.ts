import {
  isTypeDefinitionNode,
  Kind,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';

/** One thing that a schema document defines, and so describes. */
export type SchemaElement =
  | { readonly kind: 'type'; readonly coordinate: string; readonly node: TypeDefinitionNode }
  | {
      readonly kind: 'field';
      readonly coordinate: string;
      readonly node: FieldDefinitionNode;
      readonly parent: TypeDefinitionNode;
    }
  | { readonly kind: 'argument' | 'inputField'; readonly coordinate: string; readonly node: InputValueDefinitionNode }
  | { readonly kind: 'enumValue'; readonly coordinate: string; readonly node: EnumValueDefinitionNode };

/**
 * Every type, field, argument, input field and enum value of a document, in the order in which they stand there.
 *
 * A coordinate is written as GraphQL writes it: `Area`, `Area.crime`, `Area.crimeRate(offence:)`. Type extensions are
 * not listed: our schemas have none. Never throws.
 */
export function listElements(document: DocumentNode): readonly SchemaElement[] {
  return document.definitions
    .filter(isTypeDefinitionNode)
    .flatMap((node) => [{ kind: 'type', coordinate: node.name.value, node } as const, ...listMembers(node)]);
}

function listMembers(type: TypeDefinitionNode): readonly SchemaElement[] {
  const coordinateOf = (member: { readonly name: { readonly value: string } }) =>
    `${type.name.value}.${member.name.value}`;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (type.fields ?? []).flatMap((node) => [
        { kind: 'field', coordinate: coordinateOf(node), node, parent: type } as const,
        ...listArguments(coordinateOf(node), node),
      ]);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? []).map((node) => ({ kind: 'inputField', coordinate: coordinateOf(node), node }));
    case Kind.ENUM_TYPE_DEFINITION:
      return (type.values ?? []).map((node) => ({ kind: 'enumValue', coordinate: coordinateOf(node), node }));
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return [];
    default:
      return type satisfies never;
  }
}

function listArguments(coordinate: string, field: FieldDefinitionNode): readonly SchemaElement[] {
  return (field.arguments ?? []).map((node) => ({
    kind: 'argument',
    coordinate: `${coordinate}(${node.name.value}:)`,
    node,
  }));
}

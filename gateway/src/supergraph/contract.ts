import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { findHidden, memberOf } from './hidden-elements.ts';
import { findLink, nameOf, tagOf } from './supergraph-links.ts';

/** The version whose rules the planner checks. */
const inaccessibleUrl = 'https://specs.apollo.dev/inaccessible/v0.2';

/**
 * A supergraph in which clients do not see what carries one of these tags, and what could not be asked for without it: fields of a type that is
 * gone, types of which nothing is left. Who answers for what stays, so that keys and requirements go on. The supergraph itself where
 * nothing is to be hidden.
 */
export function hideTagged(supergraphSdl: string, tags: readonly string[]): string {
  if (tags.length === 0) return supergraphSdl;
  const document = parse(supergraphSdl, { noLocation: true });
  const hidden = findHidden(document, new Set(tags));
  return hidden.size === 0 ? supergraphSdl : print(hide(withLink(document), hidden));
}

/** The tags that a supergraph has, each once, in the order of their names. */
export function listTags(supergraphSdl: string): readonly string[] {
  const document = parse(supergraphSdl, { noLocation: true });
  const [own, tags] = [nameOf(document, 'tag'), new Set<string>()];
  visit(document, {
    Directive: (directive) => {
      const tag = directive.name.value === own ? tagOf(directive) : null;
      if (tag !== null) tags.add(tag);
    },
  });
  return [...tags].sort();
}

function hide(document: DocumentNode, hidden: ReadonlySet<string>): DocumentNode {
  const name = nameOf(document, 'inaccessible');
  const mark = <Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
    node: Node,
    coordinate: string,
  ): Node => {
    const { directives = [] } = node;
    if (!hidden.has(coordinate) || directives.some((each) => each.name.value === name)) return node;
    return { ...node, directives: [...directives, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } }] };
  };
  const markField = (field: FieldDefinitionNode, type: string): FieldDefinitionNode => {
    const coordinate = memberOf(type, field.name.value);
    const parameters = field.arguments?.map((each) => mark(each, `${coordinate}(${each.name.value}:)`)) ?? [];
    return mark({ ...field, arguments: parameters }, coordinate);
  };
  const markType = (node: DefinitionNode): DefinitionNode => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = node.fields?.map((field) => markField(field, node.name.value)) ?? [];
        return mark({ ...node, fields }, node.name.value);
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = node.fields?.map((each) => mark(each, memberOf(node.name.value, each.name.value))) ?? [];
        return mark({ ...node, fields }, node.name.value);
      }
      case Kind.ENUM_TYPE_DEFINITION: {
        const values = node.values?.map((each) => mark(each, memberOf(node.name.value, each.name.value))) ?? [];
        return mark({ ...node, values }, node.name.value);
      }
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        return mark(node, node.name.value);
      default:
        return node;
    }
  };
  return { ...document, definitions: document.definitions.map(markType) };
}

/** A supergraph of which nothing was hidden before has no word for it. */
function withLink(document: DocumentNode): DocumentNode {
  if (findLink(document, 'inaccessible') !== null) return document;
  const added = parse(
    `extend schema @link(url: "${inaccessibleUrl}", for: SECURITY)
    directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
    { noLocation: true },
  );
  const [extension, ...others] = added.definitions;
  const links = extension?.kind === Kind.SCHEMA_EXTENSION ? (extension.directives ?? []) : [];
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? { ...node, directives: [...(node.directives ?? []), ...links] } : node,
  );
  return { ...document, definitions: [...definitions, ...others] };
}

import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type TypeNode,
} from 'graphql';
import { nameOf, tagOf } from './supergraph-links.ts';

interface Tagged {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** What a node is known by here: a type by its name, a member by that and its own. */
export const memberOf = (type: string, member: string) => `${type}.${member}`;

/** The coordinates of all that is hidden by tags: of what carries one, and of what could not be asked for without that. */
export function findHidden(document: DocumentNode, tags: ReadonlySet<string>): ReadonlySet<string> {
  const own = nameOf(document, 'tag');
  const isTagged = ({ directives = [] }: Tagged) =>
    directives.some((each) => each.name.value === own && tags.has(tagOf(each) ?? ''));
  const hidden = new Set<string>();
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const node of document.definitions) addHidden(node, hidden, isTagged);
  }
  return hidden;
}

function addHidden(node: DefinitionNode, hidden: Set<string>, isTagged: (node: Tagged) => boolean): void {
  if (!isTypeDefinitionNode(node)) return;
  const type = node.name.value;
  if (isTagged(node)) hidden.add(type);
  const members = membersOf(node);
  for (const member of members) {
    const coordinate = memberOf(type, member.name.value);
    if (isTagged(member) || isOfHidden(member, hidden)) hidden.add(coordinate);
    if (member.kind !== Kind.FIELD_DEFINITION) continue;
    for (const argument of member.arguments ?? []) addArgument(argument, coordinate, { hidden, isTagged });
  }
  if (members.length > 0 && members.every((each) => hidden.has(memberOf(type, each.name.value)))) hidden.add(type);
  if (node.kind === Kind.UNION_TYPE_DEFINITION && node.types?.every(({ name }) => hidden.has(name.value)))
    hidden.add(type);
}

/** A field that cannot be asked for without what is hidden is hidden, too. */
function addArgument(
  argument: InputValueDefinitionNode,
  field: string,
  { hidden, isTagged }: { readonly hidden: Set<string>; readonly isTagged: (node: Tagged) => boolean },
): void {
  if (!isTagged(argument) && !hidden.has(namedType(argument.type))) return;
  const isRequired = argument.type.kind === Kind.NON_NULL_TYPE && argument.defaultValue === undefined;
  hidden.add(isRequired ? field : `${field}(${argument.name.value}:)`);
}

function isOfHidden(member: Member, hidden: ReadonlySet<string>): boolean {
  return member.kind !== Kind.ENUM_VALUE_DEFINITION && hidden.has(namedType(member.type));
}

type Member = ReturnType<typeof membersOf>[number];

function membersOf(node: DefinitionNode) {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return node.fields ?? [];
    case Kind.ENUM_TYPE_DEFINITION:
      return node.values ?? [];
    default:
      return [];
  }
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

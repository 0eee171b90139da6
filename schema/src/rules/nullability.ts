import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';
import type { Rule } from './rule.ts';

/** Every root field is nullable: with a non-null one, an agency that is down would erase the whole answer. */
export const requireNullableRoot: Rule = (element) =>
  element.kind === 'field' && element.parent.name.value === 'Query' && isNonNull(element.node)
    ? 'is a root field and must be nullable'
    : undefined;

/** Every field added to another agency's entity is nullable, lists too: an outage of one must not erase the other's data. */
export const requireNullableContribution: Rule = (element) =>
  element.kind === 'field' &&
  hasDirective(element.parent, 'interfaceObject') &&
  !isKeyField(element.parent, element.node) &&
  isNonNull(element.node)
    ? 'is added to an entity of another agency and must be nullable'
    : undefined;

/** Every field whose type another agency resolves is nullable, for the same reason. */
export const requireNullableForeignField: Rule = (element, document) =>
  element.kind === 'field' && isNonNull(element.node) && listForeignTypes(document).has(nameOf(element.node.type))
    ? `has the type ${nameOf(element.node.type)}, which another agency resolves, and must be nullable`
    : undefined;

/**
 * Every field that takes arguments may be null, unless it is a list or an object that may be empty: a wrong argument costs its
 * field, and what may neither be null nor empty would take the object around it along.
 */
export const requireRoomForFaults: Rule = (element, document) =>
  element.kind === 'field' && (element.node.arguments ?? []).length > 0 && isNonNull(element.node)
    ? describeLackOfRoom(element.node, document)
    : undefined;

function describeLackOfRoom({ type }: FieldDefinitionNode, document: DocumentNode): string | undefined {
  return isListOrNull(type) || mayBeEmpty(nameOf(type), document)
    ? undefined
    : 'takes arguments, which may be wrong, and must be nullable or a list';
}

/** Whether an object holds nothing but lists, truth values and what may be null. */
const mayBeEmpty = (name: string, { definitions }: DocumentNode): boolean =>
  definitions.some(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      definition.name.value === name &&
      (definition.fields ?? []).every(({ type }) => isListOrNull(type) || nameOf(type) === 'Boolean'),
  );

const isListOrNull = (type: TypeNode): boolean => type.kind !== Kind.NON_NULL_TYPE || type.type.kind === Kind.LIST_TYPE;

/** Names of the types that another agency resolves, and of unions with such a member. */
function listForeignTypes({ definitions }: DocumentNode): ReadonlySet<string> {
  const objects = definitions
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((definition) => hasDirective(definition, 'interfaceObject') || isStub(definition))
    .map(({ name }) => name.value);
  const unions = definitions
    .filter((definition) => definition.kind === Kind.UNION_TYPE_DEFINITION)
    .filter(({ types }) => types?.some(({ name }) => objects.includes(name.value)))
    .map(({ name }) => name.value);
  return new Set([...objects, ...unions]);
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

const hasDirective = ({ directives }: Directed, directive: string) =>
  directives?.some(({ name }) => name.value === directive) ?? false;

/** Whether a type only points at an entity of another agency: `@key(fields: "id", resolvable: false)`. */
const isStub = ({ directives }: Directed) =>
  directives?.some((key) =>
    key.arguments?.some(
      ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
    ),
  ) ?? false;

const isKeyField = ({ directives }: Directed, field: FieldDefinitionNode) =>
  directives?.some((key) =>
    key.arguments?.some(({ value }) => value.kind === Kind.STRING && value.value.split(' ').includes(field.name.value)),
  ) ?? false;

const isNonNull = ({ type }: FieldDefinitionNode) => type.kind === Kind.NON_NULL_TYPE;

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

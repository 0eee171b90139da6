import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { inheritedFields } from '../inherited-fields.ts';
import type { Rule } from './rule.ts';

/** The directives by which a list says how long it is. */
const sizing = ['listSize', 'sizedBy', 'byPeriod'];

/**
 * Every list says how long it is, by itself, by an interface of its type, or by each field that leads to it: what an operation
 * multiplies to is known before it is asked.
 */
export const requireListSize: Rule = (element, document) => {
  if (element.kind !== 'field' || !isList(element.node.type) || hasDirective(element.node, 'external'))
    return undefined;
  const { parent, node } = element;
  if (sizing.some((name) => hasDirective(node, name))) return undefined;
  const inherited =
    parent.kind === Kind.OBJECT_TYPE_DEFINITION ? inheritedFields(parent, document).get(node.name.value) : undefined;
  if (inherited !== undefined && sizing.some((name) => hasDirective(inherited.node, name))) return undefined;
  return isSizedFromOutside(parent.name.value, node.name.value, document)
    ? undefined
    : 'is a list that does not say how long it is: write @listSize(assumedSize: …), or @sizedBy or @byPeriod of core.graphql';
};

/** Every field that leads to series says how many periods they have at most. */
export const requirePeriods: Rule = (element, document) => {
  if (element.kind !== 'field' || nameOf(element.node.type) !== 'Series') return undefined;
  const { parent, node } = element;
  const inherited =
    parent.kind === Kind.OBJECT_TYPE_DEFINITION ? inheritedFields(parent, document).get(node.name.value) : undefined;
  // A page has series of all that its agency measures, which the field that leads to the agency says.
  if (parent.name.value === 'SeriesPage' || hasDirective(node, 'periods')) return undefined;
  return inherited !== undefined && hasDirective(inherited.node, 'periods')
    ? undefined
    : 'leads to series and does not say how many periods they have: write @periods(most: …)';
};

/** Whether every field that gives the type says the length of the list by `sizedFields`. */
function isSizedFromOutside(type: string, field: string, { definitions }: DocumentNode): boolean {
  const leading = definitions
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
    .flatMap(({ fields = [] }) => fields)
    .filter((node) => nameOf(node.type) === type);
  return leading.length > 0 && leading.every((node) => sizedFieldsOf(node).includes(field));
}

function sizedFieldsOf({ directives = [] }: FieldDefinitionNode): readonly string[] {
  const given = directives.find(({ name }) => name.value === 'listSize')?.arguments ?? [];
  const value = given.find(({ name }) => name.value === 'sizedFields')?.value;
  return value?.kind === Kind.LIST
    ? value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []))
    : [];
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

const hasDirective = ({ directives }: Directed, directive: string) =>
  directives?.some(({ name }) => name.value === directive) ?? false;

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

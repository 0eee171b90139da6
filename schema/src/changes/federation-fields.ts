import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type SelectionNode } from 'graphql';
import { listElements, type SchemaElement } from '../elements.ts';
import { argumentOf, textOf } from '../schema-links.ts';

/** A subgraph as it is composed. */
export interface ComposedSchema {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** A field with where it stands. */
export type FieldElement = Extract<SchemaElement, { readonly kind: 'field' }>;

interface Marked {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The fields of a schema, those included that it only names. */
export const fieldsIn = (document: DocumentNode): readonly FieldElement[] =>
  listElements(document).filter((element) => element.kind === 'field');

/** The directives of a name that a node has. */
export const directivesOf = ({ directives = [] }: Marked, name: string): readonly ConstDirectiveNode[] =>
  directives.filter((each) => each.name.value === name);

/** Whether a field, or all of its type, has a directive. */
export const isMarked = ({ node, parent }: FieldElement, name: string): boolean =>
  directivesOf(node, name).length + directivesOf(parent, name).length > 0;

/** Whether a subgraph answers for a field by itself, and does not only name one of somebody else. */
export const isAnswered = (field: FieldElement): boolean => !isMarked(field, 'external');

/** What a directive is given as text under a name, in one line; empty where it is given none. */
export function textGiven(directive: ConstDirectiveNode, name: string): string {
  return (textOf(argumentOf(directive, name)) ?? '').trim().replaceAll(/\s+/g, ' ');
}

/** What a set of fields selects, such as that of a key; nothing where it is not one: composition says what is wrong with it. */
export function readFieldSet(fields: string): readonly SelectionNode[] {
  try {
    const [query] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
    return query?.kind === Kind.OPERATION_DEFINITION ? query.selectionSet.selections : [];
  } catch {
    return [];
  }
}

/** The keys of a type, those that only point at a thing included. */
export const keysOf = (type: Marked): readonly ConstDirectiveNode[] => directivesOf(type, 'key');

/** Whether a key, or a part of it on the first level, is this field. */
export function isKeyField(type: Marked, field: string): boolean {
  const selected = keysOf(type).flatMap((key) => readFieldSet(textGiven(key, 'fields')));
  return selected.some((each) => each.kind === Kind.FIELD && each.name.value === field);
}

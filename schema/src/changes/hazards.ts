import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  type TypeDefinitionNode,
} from 'graphql';
import { listElements, type SchemaElement } from '../elements.ts';

/** A subgraph as it is composed. */
export interface ComposedSchema {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * What of federation would fail later, or elsewhere, than where it was written: a sentence for each.
 *
 * - Arguments inside `@requires`: six cases of the audit of gateways, in which stock planners ask for something else.
 * - A field that is marked as shared, and that one subgraph has alone: the mark promises another that is not there.
 *
 * Never throws.
 */
export function findHazards(subgraphs: readonly ComposedSchema[]): readonly string[] {
  return subgraphs.flatMap((subgraph) => [...findRequiredArguments(subgraph), ...findShared(subgraph, subgraphs)]);
}

/**
 * A sentence for each key by which others may ask about a thing of a subgraph, and after the change could not. They hold what they ask
 * with for as long as they do: a key is added first, and taken away when nobody asks by it.
 */
export function findRemovedKeys(before: ComposedSchema, after: ComposedSchema): readonly string[] {
  const kept = new Set(keysOf(after.typeDefs));
  return keysOf(before.typeDefs)
    .filter((key) => !kept.has(key))
    .map(
      (key) => `[${before.name}] ${key} is gone: other agencies ask about it by that key. Keep it beside a new one.`,
    );
}

/**
 * A sentence for each field that the subgraph adds to a thing of other agencies and that may not be null: while it is down, all that the
 * others know of the thing would be lost. Whose the thing is, is told by what was published: theirs who had such fields before.
 *
 * @param before - The subgraph as it is published; null where it is new.
 */
export function findErasing(
  before: ComposedSchema | null,
  after: ComposedSchema,
  others: readonly ComposedSchema[],
): readonly string[] {
  const known = new Set(others.flatMap(({ typeDefs }) => fieldsIn(typeDefs).map(coordinateOf)));
  const foreign = new Set(others.flatMap(({ typeDefs }) => erasingIn(typeDefs).map(({ parent }) => parent.name.value)));
  const own = new Set(before === null ? [] : erasingIn(before.typeDefs).map(({ parent }) => parent.name.value));
  return erasingIn(after.typeDefs)
    .filter(({ coordinate, parent }) => {
      const type = parent.name.value;
      return foreign.has(type) && !own.has(type) && !known.has(coordinate);
    })
    .map(
      ({ coordinate, node, parent }) =>
        `[${after.name}] ${coordinate} is ${print(node.type)}, and ${parent.name.value} belongs to another agency: let it be null, or all of that is lost while ${after.name} is down.`,
    );
}

/** The fields of things with a key that may not be null, but for the keys. */
function erasingIn(document: DocumentNode): readonly FieldElement[] {
  return fieldsIn(document).filter(({ node, parent: { directives = [] } }) => {
    const keys = directives.filter(({ name }) => name.value === 'key').map(fieldsOf);
    const isKey = keys.some((fields) => fields.split(/[^\w]+/).includes(node.name.value));
    return keys.length > 0 && !isKey && node.type.kind === Kind.NON_NULL_TYPE;
  });
}

function keysOf({ definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((node) =>
    'directives' in node && 'name' in node
      ? (node.directives ?? [])
          .filter(({ name }) => name.value === 'key')
          .map((key) => `@key(fields: "${fieldsOf(key)}") of ${node.name?.value ?? 'the schema'}`)
      : [],
  );
}

function fieldsOf({ arguments: given = [] }: DirectiveNode): string {
  const value = given.find(({ name }) => name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value.trim().replaceAll(/\s+/g, ' ') : '';
}

function findRequiredArguments({ name, typeDefs }: ComposedSchema): readonly string[] {
  return listElements(typeDefs).flatMap(({ coordinate, node }) =>
    (node.directives ?? [])
      .filter((directive) => directive.name.value === 'requires' && hasArguments(fieldsOf(directive)))
      .map(
        (directive) =>
          `[${name}] ${coordinate} has arguments inside @requires(fields: "${fieldsOf(directive)}"), which planners mix up with those of clients. Ask for a field without arguments: its owner can add one.`,
      ),
  );
}

function hasArguments(fields: string): boolean {
  try {
    const [query] = parse(`{ ${fields} }`).definitions;
    return query?.kind === Kind.OPERATION_DEFINITION && holdsArguments(query.selectionSet);
  } catch {
    // Composition says what is wrong with it.
    return false;
  }
}

const holdsArguments = ({ selections }: SelectionSetNode): boolean =>
  selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const hasOwn = selection.kind === Kind.FIELD && (selection.arguments ?? []).length > 0;
    return hasOwn || (selection.selectionSet !== undefined && holdsArguments(selection.selectionSet));
  });

function findShared(subgraph: ComposedSchema, subgraphs: readonly ComposedSchema[]): readonly string[] {
  const others = new Set(
    subgraphs.filter((each) => each !== subgraph).flatMap(({ typeDefs }) => fieldsIn(typeDefs).map(coordinateOf)),
  );
  return fieldsIn(subgraph.typeDefs)
    .filter((field) => isShared(field) && !others.has(field.coordinate))
    .map(
      ({ coordinate }) =>
        `[${subgraph.name}] ${coordinate} is @shareable, and no other agency has it. Take the mark away, or let the others have the field first.`,
    );
}

type FieldElement = Extract<SchemaElement, { readonly kind: 'field' }>;

const fieldsIn = (document: DocumentNode): readonly FieldElement[] =>
  listElements(document).filter((element) => element.kind === 'field');

const coordinateOf = ({ coordinate }: FieldElement): string => coordinate;

const isShared = ({ node, parent }: FieldElement): boolean => isMarked(node) || isMarked(parent);

const isMarked = ({ directives }: Pick<TypeDefinitionNode, 'directives'>): boolean =>
  directives?.some(({ name }) => name.value === 'shareable') ?? false;

import { Kind, type SelectionNode } from 'graphql';
import { listElements } from '../elements.ts';
import {
  type ComposedSchema,
  directivesOf,
  type FieldElement,
  fieldsIn,
  isAnswered,
  isMarked,
  readFieldSet,
  textGiven,
} from './federation-fields.ts';

/**
 * What of federation would fail later, or elsewhere, than where it was written: a sentence for each.
 *
 * - Arguments inside `@requires`: six cases of the audit of gateways, in which stock planners ask for something else.
 * - A field that is marked as shared, and that one subgraph has alone: the mark promises another that is not there.
 *
 * Never throws.
 */
export function findHazards(subgraph: ComposedSchema, others: readonly ComposedSchema[]): readonly string[] {
  return [...findRequiredArguments(subgraph), ...findShared(subgraph, others)];
}

function findRequiredArguments({ name, typeDefs }: ComposedSchema): readonly string[] {
  return listElements(typeDefs).flatMap(({ coordinate, node }) =>
    directivesOf(node, 'requires')
      .map((directive) => textGiven(directive, 'fields'))
      .filter((fields) => holdsArguments(readFieldSet(fields)))
      .map(
        (fields) =>
          `[${name}] ${coordinate} has arguments inside @requires(fields: "${fields}"), which planners mix up with those of clients. Ask for a field without arguments: its owner can add one.`,
      ),
  );
}

const holdsArguments = (selections: readonly SelectionNode[]): boolean =>
  selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const hasOwn = selection.kind === Kind.FIELD && (selection.arguments ?? []).length > 0;
    return hasOwn || holdsArguments(selection.selectionSet?.selections ?? []);
  });

function findShared({ name, typeDefs }: ComposedSchema, others: readonly ComposedSchema[]): readonly string[] {
  const partners = new Map(others.map((each) => [each.name, coordinatesOf(each)]));
  return fieldsIn(typeDefs)
    .filter((field) => isMarked(field, 'shareable') && !isSharedWith(partners, field))
    .map(
      ({ coordinate }) =>
        `[${name}] ${coordinate} is @shareable, and no other agency has it. Take the mark away: whoever takes the field over later says so by @override.`,
    );
}

/** Whether somebody else answers for a field, but for whom it is taken from. */
function isSharedWith(partners: ReadonlyMap<string, ReadonlySet<string>>, { coordinate, node }: FieldElement): boolean {
  const taken = directivesOf(node, 'override').map((each) => textGiven(each, 'from'));
  return [...partners].some(([name, coordinates]) => coordinates.has(coordinate) && !taken.includes(name));
}

/** What a subgraph answers for: what it provides on the way to others', too. */
function coordinatesOf({ typeDefs }: ComposedSchema): ReadonlySet<string> {
  const fields = fieldsIn(typeDefs);
  const provided = fields.flatMap(({ node }) =>
    directivesOf(node, 'provides').map((each) => textGiven(each, 'fields')),
  );
  const isProvided = ({ node }: FieldElement) => provided.some((each) => each.split(/\W+/).includes(node.name.value));
  return new Set(fields.filter((each) => isAnswered(each) || isProvided(each)).map(({ coordinate }) => coordinate));
}

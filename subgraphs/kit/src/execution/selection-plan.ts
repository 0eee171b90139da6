import { type FieldNode, type GraphQLObjectType, isNonNullType, type SelectionSetNode } from 'graphql';
import { planArguments } from './argument-plan.ts';
import { collectFields } from './collected-fields.ts';
import { completionOf, isWhole } from './completion.ts';
import type { FieldPlan, Operation, SelectionPlan, ToldName } from './plan.ts';

/**
 * The plan of what some selections ask of an object of a type. What is asked within its fields is planned when the first such object is
 * there, for the kind that it is of.
 *
 * @throws {GraphQLError} for a condition that is neither true nor false.
 */
export function planSelection(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectionPlan {
  const collected = [...collectFields(operation, type, sets)];
  operation.onFields(collected.length);
  return {
    fields: collected.flatMap(([name, nodes]) => planField(operation, type, { name, nodes }) ?? []),
    isBare: collected.some(([name]) => name === '__proto__'),
  };
}

/** A field under its name in the answer. */
interface NamedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** Null for a field that is not there, of which nothing is told. */
function planField(
  operation: Operation,
  parent: GraphQLObjectType,
  { name, nodes }: NamedField,
): FieldPlan | ToldName | null {
  const [node] = nodes;
  if (node === undefined) return null;
  if (node.name.value === '__typename') return { name, text: parent.name };
  const definition = parent.getFields()[node.name.value];
  if (definition === undefined) return null;
  const select = planOnce((type) =>
    planSelection(
      operation,
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    ),
  );
  const field: FieldPlan = {
    name,
    nodes,
    parent,
    definition,
    mayBeNull: !isNonNullType(definition.type),
    isWhole: isWhole(definition.type),
    resolve: definition.resolve ?? null,
    readArguments: planArguments(definition, node),
    complete: completionOf(definition.type, {
      field: () => field,
      fieldName: `${parent.name}.${definition.name}`,
      select,
    }),
  };
  return field;
}

type Planning = (type: GraphQLObjectType) => SelectionPlan;

function planOnce(plan: Planning): Planning {
  const known = new Map<GraphQLObjectType, SelectionPlan>();
  return (type) => {
    const planned = known.get(type) ?? plan(type);
    known.set(type, planned);
    return planned;
  };
}

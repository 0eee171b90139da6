import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type ASTNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A condition by a variable, as text: the same for the same variable and sense. */
type Condition = `${'include' | 'skip'} ${string}`;

/** A fetch of a plan, and the conditions under which it is sent. */
interface PlacedFetch {
  readonly fetch: FetchNode;
  readonly conditions: ReadonlySet<Condition>;
}

/** Whether a fetch that is sent without some of these conditions needs the field of that name. */
type IsNeeded = (name: string, conditions: readonly Condition[]) => boolean;

/**
 * Has whatever a fetch of the plan needs of others asked for whenever that fetch is sent. Changes the plan.
 *
 * For `area { officers absences @include(if: $v) }`, where absences require residents of another agency, @apollo/query-planner 2.14.4
 * writes one fetch for both fields, which needs the residents, and asks for these only where `$v` is true. Where it is not,
 * the area lacks what the fetch needs, nobody is asked about it, and its officers are null without a word. So what is needed
 * is asked for besides outside of all conditions that do not stand around the fetch itself.
 */
export function makeRequirementsCertain(plan: QueryPlan): void {
  const placed = plan.node === undefined || plan.node.kind === 'Subscription' ? [] : placeFetches(plan.node, new Set());
  const needs = placed.map(({ fetch, conditions }) => ({ names: namesIn(fetch.requires ?? []), conditions }));
  const isNeeded: IsNeeded = (name, around) =>
    needs.some(({ names, conditions }) => names.has(name) && !around.every((condition) => conditions.has(condition)));
  for (const { fetch } of placed)
    if (/@(?:include|skip)\(/.test(fetch.operation)) fetch.operation = writeCertain(fetch.operation, isNeeded);
}

function placeFetches(node: PlanNode | undefined, conditions: ReadonlySet<Condition>): readonly PlacedFetch[] {
  switch (node?.kind) {
    case 'Fetch':
      return [{ fetch: node, conditions }];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((inner) => placeFetches(inner, conditions));
    case 'Flatten':
      return placeFetches(node.node, conditions);
    case 'Condition':
      return [
        ...placeFetches(node.ifClause, new Set([...conditions, `include ${node.condition}` as const])),
        ...placeFetches(node.elseClause, new Set([...conditions, `skip ${node.condition}` as const])),
      ];
    default:
      return [];
  }
}

/** The fields of an object that a fetch needs, of whatever kind it is, by their names in the answer. */
function namesIn(requires: readonly QueryPlanSelectionNode[]): ReadonlySet<string> {
  return new Set(
    requires.flatMap((selection) =>
      selection.kind === 'Field' ? [selection.alias ?? selection.name] : [...namesIn(selection.selections)],
    ),
  );
}

function writeCertain(operation: string, isNeeded: IsNeeded): string {
  const document = parse(operation, { noLocation: true });
  const written = visit(document, {
    SelectionSet: {
      // From below, and whole objects at a time: what is added is not looked at again.
      leave: ({ selections }, _key, parent) => {
        if (isFragment(parent)) return undefined;
        const needed = selections.flatMap((one) => takeNeeded(one, [], isNeeded));
        return needed.length === 0 ? undefined : setOf([...needed, ...selections]);
      },
    },
  });
  return written === document ? operation : print(written);
}

function isFragment(parent: ASTNode | readonly ASTNode[] | undefined): boolean {
  return parent !== undefined && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT;
}

/** What of a selection is needed without the conditions around it, without these. */
function takeNeeded(
  selection: SelectionNode,
  around: readonly Condition[],
  isNeeded: IsNeeded,
): readonly SelectionNode[] {
  const conditions = [...around, ...conditionsOf(selection)];
  if (selection.kind === Kind.FIELD)
    return isNeeded(keyOf(selection), conditions) ? [{ ...selection, directives: [] }] : [];
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
  const selections = selection.selectionSet.selections.flatMap((inner) => takeNeeded(inner, conditions, isNeeded));
  return selections.length === 0 ? [] : [{ ...selection, directives: [], selectionSet: setOf(selections) }];
}

function conditionsOf({ directives = [] }: SelectionNode): readonly Condition[] {
  return directives.flatMap(({ name, arguments: given = [] }) => {
    const value = given[0]?.value;
    if (value?.kind !== Kind.VARIABLE || (name.value !== 'include' && name.value !== 'skip')) return [];
    return [`${name.value} ${value.name.value}` as const];
  });
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

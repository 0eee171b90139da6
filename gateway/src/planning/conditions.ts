import { type DirectiveNode, type FieldNode, Kind, type SelectionNode } from 'graphql';

/** `@skip(if: true)`. */
export const skipped: DirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'skip' },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: true } },
  ],
};

/** The directives of a selection without constant conditions; null where one of those leaves it out. */
export function readOpenConditions({ directives = [] }: SelectionNode): readonly DirectiveNode[] | null {
  if (directives.some(leavesOut)) return null;
  return directives.filter((directive) => readConstant(directive) === null);
}

/**
 * The field under the conditions of a fragment around it. The planner fails at a fragment of conditions alone around such a
 * field. It may have one of each kind: with two, one is dropped, and what it leaves out is asked for in vain.
 */
export function addConditions(field: FieldNode, conditions: readonly DirectiveNode[]): FieldNode {
  const byName = new Map([...conditions, ...(field.directives ?? [])].map((each) => [each.name.value, each]));
  return { ...field, directives: [...byName.values()] };
}

function leavesOut(directive: DirectiveNode): boolean {
  const value = readConstant(directive);
  return value !== null && value === (directive.name.value === 'skip');
}

/** What a `@skip` or `@include` says whatever the variables are; null where it does not, and for every other directive. */
function readConstant({ name, arguments: given = [] }: DirectiveNode): boolean | null {
  if (name.value !== 'skip' && name.value !== 'include') return null;
  const value = given[0]?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : null;
}

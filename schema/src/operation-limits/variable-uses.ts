import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** How often variables stand in a document, and how many operations may mean them. */
export interface VariableUses {
  readonly operations: number;
  readonly uses: number;
}

/** Counts the uses of variables in a document, each where it stands in the text. Looks at each node once, and never throws. */
export function countVariableUses({ definitions }: DocumentNode): VariableUses {
  let [operations, uses] = [0, 0];
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations += 1;
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
      uses += inDirectives(definition.directives) + inSet(definition.selectionSet);
  }
  return { operations, uses };
}

function inSet({ selections }: SelectionSetNode): number {
  let uses = 0;
  for (const selection of selections) {
    uses += inDirectives(selection.directives);
    if (selection.kind === Kind.FIELD) uses += inArguments(selection.arguments);
    const inside = selection.kind === Kind.FRAGMENT_SPREAD ? undefined : selection.selectionSet;
    if (inside) uses += inSet(inside);
  }
  return uses;
}

function inDirectives(directives: readonly DirectiveNode[] = []): number {
  return directives.reduce((uses, directive) => uses + inArguments(directive.arguments), 0);
}

function inArguments(given: readonly ArgumentNode[] = []): number {
  return given.reduce((uses, { value }) => uses + inValue(value), 0);
}

function inValue(value: ValueNode): number {
  if (value.kind === Kind.VARIABLE) return 1;
  if (value.kind === Kind.LIST) return value.values.reduce((uses, item) => uses + inValue(item), 0);
  if (value.kind !== Kind.OBJECT) return 0;
  return value.fields.reduce((uses, field) => uses + inValue(field.value), 0);
}

import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { AnswerPath } from './answer.ts';
import type { Operation } from './operation.ts';

/** What may have fields: an operation, a fragment, a field. */
type Holder = { readonly selectionSet?: SelectionSetNode | undefined };

/**
 * Whether an operation asks for any value at a path of its answer or inside it, whatever types are there: false where all
 * of it is skipped, so that an object would come back empty. `__typename` is a value.
 */
export function isAnythingAsked({ query, variables }: Operation, path: AnswerPath): boolean {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  const roots: OperationDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) roots.push(definition);
  }
  const values: Record<string, unknown> = { ...readDefaults(roots), ...variables };
  let holders: readonly Holder[] = roots;
  for (const step of path.filter((one) => typeof one === 'string')) {
    holders = holders.flatMap(fieldsIn).filter(({ alias, name }) => (alias ?? name).value === step);
  }
  return holders.some(isValue);

  /** The fields that are not skipped, those of fragments included. */
  function fieldsIn({ selectionSet }: Holder): readonly FieldNode[] {
    return (selectionSet?.selections ?? []).flatMap((selection) => {
      if (getDirectiveValues(GraphQLSkipDirective, selection, values)?.['if'] === true) return [];
      if (getDirectiveValues(GraphQLIncludeDirective, selection, values)?.['if'] === false) return [];
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment ? fieldsIn(fragment) : [];
    });
  }

  function isValue(holder: Holder): boolean {
    return holder.selectionSet ? fieldsIn(holder).some(isValue) : true;
  }
}

function readDefaults(roots: readonly OperationDefinitionNode[]): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { variable, defaultValue } of roots.flatMap(({ variableDefinitions = [] }) => variableDefinitions)) {
    if (defaultValue) values[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return values;
}

import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/** What directives there are in a document. */
export interface Directives {
  /** The node with the most directives, and how many; null where there are none. */
  readonly most: { readonly node: ASTNode; readonly count: number } | null;
  /** Those that are not among the known ones. */
  readonly unknown: readonly DirectiveNode[];
}

/** Counts the directives of a document. Goes down as far as the text does, and never throws. */
export function countDirectives(document: DocumentNode, known: ReadonlySet<string>): Directives {
  const nodes = document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      return [definition, ...(definition.variableDefinitions ?? []), ...nodesIn(definition.selectionSet)];
    return definition.kind === Kind.FRAGMENT_DEFINITION ? [definition, ...nodesIn(definition.selectionSet)] : [];
  });
  let most: Directives['most'] = null;
  const unknown: DirectiveNode[] = [];
  for (const node of nodes) {
    const { directives = [] } = node;
    if (directives.length > (most?.count ?? 0)) most = { node, count: directives.length };
    unknown.push(...directives.filter(({ name }) => !known.has(name.value)));
  }
  return { most, unknown };
}

type Directed = ASTNode & { readonly directives?: readonly DirectiveNode[] | undefined };

function nodesIn({ selections }: SelectionSetNode): readonly Directed[] {
  return selections.flatMap((selection): readonly Directed[] => {
    const inside = 'selectionSet' in selection ? selection.selectionSet : undefined;
    return inside ? [selection, ...nodesIn(inside)] : [selection];
  });
}

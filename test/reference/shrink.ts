import { type ASTNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';
import type { Operation } from './operation.ts';

/** Tries at most: every one is asked of all gateways. */
const mostTries = 120;

/**
 * A smaller operation for which `holds` is still true: selections, fragments, directives, arguments and variables are
 * left out one by one, as long as it is. The operation itself where nothing can go.
 */
export async function shrink(
  schema: GraphQLSchema,
  operation: Operation,
  holds: (operation: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  let tries = 0;
  // After each success from the start: what could not go before may be able to now.
  for (let position = 0; tries < mostTries;) {
    const candidate = leaveOut(schema, smallest, position);
    if (candidate === 'end') break;
    if (candidate === 'nothing') {
      position += 1;
      continue;
    }
    tries += 1;
    if (await holds(candidate)) smallest = candidate;
    else position += 1;
  }
  return smallest;
}

/** The operation without the node at a position; `nothing` where it is needed, `end` beyond the last. */
function leaveOut(
  schema: GraphQLSchema,
  { query, variables }: Operation,
  position: number,
): Operation | 'nothing' | 'end' {
  const document = parse(query, { noLocation: true });
  let seen = 0;
  const without = visit(document, {
    enter: (node) => {
      if (!canGo(node)) return undefined;
      seen += 1;
      return seen === position + 1 ? inline(document, node) : undefined;
    },
  });
  if (seen <= position) return 'end';
  const tidied = tidy(without);
  // A position that has nothing left inside is not GraphQL.
  const text = print(tidied);
  if (!isValid(schema, text)) return 'nothing';
  const declared = variableNames(tidied);
  const used = Object.entries(variables).filter(([name]) => declared.has(name));
  return { query: text, variables: Object.fromEntries(used) };
}

function canGo({ kind }: ASTNode): boolean {
  return (
    kind === Kind.FIELD ||
    kind === Kind.INLINE_FRAGMENT ||
    kind === Kind.FRAGMENT_SPREAD ||
    kind === Kind.DIRECTIVE ||
    kind === Kind.ARGUMENT ||
    kind === Kind.OBJECT_FIELD
  );
}

/** What comes in place of a node that goes: of a spread the fragment itself, at first; of all else nothing. */
function inline(document: DocumentNode, node: ASTNode): ASTNode | null {
  if (node.kind !== Kind.FRAGMENT_SPREAD) return null;
  const fragment = document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return null;
  const { typeCondition, selectionSet } = fragment;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: node.directives ?? [] };
}

/** Without the fragments and variables that nothing refers to any more. */
function tidy(document: DocumentNode): DocumentNode {
  const spread = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => {
      spread.add(name.value);
    },
  });
  const kept = document.definitions.filter(
    (one) => one.kind !== Kind.FRAGMENT_DEFINITION || spread.has(one.name.value),
  );
  const smaller = { ...document, definitions: kept };
  if (kept.length < document.definitions.length) return tidy(smaller);
  const used = variableNames(smaller);
  return visit(smaller, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
}

/** The variables that are used. */
function variableNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}

function isValid(schema: GraphQLSchema, query: string): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

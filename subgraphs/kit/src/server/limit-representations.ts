import type { ApolloServerPlugin } from '@apollo/server';
import { maxRepresentations } from '@boroughgraph/schema/wire/limits.ts';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { RequestContext } from '../series/context.ts';

/** Has a server refuse operations that ask about more entities than the gateway ever does. */
export function limitRepresentations(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request: { variables = {} } }) => {
          if (operation !== undefined) requireFewEntities({ document, operation, variables });
          return Promise.resolve();
        },
      }),
  };
}

/**
 * Refuses an operation that asks about more entities than the gateway ever does, `_entities` under every name together, before any of them
 * is looked up. Each takes a look of its own, and may be an error of its own.
 *
 * @throws {GraphQLError} OPERATION_TOO_LARGE
 */
export function requireFewEntities(asked: Asked): void {
  const count = countRepresentations(asked);
  if (count > maxRepresentations) throw tooMany(count);
}

interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

function countRepresentations({ document, operation, variables }: Asked): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const inSet = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (selection.name.value === '_entities' ? ofField(selection) : 0);
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return inside ? sum + inSet(inside.selectionSet) : sum;
    }, 0);
  const ofField = ({ arguments: given = [] }: FieldNode): number =>
    given.reduce((sum, { value }) => sum + lengthOf(value, variables), 0);
  return inSet(operation.selectionSet);
}

function lengthOf(value: ValueNode, variables: Asked['variables']): number {
  if (value.kind === Kind.LIST) return value.values.length;
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? given.length : 1;
}

function tooMany(count: number): GraphQLError {
  const message = `The operation asks about ${count} entities, and at most ${maxRepresentations} may be asked about at once. Ask about fewer.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}

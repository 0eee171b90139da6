import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { ResultObject } from './result-object.ts';

/** What an operation asks the schema of itself. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => ResultObject;

/** Answers these fields of an operation by the schema that clients see; nothing where there are none. */
export function compileIntrospection(
  schema: GraphQLSchema,
  fields: readonly FieldNode[],
  {
    operation,
    fragments,
  }: { operation: OperationDefinitionNode; fragments: Readonly<Record<string, FragmentDefinitionNode>> },
): Introspect {
  if (fields.length === 0) return () => ({});
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
      ...Object.values(fragments),
    ],
  };
  return (variableValues) => {
    const { data, errors = [] } = executeSync({ schema, document, rootValue: {}, variableValues });
    const [first] = errors;
    if (first !== undefined) throw first;
    // A schema answers with objects that are shared with nobody.
    return { ...data };
  };
}

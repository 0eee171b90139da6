import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** An operation whose cost is asked for. It is valid by the schema. */
export interface PricedOperation {
  /** With the directives by which agencies say how long lists are. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of the types that the operation says, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const named = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(named.map((fragment) => [fragment.name.value, fragment]));
}

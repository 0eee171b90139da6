import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';

/** What a document is made of. */
export interface DocumentParts {
  readonly operations: readonly OperationDefinitionNode[];
  /** By their names. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The operations and the named fragments of a document. */
export function readParts({ definitions }: DocumentNode): DocumentParts {
  const named = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return {
    operations: definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION),
    fragments: new Map(named.map((fragment) => [fragment.name.value, fragment])),
  };
}

import { type ConstDirectiveNode, type DirectiveNode, type DocumentNode, Kind } from 'graphql';

/** By which name a directive of federation goes in a supergraph. */
export function nameOf(document: DocumentNode, feature: string): string {
  return textOf(findLink(document, feature), 'as') ?? feature;
}

/** What links a specification of federation into a supergraph; null where nothing does. */
export function findLink({ definitions }: DocumentNode, feature: string): ConstDirectiveNode | null {
  const directives = definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
  return directives.find((each) => textOf(each, 'url')?.includes(`specs.apollo.dev/${feature}/`)) ?? null;
}

/** The tag of a `@tag`; null where it has none. */
export const tagOf = (directive: DirectiveNode) => textOf(directive, 'name');

function textOf(directive: DirectiveNode | null, argument: string): string | null {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

import { type ConstDirectiveNode, type DocumentNode, Kind, print } from 'graphql';
import { isEnforcedLink } from './access-links.ts';

/**
 * A supergraph whose rules are enforced here, without the mark that they have to be: a planner that enforces nothing refuses one that has it.
 * All else is as it was.
 */
export function writeEnforced(supergraph: DocumentNode): string {
  return print({
    ...supergraph,
    definitions: supergraph.definitions.map((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
        ? { ...node, directives: node.directives?.map(withoutSecurity) ?? [] }
        : node,
    ),
  });
}

function withoutSecurity(directive: ConstDirectiveNode): ConstDirectiveNode {
  if (!isEnforcedLink(directive)) return directive;
  return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== 'for') ?? [] };
}

import { searchUrl } from '@boroughgraph/schema/search/search-schema.ts';
import { Kind, parse, type DirectiveNode, type EnumValueDefinitionNode } from 'graphql';

/** An agency of a supergraph, and where its subgraph answers when nobody says otherwise. */
export interface SupergraphAgency {
  readonly name: string;
  readonly url: string;
}

// The rest of a supergraph has thousands of lines, which are parsed where all of it is needed.
const graphEnum = /^enum join__Graph \{[^]*?^\}/m;

/**
 * The agencies that a composed supergraph names, in its order; what the gateway answers itself is none.
 *
 * @throws {Error} when it names none.
 */
export function listAgencies(supergraphSdl: string): readonly SupergraphAgency[] {
  const definition = graphEnum.exec(supergraphSdl)?.[0];
  const [node] = definition === undefined ? [] : parse(definition, { noLocation: true }).definitions;
  if (node?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error('The supergraph names no subgraph: expected an enum join__Graph, as `npm run compose` writes it');
  return (node.values ?? []).flatMap(readAgency).filter(({ url }) => url !== searchUrl);
}

function readAgency({ directives }: EnumValueDefinitionNode): readonly SupergraphAgency[] {
  const graph = directives?.find(({ name }) => name.value === 'join__graph');
  return graph === undefined ? [] : [{ name: readArgument(graph, 'name'), url: readArgument(graph, 'url') }];
}

function readArgument(directive: DirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

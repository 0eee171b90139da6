import '../telemetry-off.ts';
import { readFileSync } from 'node:fs';
import { printSchema, Supergraph } from '@apollo/federation-internals';
import { composeSubgraphs, type Composition } from '@boroughgraph/schema/compose.ts';
import { readSearchSchema } from '@boroughgraph/schema/search/search-schema.ts';
import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { type DocumentNode, parse, print, printSchema as printApi, Source } from 'graphql';

/** One subgraph as it was published: its address, and all of its schema, the core included. */
export interface PublishedSubgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What the gateway answers by: the subgraphs and the one graph that they make. */
export interface PublishedGraph {
  readonly subgraphs: readonly PublishedSubgraph[];
  readonly composition: Composition;
}

/** The schema of a subgraph; its nodes know the subgraph's name and their line. */
export function parseSubgraph({ name, sdl }: Pick<PublishedSubgraph, 'name' | 'sdl'>): {
  readonly name: string;
  readonly typeDefs: DocumentNode;
} {
  return { name, typeDefs: parse(new Source(sdl, name)) };
}

/**
 * The graph of some subgraphs.
 *
 * @throws {CompositionError} when they make none.
 */
export function composePublished(subgraphs: readonly PublishedSubgraph[]): PublishedGraph {
  const parsed = subgraphs.map((each) => ({ ...parseSubgraph(each), url: each.url }));
  return { subgraphs, composition: composeSubgraphs(parsed) };
}

/** The subgraphs of the repository, before anybody has published one: each at the port of its description, and the gateway's own part. */
function readCommittedSubgraphs(): readonly PublishedSubgraph[] {
  const agencies = readSubgraphSchemas().map(({ name, agency, typeDefs }) => ({
    name,
    url: `http://127.0.0.1:${agency.port}/graphql`,
    sdl: print(typeDefs),
  }));
  const { name, url, typeDefs } = readSearchSchema();
  return [...agencies, { name, url, sdl: print(typeDefs) }];
}

const supergraphUrl = import.meta.resolve('@boroughgraph/schema/supergraph.graphql');

/**
 * The graph of the repository as it was composed last, with the other subgraphs as their files are now: what one that is edited is compared
 * with.
 *
 * @param edited - Its schema is the one that stands in the composed graph.
 */
export function readCommittedGraph(edited: string): PublishedGraph {
  const supergraphSdl = readFileSync(new URL(supergraphUrl), 'utf8');
  const supergraph = Supergraph.build(supergraphSdl);
  const composed = supergraph.subgraphs().get(edited);
  const subgraphs = readCommittedSubgraphs().flatMap((subgraph) => {
    if (subgraph.name !== edited) return [subgraph];
    return composed === undefined ? [] : [{ ...subgraph, sdl: printSchema(composed.schema) }];
  });
  const apiSdl = `${printApi(supergraph.apiSchema().toGraphQLJSSchema())}\n`;
  return { subgraphs, composition: { supergraphSdl, apiSdl } };
}

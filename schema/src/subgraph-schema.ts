import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { concatAST, parse, Source, type DocumentNode } from 'graphql';

/** The folder of the whole project, as a URL that ends with a slash. */
export const projectRoot = new URL('../../', import.meta.url);

/** One agency's part of the graph, under the name that it has in the supergraph. */
export interface SubgraphSchema {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * The schema of one subgraph: `core.graphql` and then the subgraph's own file, as one document.
 *
 * Ready for `buildSubgraphSchema`. Every node knows the file and line that it came from, so that a message can name them.
 *
 * @param url - Where the subgraph's `schema.graphql` lies: `new URL('../schema.graphql', import.meta.url)`.
 * @throws {GraphQLError} when either file is not GraphQL; its `source` and `locations` say where.
 */
export function readSubgraphSchema(url: URL): DocumentNode {
  return concatAST([parseFile(new URL('schema/core.graphql', projectRoot)), parseFile(url)]);
}

/**
 * The schemas of all subgraphs, in the order of their names.
 *
 * A subgraph is a folder of `subgraphs/` that holds a `schema.graphql`; its name is the folder's.
 *
 * @throws {GraphQLError} when a file is not GraphQL; its `source` and `locations` say where.
 */
export function readSubgraphSchemas(): readonly SubgraphSchema[] {
  return readdirSync(new URL('subgraphs/', projectRoot))
    .sort()
    .map((name) => ({ name, url: new URL(`subgraphs/${name}/schema.graphql`, projectRoot) }))
    .filter(({ url }) => existsSync(url))
    .map(({ name, url }) => ({ name, typeDefs: readSubgraphSchema(url) }));
}

function parseFile(url: URL): DocumentNode {
  const path = relative(fileURLToPath(projectRoot), fileURLToPath(url));
  return parse(new Source(readFileSync(url, 'utf8'), path));
}

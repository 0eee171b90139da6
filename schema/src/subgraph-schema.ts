import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { concatAST, parse, Source, type DocumentNode } from 'graphql';

/** The folder of the whole project, as a URL that ends with a slash. */
export const projectRoot = new URL('../../', import.meta.url);

/** One agency's part of the graph, under the name that it has in the supergraph. */
export interface SubgraphSchema {
  readonly name: string;
  /** The core, and then what is its own. */
  readonly typeDefs: DocumentNode;
  /** What its own file says. */
  readonly own: DocumentNode;
}

/**
 * The statistical vocabulary, `core.graphql`, alone.
 *
 * @throws {GraphQLError} when it is not GraphQL; its `source` and `locations` say where.
 */
export function readCoreSchema(): DocumentNode {
  return parseFile(new URL('schema/core.graphql', projectRoot));
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
  return concatAST([readCoreSchema(), parseFile(url)]);
}

/**
 * The schemas of all subgraphs, in the order of their names.
 *
 * A subgraph is a folder of `subgraphs/` that holds a `schema.graphql`; its name is the folder's.
 *
 * @throws {GraphQLError} when a file is not GraphQL; its `source` and `locations` say where.
 */
export function readSubgraphSchemas(): readonly SubgraphSchema[] {
  const core = readCoreSchema();
  return readdirSync(new URL('subgraphs/', projectRoot))
    .sort()
    .map((name) => ({ name, url: new URL(`subgraphs/${name}/schema.graphql`, projectRoot) }))
    .filter(({ url }) => existsSync(url))
    .map(({ name, url }) => ({ name, own: parseFile(url) }))
    .map(({ name, own }) => ({ name, own, typeDefs: concatAST([core, own]) }));
}

function parseFile(url: URL): DocumentNode {
  const path = relative(fileURLToPath(projectRoot), fileURLToPath(url));
  return parse(new Source(readFileSync(url, 'utf8'), path));
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { concatAST, parse, Source, type DocumentNode } from 'graphql';
import { readAgencies } from './agencies/agencies.ts';
import type { Agency } from './agencies/agency.ts';
import { projectRoot } from './project-root.ts';

/** One agency's part of the graph, under the name that it has in the supergraph. */
export interface SubgraphSchema {
  readonly name: string;
  readonly agency: Agency;
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
  const files = [readCoreSchema(), parseFile(url)];
  const document = concatAST(files);
  texts.set(
    document,
    files.map(({ loc }) => loc?.source.body ?? ''),
  );
  return document;
}

const texts = new WeakMap<DocumentNode, readonly string[]>();

/** What stands in the files that {@link readSubgraphSchema} has made this document of; null for a document that comes from elsewhere. */
export function textsOf(document: DocumentNode): readonly string[] | null {
  return texts.get(document) ?? null;
}

/**
 * The schemas of all agencies, in the order of their names.
 *
 * @throws {GraphQLError} when a file is not GraphQL; its `source` and `locations` say where.
 */
export function readSubgraphSchemas(): readonly SubgraphSchema[] {
  const core = readCoreSchema();
  return readAgencies()
    .map((agency) => ({ agency, own: parseFile(new URL(`subgraphs/${agency.name}/schema.graphql`, projectRoot)) }))
    .map(({ agency, own }) => ({ name: agency.name, agency, own, typeDefs: concatAST([core, own]) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * A file of the schema, which knows its path.
 *
 * @throws {GraphQLError} when it is not GraphQL.
 */
export function parseFile(url: URL): DocumentNode {
  const path = relative(fileURLToPath(projectRoot), fileURLToPath(url));
  return parse(new Source(readFileSync(url, 'utf8'), path));
}

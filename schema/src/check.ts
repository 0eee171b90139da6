import {
  hasIndicatorReferences,
  printIndicatorTypes,
  withIndicatorReferences,
  withSearchReferences,
} from './agencies/indicator-references.ts';
import { composeSubgraphs, CompositionError } from './compose.ts';
import { makeResolverTypes } from './generate/resolver-types.ts';
import { printVocabulary } from './generate/vocabulary-module.ts';
import { inheritFields } from './inherited-fields.ts';
import { lintSchema } from './lint.ts';
import { listStaleFiles, writeMadeFiles, type MadeFile } from './made-files.ts';
import { readSearchSchema } from './search/search-schema.ts';
import { readCoreSchema, readSubgraphSchemas, type SubgraphSchema } from './subgraph-schema.ts';

/**
 * The files that composition makes: the whole graph, and the closed vocabularies of the core and of each subgraph.
 *
 * @throws {CompositionError} when the subgraphs do not compose.
 */
function madeFiles(): readonly MadeFile[] {
  const subgraphs = readSubgraphSchemas();
  const { supergraphSdl, apiSdl } = composeSubgraphs([...subgraphs, readSearchSchema()]);
  return [
    { path: 'schema/supergraph.graphql', content: supergraphSdl },
    { path: 'schema/api.graphql', content: apiSdl },
    { path: 'schema/src/vocabulary/core.ts', content: printVocabulary(readCoreSchema()) },
    ...subgraphs.map(vocabularyOf),
    ...subgraphs.flatMap((subgraph) => indicatorTypesOf(subgraph, subgraphs)),
  ];
}

/** The schemas that somebody else writes, with what is written into them: fields of interfaces, and references where one asks. */
function madeSchemas(): readonly MadeFile[] {
  const subgraphs = readSubgraphSchemas();
  return subgraphs.map(({ name, own, typeDefs }) => ({
    path: `subgraphs/${name}/schema.graphql`,
    content: withIndicatorReferences(name, inheritFields(own, typeDefs), subgraphs),
  }));
}

function madeSearchSchema(): MadeFile {
  const text = readSearchSchema().own.loc?.source.body ?? '';
  return { path: 'schema/search.graphql', content: withSearchReferences(text, readSubgraphSchemas()) };
}

function indicatorTypesOf({ name, own }: SubgraphSchema, subgraphs: readonly SubgraphSchema[]): readonly MadeFile[] {
  if (!hasIndicatorReferences(own.loc?.source.body ?? '')) return [];
  return [{ path: `subgraphs/${name}/src/generated/indicator-types.ts`, content: printIndicatorTypes(subgraphs) }];
}

const vocabularyOf = ({ name, own }: SubgraphSchema): MadeFile => ({
  path: `subgraphs/${name}/src/generated/vocabulary.ts`,
  content: printVocabulary(own),
});

/**
 * Composes the subgraphs and writes what they make; the paths written, from the project's folder.
 *
 * @throws {CompositionError} when the subgraphs do not compose; nothing is written then, but what is made in schemas.
 */
export async function writeComposition(): Promise<readonly string[]> {
  // What is written into schemas is composed with the rest of them.
  await writeMadeFiles([...madeSchemas(), madeSearchSchema()]);
  return writeMadeFiles(madeFiles());
}

/** A line for each rule that a subgraph's schema breaks; a problem of core.graphql is named once. Empty where none is. */
export function checkRules(): readonly string[] {
  return [...new Set([...readSubgraphSchemas(), readSearchSchema()].flatMap(({ typeDefs }) => lintSchema(typeDefs)))];
}

/** A line for each composed file that is not what the subgraphs make, or for each reason why they make nothing. */
export async function checkComposition(): Promise<readonly string[]> {
  try {
    const stale = await listStaleFiles([...madeSchemas(), madeSearchSchema(), ...madeFiles()]);
    return stale.map((path) => `${path} is not what the subgraphs make. Run: npm run compose`);
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
}

/** Writes the types between which resolvers stand; the paths written, from the project's folder. */
export async function writeResolverTypes(): Promise<readonly string[]> {
  return writeMadeFiles(await makeResolverTypes());
}

/** A line for each file of resolver types that is not what its schema makes. */
export async function checkResolverTypes(): Promise<readonly string[]> {
  const stale = await listStaleFiles(await makeResolverTypes());
  return stale.map((path) => `${path} is not what its schema makes. Run: npm run generate`);
}

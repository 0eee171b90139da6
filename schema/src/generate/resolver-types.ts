import { concatAST, parse } from 'graphql';
import type { MadeFile } from '../made-files.ts';
import { readCoreSchema, readSubgraphSchemas, type SubgraphSchema } from '../subgraph-schema.ts';
import { coreModels, modelsOf } from './models.ts';
import { ownDeclarations, type TypeModule } from './own-declarations.ts';
import { printTypes } from './printed-types.ts';
import { printVocabulary } from './vocabulary-module.ts';

const header = '// Generated from the schema by `npm run generate`: do not edit.\n';

/** What the core knows of an area, which each subgraph describes on its own. */
const coreArea = 'type Area @key(fields: "code") { code: ID! }';

/**
 * The files of types between which a resolver stands, made from the schemas: the core's, which the kit resolves for every
 * subgraph, and each subgraph's own.
 *
 * @throws {GraphQLError} when a schema is not GraphQL; its `source` and `locations` say where.
 */
export async function makeResolverTypes(): Promise<readonly MadeFile[]> {
  const core = readCoreSchema();
  const vocabulary = { specifier: '@boroughgraph/schema/vocabulary/core.ts', text: printVocabulary(core) };
  const kit = {
    specifier: '@boroughgraph/kit/generated/core-types.ts',
    text: ownDeclarations(await printTypes(concatAST([core, parse(coreArea)]), coreModels), [vocabulary], null),
  };
  return [
    { path: 'subgraphs/kit/src/generated/core-types.ts', content: header + kit.text },
    ...(await Promise.all(readSubgraphSchemas().map((subgraph) => makeSubgraphTypes(subgraph, vocabulary, kit)))),
  ];
}

/** The types of a subgraph but for the core's, which are imported from the kit, and closed vocabularies, from where they are listed. */
async function makeSubgraphTypes(
  subgraph: SubgraphSchema,
  coreVocabulary: TypeModule,
  kit: TypeModule,
): Promise<MadeFile> {
  const whole = await printTypes(subgraph.typeDefs, modelsOf(subgraph));
  const ownVocabulary = { specifier: './vocabulary.ts', text: printVocabulary(subgraph.own) };
  return {
    path: `subgraphs/${subgraph.name}/src/generated/schema-types.ts`,
    content: header + ownDeclarations(whole, [coreVocabulary, ownVocabulary], kit),
  };
}

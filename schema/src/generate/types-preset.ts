import { codegen } from '@graphql-codegen/core';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { buildASTSchema, concatAST, lexicographicSortSchema, parse } from 'graphql';
import { readCoreSchema, type SubgraphSchema } from '../subgraph-schema.ts';
import { ownDeclarations, type TypeModule } from './own-declarations.ts';
import { printVocabulary } from './vocabulary-module.ts';

type PresetArguments = Parameters<Types.OutputPreset['buildGeneratesSection']>[0];

/** What the core knows of an area, which each subgraph describes on its own. */
export const coreArea = 'type Area @key(fields: "code") { code: ID! }';

const core = readCoreSchema();
const coreDocument = concatAST([core, parse(coreArea)]);
// Sorted as the generator sorts what it reads from files, so that one type is printed in one way. The generator declares
// the directives of federation.
const coreSchema = lexicographicSortSchema(buildASTSchema(coreDocument, { assumeValidSDL: true }));
const coreVocabulary = { specifier: '@boroughgraph/schema/vocabulary/core.ts', text: printVocabulary(core) };

/** How the types of the core become a file: all of them, but its closed vocabularies, which are imported. */
export const coreTypes = presetOf(coreModule);

/**
 * How the types of a subgraph become a file: its own. The core's are imported from the kit, and closed vocabularies from
 * where they are listed.
 *
 * @param coreConfig - The configuration with which the core's types are generated.
 */
export function subgraphTypes({ own }: SubgraphSchema, coreConfig: PresetArguments['config']): Types.OutputPreset {
  const ownVocabulary = { specifier: './vocabulary.ts', text: printVocabulary(own) };
  return presetOf(async (options) => {
    const config = { ...options.config, ...coreConfig };
    const kit: TypeModule = {
      specifier: '@boroughgraph/kit/generated/core-types.ts',
      text: await coreModule({ ...options, config, schema: coreDocument, schemaAst: coreSchema }),
    };
    return ownDeclarations(await wholeModule(options), [coreVocabulary, ownVocabulary], kit);
  });
}

async function coreModule(options: PresetArguments): Promise<string> {
  return ownDeclarations(await wholeModule(options), [coreVocabulary], null);
}

/** The types of a schema as the plugins print them, complete in themselves. */
async function wholeModule({ baseOutputDir: filename, ...options }: PresetArguments): Promise<string> {
  return codegen({ ...options, filename });
}

function presetOf(print: (options: PresetArguments) => Promise<string>): Types.OutputPreset {
  return {
    buildGeneratesSection: async (options) => {
      const content = `// Generated from the schema by \`npm run generate\`: do not edit.\n${await print(options)}`;
      const pluginMap = { printed: { plugin: () => content } };
      return [{ ...options, filename: options.baseOutputDir, plugins: [{ printed: {} }], pluginMap }];
    },
  };
}

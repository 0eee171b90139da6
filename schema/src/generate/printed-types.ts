import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, lexicographicSortSchema, type DocumentNode } from 'graphql';

/** The TypeScript type that resolvers give and get for a type of a schema, by its name: `module.ts#Name`, or a type. */
export type Models = Readonly<Record<string, string>>;

const config = {
  contextType: '@boroughgraph/kit/series/context.ts#RequestContext',
  enumsAsTypes: true,
  federation: true,
  immutableTypes: true,
  nonOptionalTypename: false,
  // Days are YYYY-MM-DD strings and instants ISO 8601 strings everywhere; an id is never a number.
  scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
  useTypeImports: true,
};

const pluginMap = { typescript, 'typescript-resolvers': typescriptResolvers };

/**
 * A module with the types of a schema and of its resolvers, as the plugins of graphql-codegen print them: complete in itself.
 *
 * Its order is that of names, whatever the order of the schema.
 *
 * @param schema - All that it speaks of, but for the directives of federation, which the generator declares.
 */
export async function printTypes(schema: DocumentNode, models: Models): Promise<string> {
  return codegen({
    schema,
    schemaAst: lexicographicSortSchema(buildASTSchema(schema, { assumeValidSDL: true })),
    documents: [],
    config: { ...config, mappers: models },
    plugins: Object.keys(pluginMap).map((name) => ({ [name]: {} })),
    pluginMap,
    // Of use only to plugins that write imports by path; these write what a model names.
    filename: '',
  });
}

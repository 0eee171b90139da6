import { readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

const read = (path: string) => readFile(new URL(`../../../schema/${path}`, import.meta.url), 'utf8');

/** The types of the dashboard's operation, as graphql-codegen makes them: a day is a text of a day, and nothing may be changed. */
export async function makeTypes(): Promise<string> {
  const schema = buildSchema(await read('api.graphql'));
  const document = parse(await read('operations/recorded-crime.graphql'));
  return codegen({
    schema: parse(await read('api.graphql')),
    schemaAst: schema,
    documents: [{ location: 'recorded-crime.graphql', document }],
    filename: 'recorded-crime.ts',
    config: {},
    pluginMap: { operations: typescriptOperations },
    plugins: [
      {
        operations: {
          scalars: { Date: '`${number}-${number}-${number}`', DateTime: 'string' },
          immutableTypes: true,
          enumType: 'string-literal',
          skipTypename: true,
          // One type for all kinds of indicator of which the same is asked, however many agencies there are.
          mergeFragmentTypes: true,
        },
      },
    ],
  });
}

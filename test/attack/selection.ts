import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  type IntrospectionQuery,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { askGraph, type HeadersFor } from './graph-answer.ts';

const schemas = new Map<string, Promise<GraphQLSchema>>();

/** What is asked of types that would lead round in a circle, or to what is asked by itself. */
const ends: Readonly<Record<string, string>> = {
  Indicator: 'id',
  Area: 'code',
  Site: 'id',
  Dataset: 'id',
  Release: 'id publishedAt',
};

/**
 * Every field of a type of the schema at an address, and of what it leads to, as a selection: a new field is attacked from the day it is there. Of those
 * that are called alike it is read once.
 */
export async function selectionOf(
  url: string,
  typeName: string,
  { alike = url, headers }: { readonly alike?: string; readonly headers?: HeadersFor | undefined } = {},
): Promise<string> {
  const schema = schemas.get(alike) ?? readSchema(url, headers);
  schemas.set(alike, schema);
  return fieldsOf(await schema, typeName);
}

async function readSchema(url: string, headers?: HeadersFor): Promise<GraphQLSchema> {
  const { text } = await askGraph(url, { query: getIntrospectionQuery() }, headers);
  // The specification gives the answer to this query this form.
  const { data } = JSON.parse(text) as { data: IntrospectionQuery };
  return buildClientSchema(data);
}

function fieldsOf(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`the schema has no object type ${typeName}`);
  return Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((field) => fieldText(schema, field))
    .join(' ');
}

function fieldText(schema: GraphQLSchema, { name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  return `${name} { ${ends[named.name] ?? fieldsOf(schema, named.name)} }`;
}

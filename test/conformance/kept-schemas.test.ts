import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { federatedSchemaOf } from '@boroughgraph/kit/inside/server/federated-schema.ts';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
  printSchema,
  validateSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'boroughgraph-schemas-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(agencies.map((agency) => [agency.name, agency] as const))('The schema of %s', (name, agency) => {
  it('is the same from what a start before has kept as from the library', () => {
    const built = federatedSchemaOf(agency, folder);
    expect(readdirSync(folder)).toContain(`made-schema-${name}.txt`);
    const kept = federatedSchemaOf(agency, folder);

    expect(validateSchema(built)).toEqual([]);
    expect(printSchema(kept)).toBe(printSchema(built));
    expect(elementsOf(kept)).toEqual(elementsOf(built));
    expect(directivesOf(kept)).toEqual(directivesOf(built));
    expect(graphqlSync({ schema: kept, source: '{ _service { sdl } }' })).toEqual(
      graphqlSync({ schema: built, source: '{ _service { sdl } }' }),
    );
  });

  it('is not kept where its document comes from elsewhere than its files', () => {
    federatedSchemaOf({ ...agency, name: `${name}-elsewhere`, typeDefs: { ...agency.typeDefs } }, folder);

    expect(readdirSync(folder)).not.toContain(`made-schema-${name}-elsewhere.txt`);
  });
});

/** What each type is and does: how it is written, and the very functions by which it answers. */
const elementsOf = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap()).map((type) => [type.name, [writtenOf(type), behaviourOf(type)]]),
  );

const directivesOf = (schema: GraphQLSchema) =>
  [...schema.getDirectives().map(({ astNode }) => astNode), schema.astNode, ...schema.extensionASTNodes].map(
    (node) => node && print(node),
  );

const writtenOf = ({ astNode, extensionASTNodes }: GraphQLNamedType) =>
  [astNode, ...extensionASTNodes].map((node) => node && print(node));

function behaviourOf(type: GraphQLNamedType): unknown {
  if (isEnumType(type))
    return type.getValues().map((one): readonly unknown[] => [one.name, one.value, one.deprecationReason]);
  if (isScalarType(type)) return [type.serialize, type.parseValue, type.parseLiteral].map(sameOrName);
  if (isUnionType(type)) return [type.extensions, sameOrName(type.resolveType)];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field): readonly unknown[] => [field.name, field.defaultValue]);
  const own = isObjectType(type) ? type.isTypeOf : isInterfaceType(type) ? type.resolveType : undefined;
  const fields = Object.values(type.getFields()).map(({ name, resolve, deprecationReason, args }) => [
    name,
    deprecationReason,
    args.map((each) => [each.name, each.defaultValue]),
    // The library and what stands for it each have their own.
    name.startsWith('_') ? typeof resolve : resolve,
  ]);
  return [type.extensions, own, fields];
}

/** Each schema has its own of those that GraphQL makes up. */
const sameOrName = (what: unknown) => (typeof what === 'function' ? what.name : what);

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printSchema as textOf } from '@apollo/federation-internals';
import { type GraphQLSchema, print, printSchema, validateSchema } from 'graphql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { supergraphSdl } from '../../testing/fixture-agencies.ts';
import { readSupergraph } from './schema-files.ts';
import { readForms } from './supergraph-forms.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boroughgraph-forms-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ['the graph', readSupergraph],
  ['a graph of fixtures', () => Promise.resolve(supergraphSdl)],
])('what a start before has kept of %s is what the library finds out', async (_, read) => {
  const sdl = await read();
  const found = readForms(sdl, folder);
  expect(readdirSync(folder)).toEqual(['made-supergraph.txt']);
  const kept = readForms(sdl, folder);

  expect(kept.subgraphs).toEqual(found.subgraphs);
  expect(validateSchema(found.apiSchema)).toEqual([]);
  expect(printSchema(kept.apiSchema)).toBe(printSchema(found.apiSchema));
  expect(writtenIn(kept.apiSchema)).toEqual(writtenIn(found.apiSchema));
  expect(textOf(kept.clientSchema())).toBe(textOf(found.clientSchema()));
  expect(kept.clientSchema()).toBe(kept.clientSchema());
});

it('a supergraph that is not valid is refused each time', () => {
  const broken = supergraphSdl.replace('recorded: Int', 'recorded: Nothing');

  expect(() => readForms(broken, folder)).toThrow(/Nothing/);
  expect(() => readForms(broken, folder)).toThrow(/Nothing/);
  expect(readdirSync(folder)).toEqual([]);
});

it('what was kept of another supergraph is not taken', () => {
  readForms(supergraphSdl, folder);

  const { apiSchema } = readForms(supergraphSdl.replace('children: Int', 'minors: Int'), folder);

  expect(printSchema(apiSchema)).toMatch(/minors: Int/);
});

const writtenIn = (schema: GraphQLSchema) =>
  [...Object.values(schema.getTypeMap()), ...schema.getDirectives()].map(({ astNode }) => astNode && print(astNode));

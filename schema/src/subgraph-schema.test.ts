import { buildSubgraphSchema } from '@apollo/subgraph';
import { isTypeDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readSubgraphSchema, readSubgraphSchemas } from './subgraph-schema.ts';

describe('readSubgraphSchemas', () => {
  it('finds the four agencies by their folders, in the order of their names', () => {
    const names = readSubgraphSchemas().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['criminal-justice', 'health', 'local-authority', 'policing']));
    expect(names).toEqual(names.toSorted());
  });

  it.each(readSubgraphSchemas())('gives $name a document that a server can be built from', ({ typeDefs }) => {
    expect(buildSubgraphSchema({ typeDefs }).getType('Series')?.name).toBe('Series');
  });
});

describe('readSubgraphSchema', () => {
  it('puts the core before the subgraph, and each node knows its file', () => {
    const { definitions } = readSubgraphSchema(new URL('../../subgraphs/health/schema.graphql', import.meta.url));
    const files = new Set(definitions.map(({ loc }) => loc?.source.name));
    expect([...files]).toEqual(['schema/core.graphql', 'subgraphs/health/schema.graphql']);
  });

  it('repeats no type of the core', () => {
    const definedTwice = readSubgraphSchemas().flatMap(({ typeDefs: { definitions } }) => {
      const names = definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value);
      return names.filter((name, index) => names.indexOf(name) !== index);
    });
    expect(definedTwice).toEqual([]);
  });
});

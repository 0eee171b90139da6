import { concatAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSubgraphs } from '../compose.ts';
import { lintSchema } from '../lint.ts';
import { readCoreSchema, readSubgraphSchemas } from '../subgraph-schema.ts';
import { agencyFiles } from './agency-files.ts';
import { agencyWords, describeNewAgency } from './agency-words.ts';
import { findTakenNames } from './taken-names.ts';

// The whole of it is made, started and asked by `npm run test:fifth-agency`.
const fire = describeNewAgency('fire-and-rescue', { dataset: 'fires-attended' }, 4005);

describe('A new agency', () => {
  it('has the files of the house’s shape, with its own words and no others’', () => {
    const files = agencyFiles(fire);
    expect(files.map(({ path }) => path)).toEqual([
      'README.md',
      'agency.json',
      'package.json',
      'schema.graphql',
      'src/datasets/fires-attended.test.ts',
      'src/datasets/fires-attended.ts',
      'src/indicators.ts',
      'src/main.ts',
      'src/resolvers/area.ts',
      'src/subgraph.db.test.ts',
      'src/subgraph.ts',
    ]);
    const others = readSubgraphSchemas().map(({ agency }) => agency.databaseSchema.replaceAll('_', '.'));
    expect(files.filter(({ content }) => /[«»]/.test(content))).toEqual([]);
    const named = new RegExp(`\\b(${others.join('|')})(Indicator|Dataset|Catalogue)`, 'i');
    expect(files.filter(({ content }) => named.test(content))).toEqual([]);
  });

  it('makes one graph with the others, and keeps the rules of schemas', () => {
    const text = agencyFiles(fire).find(({ path }) => path === 'schema.graphql')?.content ?? '';
    const typeDefs = concatAST([readCoreSchema(), parse(text)]);
    expect(lintSchema(typeDefs)).toEqual([]);
    const others = readSubgraphSchemas().map((each) => ({ ...each, url: `http://127.0.0.1/${each.name}` }));
    const { apiSdl } = composeSubgraphs([...others, { name: fire.name, url: 'http://127.0.0.1/fire', typeDefs }]);
    expect(apiSdl).toContain('type AreaFireAndRescue');
  });

  it('is called by what follows from its name, or as somebody says', () => {
    const wordOf = (word: string, ...asked: Parameters<typeof describeNewAgency>) =>
      agencyWords(describeNewAgency(...asked)).get(word);
    expect(wordOf('title in a sentence', 'fire-and-rescue', {}, 1)).toBe('fire and rescue');
    expect(wordOf('title in a sentence', 'england', { title: 'NHS England' }, 1)).toBe('NHS England');
    expect(wordOf('dataset', 'fire-and-rescue', {}, 1)).toBe('fire-and-rescue-example');
    expect(wordOf('measure field', 'fire-and-rescue', { dataset: 'fires-attended' }, 1)).toBe('firesAttended');
  });

  it.each([
    ['Fire', {}, 'An agency cannot be called "Fire"'],
    ['kit', {}, 'An agency cannot be called "kit"'],
    ['fire', { dataset: '../fires' }, 'A dataset cannot be called "../fires"'],
    ['fire', { title: 'Fire`${0}`' }, 'An agency cannot have the title'],
  ])('cannot be %s with %o', (name, said, message) => {
    expect(() => describeNewAgency(name, said, 4005)).toThrow(message);
  });

  it('is refused where something is called so already', () => {
    expect(findTakenNames(fire)).toEqual([]);
    expect(findTakenNames(describeNewAgency('health', { dataset: 'violence-attendances' }, 4005))).toEqual([
      'subgraphs/health/ is there already',
      'The graph has a type HealthIndicator already',
      'The graph has a type HealthDataset already',
      'The graph has a type HealthCatalogue already',
      'The graph has a type AreaHealth already',
      'The graph has a field Query.health already',
      'The graph has a field Area.health already',
      'The graph has a field Area.healthAbsences already',
      'subgraphs/health/src/datasets/violence-attendances.ts is a dataset of this id already: name another with --dataset',
    ]);
    expect(findTakenNames(describeNewAgency('search', {}, 4005))).toEqual([
      'The graph has a field Query.search already',
    ]);
  });
});

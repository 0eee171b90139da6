import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listElements } from './elements.ts';
import { projectRoot } from './project-root.ts';

const files = [
  'schema/core.graphql',
  'schema/api.graphql',
  ...readdirSync(new URL('subgraphs/', projectRoot), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/schema\.graphql$/.test(path))
    .map((path) => `subgraphs/${path}`),
];

describe('Descriptions', () => {
  it.each(files)('%s describes as many elements as it has', (path) => {
    const elements = listElements(parse(readFileSync(new URL(path, projectRoot), 'utf8')));
    const described = elements.filter(({ node }) => (node.description?.value ?? '') !== '');
    expect(described.map(({ coordinate }) => coordinate)).toEqual(elements.map(({ coordinate }) => coordinate));
    expect(elements.length).toBeGreaterThan(0);
  });

  it('count types, fields, arguments, input fields and enum values', () => {
    const elements = listElements(
      parse(`
        scalar Day
        enum Kind { A B }
        input Range { from: Day }
        interface Place { id: ID! }
        type Town implements Place { id: ID! streets(within: Range, kind: Kind): Int }
        union Anything = Town
      `),
    );
    expect(elements.map(({ coordinate }) => coordinate)).toEqual([
      'Day',
      'Kind',
      'Kind.A',
      'Kind.B',
      'Range',
      'Range.from',
      'Place',
      'Place.id',
      'Town',
      'Town.id',
      'Town.streets',
      'Town.streets(within:)',
      'Town.streets(kind:)',
      'Anything',
    ]);
  });
});

import { expect, it } from 'vitest';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { areaOutsideLondon, areasOutsideLondonLike, namesOutsideLondon } from './outside-london.ts';

it('knows areas outside London in any spelling of their names', () => {
  expect(
    ['Bristol, City of', 'BRISTOL  CITY OF', 'Bath & North East Somerset', 'England'].map(areaOutsideLondon),
  ).toEqual(['Bristol, City of', 'Bristol, City of', 'Bath and North East Somerset', 'England']);
});

it('knows no borough of London, under any of its names', () => {
  const names = boroughs.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(names.filter((name) => areaOutsideLondon(name) !== null)).toEqual([]);
});

it('holds no name that the graph would take for a place in London', () => {
  const taken = namesOutsideLondon.filter((name) => resolveAreaName(name, ['BOROUGH', 'COMPOSITE']).kind === 'found');
  expect(taken).toEqual([]);
});

it('finds names that begin alike, and none for a text that is too short to tell', () => {
  expect(areasOutsideLondonLike('Nottinghamshre')).toEqual(['Nottingham', 'Nottinghamshire']);
  expect(areasOutsideLondonLike('Bar')).toEqual([]);
});

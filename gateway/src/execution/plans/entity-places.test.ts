import { expect, it } from 'vitest';
import { findEntities, placeEntities } from './entity-places.ts';

it('The objects of a fetch and their places come in one order, without those that are null', () => {
  const [a, b, c] = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];
  const root = { series: [{ area: a }, { area: null }, null, {}, { area: b }], grid: [[c], null, [null, a]] };
  expect(findEntities(root, ['series', '@', 'area'])).toEqual([a, b]);
  expect(placeEntities(root, ['series', '@', 'area'])).toEqual([
    ['series', 0, 'area'],
    ['series', 4, 'area'],
  ]);
  expect(findEntities(root, ['grid', '@', '@'])).toEqual([c, a]);
  expect(placeEntities(root, ['grid', '@', '@'])).toEqual([
    ['grid', 0, 0],
    ['grid', 2, 1],
  ]);
  expect(findEntities(root, ['toString'])).toEqual([]);
});

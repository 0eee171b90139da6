import { expect, it } from 'vitest';
import { drawOnce, drawsFor } from './draws.ts';

const take = (draw: () => number, count: number) => Array.from({ length: count }, draw);

it('One name draws the same numbers every time, another name others', () => {
  expect(take(drawsFor('a'), 5)).toEqual(take(drawsFor('a'), 5));
  expect(take(drawsFor('a'), 5)).not.toEqual(take(drawsFor('b'), 5));
  expect(drawOnce('a')).toBe(drawsFor('a')());
});

it('Draws spread evenly from 0 to 1', () => {
  const tenths = Map.groupBy(take(drawsFor('spread'), 10_000), (number) => Math.floor(number * 10));
  expect([...tenths.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const numbers of tenths.values()) expect(Math.abs(numbers.length - 1_000)).toBeLessThan(150);
});

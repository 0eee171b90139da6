import { expect, it } from 'vitest';
import { parseOptions } from './options.ts';

it('Nothing said is a thousand operations of the first seed', () => {
  expect(parseOptions([])).toEqual({ operations: 1000, seed: 1, from: 0, workers: 1 });
});

it('What is said is taken', () => {
  const given = ['--operations', '10000', '--seed', '3', '--from', '20', '--workers', '2'];
  expect(parseOptions(given)).toEqual({ operations: 10_000, seed: 3, from: 20, workers: 2 });
});

it.each([[['--operations', 'many']], [['--seed', '-1']], [['--speed', '1']]])('%j is refused', (given) => {
  expect(() => parseOptions(given)).toThrow();
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion } from './apportion.ts';

it('Each part is the number of marks on its stretch', () => {
  // 10 by 5 : 3 : 2 is 5, 3 and 2. By 6 : 3 : 3 the stretches end at 5, 7.5 and 10: 7.5 holds 7 marks, or 8 from a late start.
  expect(apportion(10, [5, 3, 2], 0.5)).toEqual([5, 3, 2]);
  expect(apportion(10, [6, 3, 3], 0.2)).toEqual([5, 2, 3]);
  expect(apportion(10, [6, 3, 3], 0.7)).toEqual([5, 3, 2]);
  expect(apportion(0, [1, 2], 0.9)).toEqual([0, 0]);
});

it('A small share is one in its share of starts', () => {
  const starts = Array.from({ length: 100 }, (_, index) => index / 100);
  // A tenth of 1 beside nine tenths: one where the start is 0.9 or later.
  expect(starts.filter((start) => apportion(1, [1, 9], start)[0] === 1)).toHaveLength(10);
});

it('Parts are whole and add up to the total', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
  const start = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1_000_000), weights, start, (total, given, from) => {
      const parts = apportion(total, given, from);
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
    { seed: 1 },
  );
});

import { expect, it } from 'vitest';
import { findRise } from './flatness.ts';

const rise = { share: 1.1, more: 5 };

it.each([
  ['what stays as it is', [100, 100, 100, 100, 100, 100, 100, 100], null],
  ['what fills up first', [10, 50, 100, 100, 101, 100, 99, 100], null],
  ['one that is high for a moment', [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 900, 100], null],
  ['what is small', [1, 1, 1, 1, 1, 1, 5, 5], null],
  ['what grows', [100, 110, 120, 130, 140, 150, 160, 170], { from: 130, to: 170 }],
] as const)('%s', (_what, figures, expected) => {
  expect(findRise(figures, rise)).toEqual(expected);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumber } from './numbers.ts';

it.each([
  ['1,234', 1234],
  ['1,234,567.8', 1234567.8],
  ['4299.0', 4299],
  ['82.3%', 82.3],
  ['-12', -12],
  [' 7 ', 7],
  ['1.3e-05', 0.000013],
])('reads %j as %d', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

it.each([
  '',
  ' ',
  '-',
  '1,23',
  '12,34,567',
  ',123',
  '1.2.3',
  '1 234',
  'ten',
  '£5',
  '0x10',
  'NaN',
  'Infinity',
  '1e999',
  '१२',
  '%',
  '5%%',
])('reads no number in %j', (text) => {
  expect(parseNumber(text)).toBeNull();
});

it('reads back every number that JavaScript prints', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(parseNumber(String(number))).toBe(number === 0 ? Number(String(number)) : number);
    }),
    { seed: 20251121 },
  );
});

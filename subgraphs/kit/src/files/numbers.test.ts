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
  // As R writes a hundred thousand, and JavaScript a number of more digits than it tells.
  ['1e+05', 100_000],
  ['1.5e+21', 1.5e21],
  ['1.234E+03', 1_234],
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
  // A spreadsheet shows 123,456 so where its column is narrow.
  '1.2E+05',
  '1E+05',
  '1.23456E+08',
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

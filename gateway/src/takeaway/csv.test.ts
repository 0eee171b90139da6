import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCsvComments, writeCsvRow } from './csv.ts';

it.each([
  [[1, -5, 1.5e21, true, null, ''], '1,-5,1.5e+21,true,,""\r\n'],
  [['=1+1', '+44', '-', '@SUM(A1)', '\tx', "'quoted'"], `'=1+1,'+44,'-,'@SUM(A1),'\tx,''quoted'\r\n`],
  [['a,b', 'say "no"', 'two\nlines', '# 1', ' x '], '"a,b","say ""no""","two\nlines","# 1"," x "\r\n'],
])('%j is written so that it can be read, and begins no formula', (cells, row) => {
  expect(writeCsvRow(cells)).toBe(row);
});

it('Any text comes back from a reader as it was, but for the mark before a formula, and begins none', () => {
  const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",;#| aé＝0'.split('')) });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (cells) => {
      const rows: readonly (readonly string[])[] = parse(writeCsvRow(cells));
      const [read = []] = rows;
      expect(read.every((cell) => !/^[=+\-@\t\r＝]/.test(cell))).toBe(true);
      expect(read.map((cell) => cell.replace(/^'/, ''))).toEqual(cells);
    }),
    { numRuns: 300 },
  );
});

it('Comments are one line each', () => {
  expect(writeCsvComments(['one\nline', 'another'])).toBe('# one line\r\n# another\r\n');
});

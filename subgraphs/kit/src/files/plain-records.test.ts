import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainRecords } from './plain-records.ts';

/** What the library makes of a text, or that it refuses it. */
function parsed(text: string, separator: ',' | '\t', isQuoted: boolean) {
  const options = {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    quote: isQuoted ? '"' : null,
    skip_empty_lines: true,
    relax_column_count: true,
  };
  try {
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return 'refused';
  }
}

const texts = fc.array(fc.constantFrom('a', '"', '""', ',', '\t', '\n', '\r\n', '\r', ' ', 'é', '"b"', '"c\nd"'), {
  maxLength: 24,
});

it('Rows are those of the library, to the line, wherever there are any', () => {
  let rows = 0;
  const separators = fc.constantFrom(',' as const, '\t' as const);
  const holds = fc.property(texts, separators, fc.boolean(), (pieces, separator, isQuoted) => {
    const text = pieces.join('');
    const plain = plainRecords(text, separator, isQuoted);
    rows += plain?.length ?? 0;
    if (plain !== null) expect(plain).toEqual(parsed(text, separator, isQuoted));
  });
  fc.assert(holds, { seed: 20_261_130, numRuns: 3_000 });
  expect(rows).toBeGreaterThan(1_000);
});

it.each([
  ['a,"b', 'a mark that does not close'],
  ['a,b"c"', 'a mark within a cell'],
  ['"a"b,c', 'something behind a closing mark'],
  ['a,b\rc,d', 'a line that ends with a carriage return alone'],
])('%j is left to the library, for %s', (text) => {
  expect(plainRecords(text, ',', true)).toBeNull();
});

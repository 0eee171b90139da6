import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './mps-recorded-crime-borough.ts';

/** The same files are made in each run. */
const seed = 20_251_215;
fc.configureGlobal({ seed });

/** Offences of the tables, two of them with commas, and the ids that they must come to. */
const offences = [
  ['Theft', 'Shoplifting', 'offence=shoplifting;offence-group=theft'],
  ['Burglary', 'Domestic Burglary', 'offence=domestic-burglary;offence-group=burglary'],
  ['Sexual Offences', 'Rape', 'offence=rape;offence-group=sexual-offences'],
  [
    'Public Order Offences',
    'Other Offences Against the State, or Public Order',
    'offence=other-offences-public-order;offence-group=public-order-offences',
  ],
  [
    'Miscellaneous Crimes Against Society',
    'Disclosure, Obstruction, False or Misleading State',
    'offence=disclosure-obstruction-false-or-misleading-state;offence-group=miscellaneous-crimes-against-society',
  ],
  ['NFIB Fraud', 'NFIB', 'offence=nfib;offence-group=fraud-reported-to-nfib'],
] as const;

/** Boroughs, each with another spelling, and their codes. */
const boroughs = [
  ['Hackney', 'London Borough of Hackney', 'E09000012'],
  ['Kensington and Chelsea', 'Kensington & Chelsea', 'E09000020'],
  ['Westminster', 'City of Westminster', 'E09000033'],
  ['Richmond upon Thames', 'Richmond-upon-Thames', 'E09000027'],
] as const;

interface TableRow {
  readonly offence: (typeof offences)[number];
  readonly borough: (typeof boroughs)[number];
  readonly counts: readonly number[];
}
interface Table {
  /** `yyyymm`, any months in any order. */
  readonly months: readonly string[];
  readonly rows: readonly TableRow[];
}

const month = fc
  .tuple(fc.integer({ min: 2008, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, ordinal]) => `${year}${String(ordinal).padStart(2, '0')}`);

const tables: fc.Arbitrary<Table> = fc.uniqueArray(month, { minLength: 1, maxLength: 4 }).chain((months) =>
  fc
    .uniqueArray(
      fc.record({
        offence: fc.constantFrom(...offences),
        borough: fc.constantFrom(...boroughs),
        counts: fc.array(fc.nat(2500), { minLength: months.length, maxLength: months.length }),
      }),
      { minLength: 1, maxLength: 6, selector: ({ offence: [, minor], borough: [name] }) => `${minor} ${name}` },
    )
    .map((rows) => ({ months, rows })),
);

/** How a file says the same in other ways. */
const styles = fc.record({
  boroughHeading: fc.constantFrom('LookUp_BoroughName', 'BoroughName', 'Borough Name', ' borough '),
  columnOrder: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  letters: fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
  ),
  hasOtherSpelling: fc.boolean(),
  hasSeparators: fc.boolean(),
  isQuoted: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  byteOrderMark: fc.constantFrom('', '\uFEFF'),
  monthHeading: fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `${text.slice(0, 4)}-${text.slice(4)}`,
  ),
});
type Style = typeof styles extends fc.Arbitrary<infer S> ? S : never;

const plain: Style = {
  boroughHeading: 'LookUp_BoroughName',
  columnOrder: Array.from({ length: 12 }, (_, index) => index),
  letters: (text) => text,
  hasOtherSpelling: false,
  hasSeparators: false,
  isQuoted: false,
  lineEnd: '\n',
  byteOrderMark: '',
  monthHeading: (text) => text,
};

/** The table as lines of cells, the headings first. */
function linesOf({ months, rows }: Table, style: Style): readonly (readonly string[])[] {
  const count = (value: number) => (style.hasSeparators ? value.toLocaleString('en-GB') : String(value));
  return [
    ['MajorText', 'MinorText', style.boroughHeading, ...months.map(style.monthHeading)],
    ...rows.map(({ offence: [major, minor], borough: [name, otherName], counts }) => [
      style.letters(major),
      style.letters(minor),
      style.hasOtherSpelling ? otherName : name,
      ...counts.map(count),
    ]),
  ];
}

function textOf(lines: readonly (readonly string[])[], style: Style): string {
  const quoted = (cell: string) => (style.isQuoted || cell.includes(',') ? `"${cell}"` : cell);
  const ordered = (cells: readonly string[]) =>
    cells
      .map((cell, index) => ({ cell, rank: style.columnOrder[index] ?? 0 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ cell }) => cell);
  const texts = lines.map((cells) => ordered(cells).map(quoted).join(',') + style.lineEnd);
  return style.byteOrderMark + texts.join('');
}

const render = (table: Table, style = plain) => textOf(linesOf(table, style), style);

/** What a file of some rows must come to: each offence of each borough as it stands, month by month. */
function expectedCells({ months, rows }: Table): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    rows.map(({ offence: [, , key], borough: [, , code], counts }) => [
      `recorded-crime ${code} ${key}`,
      Object.fromEntries(months.map((text, index) => [`${text.slice(0, 4)}-${text.slice(4)}`, counts[index] ?? 0])),
    ]),
  );
}

/** What a text came to, in the form of `expectedCells`. */
function foundCells(text: string | Uint8Array) {
  const { draft, rejected, rowsLoaded } = readText({ dataset, text });
  const cells = cellsOf(draft, (series) => series.includes(' E09') && series.includes('offence='));
  const parsed = Object.entries(cells).map(([series, listed]) => [
    series,
    Object.fromEntries(listed.split(', ').map((cell) => [cell.slice(0, 7), Number(cell.slice(8))])),
  ]);
  return { cells: Object.fromEntries(parsed) as ReturnType<typeof expectedCells>, draft, rejected, rowsLoaded };
}

/** All offences of a borough, for a table of which every row was read. */
function expectedTotal({ rows }: Table, code: string): number | null {
  const counted = rows.filter(({ borough, offence }) => borough[2] === code && offence[0] !== 'NFIB Fraud');
  return counted.length === 0 ? null : counted.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
}

const tableWithRow = tables.chain((table) =>
  fc.nat(table.rows.length - 1).map((index) => ({ table, index, line: index + 2 })),
);

/** Ways to spoil one cell of a row: which, and what stands there then. */
const spoilt = fc.constantFrom(
  { column: 3, text: '' },
  { column: 3, text: 'twelve' },
  { column: 3, text: '-4' },
  { column: 3, text: '1.5' },
  { column: 3, text: '1,2,3' },
  { column: 3, text: '12%' },
  { column: 3, text: '..' },
  { column: 2, text: 'Hackny' },
  { column: 2, text: 'North East' },
  { column: 2, text: 'City of London' },
  { column: 2, text: '' },
  { column: 1, text: 'Piracy' },
  { column: 1, text: '' },
  { column: 0, text: 'Treason' },
  { column: 0, text: '' },
);

describe('a table of offences by borough, bent in every way that its publisher has bent it', () => {
  it('is read the same in any order of columns, letters, spelling, quotes, line ends and mark', () => {
    fc.assert(
      fc.property(tables, styles, (table, style) => {
        const { cells, draft, rejected } = foundCells(render(table, style));
        expect({ cells, rejected }).toEqual({ cells: expectedCells(table), rejected: [] });
        for (const [, , code] of boroughs) {
          const total = [...draft.series.values()].find((one) => one.place === code && one.dimensionKey === '');
          const sum = [...(total?.readings.values() ?? [])].reduce((all, { value }) => all + (value ?? 0), 0);
          expect(total === undefined ? null : sum).toBe(expectedTotal(table, code));
        }
      }),
    );
  });

  it('rejects a spoilt row at its line, and reads the others as they stand', () => {
    fc.assert(
      fc.property(tableWithRow, styles, spoilt, ({ table, index, line }, style, { column, text }) => {
        const lines = linesOf(table, style).map((cells, at) => (at === index + 1 ? cells.with(column, text) : cells));
        const { cells, rejected } = foundCells(textOf(lines, style));
        expect(rejected.map((row) => [row.line, row.found])).toEqual([[line, text]]);
        expect(cells).toEqual(expectedCells({ ...table, rows: table.rows.toSpliced(index, 1) }));
      }),
    );
  });

  it('rejects the second of two rows for one offence in one borough', () => {
    fc.assert(
      fc.property(tableWithRow, styles, ({ table, index }, style) => {
        const lines = linesOf(table, style);
        const { cells, rejected } = foundCells(textOf([...lines, lines[index + 1] ?? []], style));
        expect(rejected.map(({ line, column }) => [line, column])).toEqual([[table.rows.length + 2, null]]);
        expect(cells).toEqual(expectedCells(table));
      }),
    );
  });

  it('is refused, with the line, where a row has a cell too many or too few', () => {
    fc.assert(
      fc.property(tableWithRow, fc.boolean(), ({ table, index, line }, isLonger) => {
        const lines = linesOf(table, plain).map((cells, at) =>
          at !== index + 1 ? cells : isLonger ? [...cells, '7'] : cells.slice(0, -1),
        );
        expect(refusalOf({ dataset, text: textOf(lines, plain) })).toContain(
          `line ${line} has another number of cells than the headings`,
        );
      }),
    );
  });

  it('is refused where a heading is none that it knows, or a month stands twice', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('202413', 'Total', '', '01/2024', 'Ward'), (table, heading) => {
        const [head = [], ...rows] = linesOf(table, plain);
        const text = textOf([[...head, heading], ...rows.map((cells) => [...cells, '1'])], plain);
        expect(refusalOf({ dataset, text })).toContain('is in no format of this dataset');
        const twice = textOf([[...head, head[3] ?? ''], ...rows.map((cells) => [...cells, '1'])], plain);
        expect(refusalOf({ dataset, text: twice })).toContain('stands twice');
      }),
    );
  });

  it('gains a month with a new column, and nothing else changes', () => {
    fc.assert(
      fc.property(tables, fc.nat(2500), (table, count) => {
        const longer = {
          months: [...table.months, '203112'],
          rows: table.rows.map((row) => ({ ...row, counts: [...row.counts, count] })),
        };
        expect(foundCells(render(longer)).cells).toEqual(expectedCells(longer));
      }),
    );
  });

  it('has no wrong figure when it is cut off, wherever that is', () => {
    fc.assert(
      fc.property(tables, styles, fc.double({ min: 0, max: 1, noNaN: true }), (table, style, share) => {
        const bytes = new TextEncoder().encode(render(table, style));
        expectNothingWrong(table, bytes.slice(0, Math.floor(bytes.length * share)));
      }),
      { numRuns: 300 },
    );
  });

  it('has no wrong figure when it is cut off at any byte of it', () => {
    const [table] = fc.sample(tables, { seed, numRuns: 1 });
    if (table === undefined) throw new Error('no table was made');
    const bytes = new TextEncoder().encode(render(table));
    for (let length = 0; length <= bytes.length; length += 1) expectNothingWrong(table, bytes.slice(0, length));
  });

  it('is read as marked UTF-16, and refused in another encoding', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const text = render(table);
        const foreign = Buffer.from(text.replace('MajorText', 'Major\u00A0Text'), 'latin1');
        expect(refusalOf({ dataset, text: foreign })).toContain('is not UTF-8 text: line 1 has other bytes');
        const marked = readText({ dataset, text: Buffer.from(`\uFEFF${text}`, 'utf16le') });
        expect(cellsOf(marked.draft)).toEqual(cellsOf(readText({ dataset, text }).draft));
        expect(refusalOf({ dataset, text: Buffer.from(text, 'utf16le') })).toContain('it has null bytes');
      }),
    );
  });
});

/**
 * A cut file is refused, or has a rejected row, or has whole rows only. A cut inside the very last figure leaves a whole table
 * with a smaller number, which nothing but the missing line end shows: then a person is told to look.
 */
function expectNothingWrong(table: Table, cut: Uint8Array): void {
  if (refusalOf({ dataset, text: cut }) !== null) return;
  const { cells, draft, rejected } = foundCells(cut);
  const whole = expectedCells(table);
  const changed = Object.entries(cells).filter(([series, months]) =>
    Object.entries(months).some(([period, value]) => whole[series]?.[period] !== value),
  );
  const isNoticed = draft.notices.some((notice) => notice.includes('cut off'));
  expect(isNoticed).toBe(!['\n', '\r'].includes(String.fromCharCode(cut.at(-1) ?? 0)));
  expect(changed.length + rejected.length).toBeLessThanOrEqual(isNoticed ? 1 : 0);
}

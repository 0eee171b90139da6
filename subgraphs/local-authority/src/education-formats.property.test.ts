import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { educationHeadings, educationRow, type WrittenArea } from '@boroughgraph/test/support/education-text.ts';
import { cellsOf, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './datasets/referrals-by-source.ts';

const category = 'Source of referral';
const columns = ['category', 'Referrals', 'Police', 'Health_Services', 'LA_Services'];
const codes = { Hackney: 'E09000012', Barnet: 'E09000003', London: 'E12000007', England: 'E92000001' } as const;

/** How a count may be written, and what it must come to. */
const cell = fc.oneof(
  fc.nat(9_999_999).map((count) => ({ text: String(count), means: String(count), isCount: true })),
  fc
    .integer({ min: 1000, max: 9_999_999 })
    .map((count) => ({ text: `"${count.toLocaleString('en-GB')}"`, means: String(count), isCount: true })),
  fc
    .constantFrom(
      ...(['c CONFIDENTIAL', 'x NOT_AVAILABLE', 'z NOT_APPLICABLE', 'u LOW_BASE', 'Z NOT_APPLICABLE'] as const),
    )
    .map((pair) => pair.split(' '))
    .map(([text = '', means = '']) => ({ text, means, isCount: false })),
);
type Cell = Parameters<Parameters<typeof cell.map>[0]>[0];

interface TableRow {
  readonly area: keyof typeof codes | 'Leeds' | 'North East';
  readonly year: number;
  readonly cells: readonly Cell[];
}
const areas: readonly (WrittenArea & TableRow['area'])[] = [
  'Hackney',
  'Barnet',
  'London',
  'England',
  'Leeds',
  'North East',
];

const rows: fc.Arbitrary<readonly TableRow[]> = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...areas),
    year: fc.integer({ min: 2014, max: 2030 }),
    cells: fc.array(cell, { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8, selector: ({ area, year }) => `${area} ${year}` },
);

/** How a file says the same in other ways. */
const form = fc.record({
  order: fc.integer({ min: 0, max: 13 }),
  isReversed: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  heading: fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.replaceAll('_', ' '),
    (text) => ` ${text} `,
  ),
  blankRows: fc.nat(3),
});
type Form = Parameters<Parameters<typeof form.map>[0]>[0];

const headings = [...educationHeadings.split(','), ...columns];

function written(table: readonly TableRow[], bent: Form): string {
  const positions = headings.map((_, index) => (index + bent.order) % headings.length);
  const order = bent.isReversed ? positions.toReversed() : positions;
  const lines = table.map(({ area, year, cells }) => [
    ...educationRow(area, year).split(','),
    category,
    ...cells.map(({ text }) => text),
  ]);
  const arranged = [headings.map(bent.heading), ...lines].map((line) => order.map((at) => line[at] ?? '').join(','));
  const blank = Array.from({ length: bent.blankRows }, () => ','.repeat(headings.length - 1));
  return bent.mark + [...arranged, ...blank, ''].join(bent.lineEnd);
}

/** What the rows must come to, cell by cell. */
function expectedOf(table: readonly TableRow[]): readonly string[] {
  const names = ['', 'source=police', 'source=health-services', 'source=la-services'];
  return table.flatMap(({ area, year, cells }) => {
    if (area === 'Leeds' || area === 'North East') return [];
    const isRounded = area === 'London' || area === 'England';
    const period = `FY${year - 1}-${String(year % 100).padStart(2, '0')}`;
    return cells.map(({ means, isCount }, index) =>
      [
        `referrals ${codes[area]} ${names[index] ?? ''}`.trim(),
        period,
        means,
        ...(isRounded && isCount ? ['ROUNDED'] : []),
      ].join(' '),
    );
  });
}

const foundIn = (text: string) =>
  Object.entries(cellsOf(readText({ dataset, text }).draft)).flatMap(([name, cells]) =>
    cells.split(', ').map((one) => `${name} ${one}`),
  );

describe('a table of the Department for Education', () => {
  it('means the same in whatever order, spelling and form it is written', () => {
    fc.assert(
      fc.property(rows, form, (table, bent) => {
        expect(foundIn(written(table, bent)).toSorted()).toEqual(expectedOf(table).toSorted());
      }),
      { seed: 1989, numRuns: 300 },
    );
  });

  it('is never loaded with a cell that nobody can read: the row is rejected, with its line', () => {
    const broken = fc.constantFrom('', '?', '12.5', '-3', '1,5', '1.234,5', '12%', 'n/a', '*', '1e400');
    fc.assert(
      fc.property(rows, form, broken, fc.nat(3), (table, bent, text, column) => {
        const read = { area: 'Hackney', year: 2031 } as const;
        const cells = [10, 20, 30, 40].map((count) => ({ text: String(count), means: String(count), isCount: true }));
        const bad = cells.map((one, index) => (index === column ? { ...one, text: `"${text}"` } : one));
        const result = readText({
          dataset,
          text: written([...table, { ...read, cells: bad }], { ...bent, blankRows: 0 }),
        });
        expect(result.rejected.map(({ line, found }) => [line, found])).toEqual([[table.length + 2, text]]);
        expect(Object.values(cellsOf(result.draft)).filter((one) => one.includes('FY2030-31'))).toEqual([]);
      }),
      { seed: 1989, numRuns: 300 },
    );
  });
});

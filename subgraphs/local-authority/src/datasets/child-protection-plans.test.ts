import { withRejectedCells } from '@boroughgraph/kit/inside/loading/rejected-cells.ts';
import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './child-protection-plans.ts';

const headings = 'category,CPP_child_start,CPP_child_start_rate,CPP_At31,CPP_At31_rate';
const file = (...rows: readonly string[]) => educationText(headings, ...rows);
const row = (area: Parameters<typeof educationRow>[0], year: number, ...cells: readonly (number | string)[]) =>
  educationRow(area, year, 'Child Protection Plans', ...cells);

describe('child protection plans', () => {
  it('are counted at 31 March, with their rate', () => {
    const { draft } = readText({
      dataset,
      text: file(row('Hackney', 2024, 300, 55.1, 200, 36.8), row('London', 2024, 9000, 47.2, 7500, 39.3)),
    });
    expect(cellsOf(draft)).toEqual({
      'child-protection-plans-at-31-march E09000012': 'S2024-03-31 200',
      'child-protection-plans-at-31-march-rate E09000012': 'S2024-03-31 36.8',
      'child-protection-plans-at-31-march E12000007': 'S2024-03-31 7500 ROUNDED',
      'child-protection-plans-at-31-march-rate E12000007': 'S2024-03-31 39.3',
    });
  });

  it('are counted over the year to 31 March as well, in a table that has the columns', () => {
    const columns = 'category,CPP_start,CPP_end,CPP_anypoint,CPP_At31';
    const text = educationText(columns, row('Hackney', 2024, 300, 280, 480, 200));
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'child-protection-plans-at-31-march E09000012': 'S2024-03-31 200',
      'child-protection-plans-at-any-point E09000012': 'FY2023-24 480',
      'child-protection-plans-started E09000012': 'FY2023-24 300',
      'child-protection-plans-ended E09000012': 'FY2023-24 280',
    });
  });

  it('are not read from the table of plans by duration, which has a column of the same name', () => {
    const text = educationText('category,CPP_At31', educationRow('Hackney', 2024, 'Duration of plans', 200));
    expect(refusalOf({ dataset, text })).toContain('not "Child Protection Plans"');
  });
});

describe('the areas of a file', () => {
  it('are all that there are in the published table, so that one that it leaves out has no figure any more', () => {
    const { draft } = readText({ dataset, text: file(row('Hackney', 2024, 300, 55.1, 200, 36.8)) });
    expect([...draft.byPlace]).toEqual([]);
  });

  it('are those of which it has a row in a tidy file, since boroughs deliver one by one', () => {
    const text = 'indicator,area,period,value\nchild-protection-plans-at-31-march,Hackney,S2024-03-31,200\n';
    const { draft } = readText({ dataset, text });
    expect([...draft.byPlace].map(({ id }) => id)).toEqual(['child-protection-plans-at-31-march']);
  });
});

describe('a row of which a figure cannot be read', () => {
  it.each([
    ['four', 55.1],
    [4, 'many'],
    [4, -1],
  ])('keeps its cells, withheld: %s at a rate of %s', (count, rate) => {
    const read = readText({ dataset, text: file(row('City of London', 2024, 1, 2.5, count, rate)) });
    expect(read.rejected).toHaveLength(1);
    const { series } = withRejectedCells(read.draft, dataset);
    const statuses = series.flatMap(({ place, readings }) =>
      [...readings.values()].map(({ status, value }) => [place, status, value]),
    );
    expect(statuses).toEqual([
      ['E09000001', 'CONFIDENTIAL', null],
      ['E09000001', 'CONFIDENTIAL', null],
    ]);
  });
});

const path = 'local-authority/d1_child_protection_plans_2013_to_2024.csv';

describe.skipIf(publishedFile(path) === null)('the published table of October 2024', () => {
  it('has what was withheld, what was not supplied and what was none apart', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toMatchObject({ rowsRead: 1967, rowsLoaded: 444, rejected: [] });
    const cells = cellsOf(read.draft);
    expect(cells['child-protection-plans-at-31-march E09000012']).toContain('S2021-03-31 NOT_AVAILABLE');
    expect(cells['child-protection-plans-at-31-march E09000001']).toContain('S2023-03-31 0, ');
    expect(cells['child-protection-plans-at-31-march E09000001']).toContain('S2022-03-31 CONFIDENTIAL');
    expect(cells['child-protection-plans-at-31-march-rate E09000001']).toContain('S2022-03-31 CONFIDENTIAL');
  });

  it('has boroughs that add up to Outer London, none of whose figures is withheld, within its rounding', async () => {
    const { draft } = await readPublished(dataset, path);
    const counts = [...draft.series.values()].filter(
      ({ indicator }) => indicator.id === 'child-protection-plans-at-31-march',
    );
    const outer = counts.find(({ place }) => place === 'E13000002');
    const boroughs = counts.filter(({ place }) => isOuter(place));
    const far = [...(outer?.readings ?? [])].filter(([ordinal, { value }]) => {
      const sum = boroughs.reduce((total, { readings }) => total + (readings.get(ordinal)?.value ?? 0), 0);
      return Math.abs(sum - (value ?? 0)) > 5;
    });
    expect([boroughs.length, far]).toEqual([19, []]);
  });
});

const outerNumbers = [2, 3, 4, 5, 6, 8, 9, 10, 11, 15, 16, 17, 18, 21, 24, 26, 27, 29, 31];
const isOuter = (place: string) => place.startsWith('E09') && outerNumbers.includes(Number(place.slice(3)));

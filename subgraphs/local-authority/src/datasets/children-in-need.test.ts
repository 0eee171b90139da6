import { describe, expect, it } from 'vitest';
import { underPolicy } from '@boroughgraph/kit/inside/loading/protection/series-under-policy.ts';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-in-need.ts';

const category = 'Children in Need';
const row = (area: Parameters<typeof educationRow>[0], year: number, ...cells: readonly (number | string)[]) =>
  educationRow(area, year, category, ...cells);
const headings = 'category,Awaiting_assessment,At31_episodes,At31_episodes_rate';
const read = (...rows: readonly string[]) => readText({ dataset, text: educationText(headings, ...rows) });

describe('children in need', () => {
  it('are counted at 31 March, with their rate; the other columns are not served', () => {
    const { draft } = read(row('Hackney', 2023, 4000, 1900, 340.1), row('Hackney', 2024, 4100, 2000, 350.5));
    expect(cellsOf(draft)).toEqual({
      'children-in-need-at-31-march E09000012': 'S2023-03-31 1900, S2024-03-31 2000',
      'children-in-need-at-31-march-rate E09000012': 'S2023-03-31 340.1, S2024-03-31 350.5',
    });
    const rate = [...draft.series.values()].find(({ indicator }) => indicator.unit === 'PER_10000');
    expect([...(rate?.readings.values() ?? [])].map(({ numerator }) => numerator)).toEqual([1900, 2000]);
    expect([...(rate?.denominatorPeriodIds.values() ?? [])]).toEqual(['S2022-06-30', 'S2023-06-30']);
  });

  it('keep what stands in place of a number: withheld, not available, not applicable, unreliable, near zero', () => {
    const markers = ['c', 'x', 'z', 'u', ':', '..', 'C'];
    const { draft } = read(
      ...markers.map((marker, index) => row('Barnet', 2013 + index, 'x', marker, marker)),
      row('Barnet', 2020, 'x', 'k', 'k'),
      row('Barnet', 2021, 'x', 'low', 'low'),
      row('Barnet', 2022, 'x', 0, 0),
    );
    const statuses =
      'S2013-03-31 CONFIDENTIAL, S2014-03-31 NOT_AVAILABLE, S2015-03-31 NOT_APPLICABLE, S2016-03-31 LOW_BASE, ' +
      'S2017-03-31 NOT_AVAILABLE, S2018-03-31 NOT_AVAILABLE, S2019-03-31 CONFIDENTIAL, ' +
      'S2020-03-31 0 ROUNDS_TO_ZERO, S2021-03-31 0 ROUNDS_TO_ZERO, S2022-03-31 0';
    expect(cellsOf(draft)).toEqual({
      'children-in-need-at-31-march E09000003': statuses,
      'children-in-need-at-31-march-rate E09000003': statuses,
    });
  });

  it('read the symbols of the Government Statistical Service as those of the Department', () => {
    const { draft } = read(
      row('Barnet', 2023, '[c]', '[c]', '[c]'),
      row('Barnet', 2024, '[x]', '[z]', '[z]'),
      row('Barnet', 2025, '[x]', '[low]', '[low]'),
    );
    expect(cellsOf(draft)['children-in-need-at-31-march E09000003']).toBe(
      'S2023-03-31 CONFIDENTIAL, S2024-03-31 NOT_APPLICABLE, S2025-03-31 0 ROUNDS_TO_ZERO',
    );
  });

  it('are counted over the year to 31 March as well, in a table that has the columns', () => {
    const columns = 'category,Anypoint_episodes,Started_episodes,Ended_episodes,At31_episodes';
    const text = educationText(columns, row('Hackney', 2024, 4100, 2200, 2100, 2000));
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'children-in-need-at-31-march E09000012': 'S2024-03-31 2000',
      'children-in-need-at-any-point E09000012': 'FY2023-24 4100',
      'children-in-need-started E09000012': 'FY2023-24 2200',
      'children-in-need-ended E09000012': 'FY2023-24 2100',
    });
  });

  it('have no rate where their number is withheld, even if the file prints it', () => {
    const { draft } = read(row('City of London', 2024, 30, 'c', 61.7));
    expect(cellsOf(draft)).toEqual({
      'children-in-need-at-31-march E09000001': 'S2024-03-31 CONFIDENTIAL',
      'children-in-need-at-31-march-rate E09000001': 'S2024-03-31 CONFIDENTIAL',
    });
  });

  it('of 1 to 5, and rates on them, are withheld by the policy of the dataset', () => {
    const { draft } = read(row('City of London', 2023, 30, 5, 76.5), row('City of London', 2024, 30, 6, 90.1));
    const series = [...draft.series.values()].map((one) => underPolicy(dataset, one));
    const valuesOf = ({ readings }: (typeof series)[number]) => [...readings.values()].map(({ value }) => value);
    expect(series.map((one) => [one.indicator.id, valuesOf(one)])).toEqual([
      ['children-in-need-at-31-march', [null, 6]],
      ['children-in-need-at-31-march-rate', [null, 90.1]],
    ]);
  });

  it.each([
    ['a count with decimals', [30, 12.5, 1]],
    ['a negative count', [30, -2, 1]],
    ['a blank count', [30, '', 1]],
    ['an unknown marker', [30, 'n/k', 1]],
    ['a negative rate', [30, 20, -1]],
  ])('with %s are rejected', (_what, cells) => {
    expect(read(row('Hackney', 2024, ...cells)).rejected).toHaveLength(1);
  });

  it('are read from releases that have no rates any more', () => {
    const text = educationText('category,At31_episodes,awaiting_assessment', row('Hackney', 2025, 2000, 70));
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'children-in-need-at-31-march E09000012': 'S2025-03-31 2000',
    });
  });
});

const path = 'local-authority/b1_children_in_need_2013_to_2024.csv';

describe.skipIf(publishedFile(path) === null)('the published table of October 2024', () => {
  it('has twelve years of 33 boroughs and four wider areas', async () => {
    expect(outcomeOf(await readPublished(dataset, path))).toEqual({
      rowsRead: 1967,
      rowsLoaded: 444,
      leftOut: { 'outside London': 1523 },
      keptOutside: {},
      rejected: [],
    });
  });

  it('has boroughs that add up to London within its rounding, but for the years in which Hackney made no return', async () => {
    const { draft } = await readPublished(dataset, path);
    const counts = [...draft.series.values()].filter(
      ({ indicator }) => indicator.id === 'children-in-need-at-31-march',
    );
    const london = counts.find(({ place }) => place === 'E12000007');
    const years = [...(london?.readings ?? [])].map(([ordinal, { value }]) => {
      const boroughs = counts.filter(({ place }) => place.startsWith('E09'));
      const cells = boroughs.map(({ readings }) => readings.get(ordinal));
      const sum = cells.reduce((total, cell) => total + (cell?.value ?? 0), 0);
      const missing = cells.filter((cell) => cell?.value === null).length;
      return { isNear: Math.abs(sum - (value ?? 0)) <= 5, missing };
    });
    // London is rounded to ten. In two years Hackney is [x], and London holds an estimate for it or lacks it.
    expect(years.filter(({ missing }) => missing === 0).every(({ isNear }) => isNear)).toBe(true);
    expect(years.filter(({ missing }) => missing > 0)).toHaveLength(2);
  });
});

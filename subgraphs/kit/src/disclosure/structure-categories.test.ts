import { describe, expect, it } from 'vitest';
import { dimension, dimensionsOf } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Reading } from '../statistics/observation.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { disclosurePolicies } from './policy.ts';
import { breakdownsOf } from './structure-categories.ts';
import { figuresIn } from './structure-figures.ts';
import type { FigureOrGap, PublishedSeries } from './figure-index.ts';
import type { CategoriesStructure } from './structure.ts';

const loans: IndicatorDefinition = {
  id: 'loans',
  datasetId: 'library',
  name: 'Loans',
  definition: 'Made up for tests.',
  unit: 'ITEMS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_INCIDENT',
  areaTypes: ['BOROUGH'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [
    dimension('form', 'Form', ['Print', 'Sound']),
    {
      id: 'genre',
      label: 'Genre',
      choices: [
        { value: 'novel', label: 'Novel', within: 'print' },
        { value: 'poem', label: 'Poem', within: 'print' },
        { value: 'radio-play', label: 'Radio play', within: 'sound' },
      ],
    },
  ],
};
const overdue: IndicatorDefinition = { ...loans, id: 'overdue', unit: 'PERCENT', valueType: 'PROPORTION' };

/** A place, perhaps with a dimension key, a period, and what it says: a count, or a reading. */
type Cell = readonly [where: string, period: string, value: number | Reading];

function seriesOf(indicator: IndicatorDefinition, [where, period, value]: Cell): PublishedSeries {
  const [place = '', key = ''] = where.split(' ');
  const reading: Reading = typeof value === 'number' ? { value, status: 'PUBLISHED' } : value;
  return {
    table: 'library/library',
    indicator,
    place,
    dimensions: dimensionsOf(key),
    readings: new Map([[ordinalOf(indicator.grid, period), reading]]),
    policy: disclosurePolicies['dfe-1-5'],
    roundedTo: 1,
    isFixed: false,
  };
}

/** Each breakdown as a sum: the number of a figure, `?` for one that is withheld, `·` and the dimension key for what is missing. */
function sums(
  cells: readonly Cell[],
  structure: Partial<CategoriesStructure> = {},
  indicator: IndicatorDefinition = loans,
): readonly string[] {
  const index = figuresIn(cells.map((cell) => seriesOf(indicator, cell)));
  const { part = 'VALUE' } = structure;
  const name = { table: 'library/library', indicator: indicator.id, part };
  const given: CategoriesStructure = { kind: 'categories', indicator: indicator.id, dimension: 'form', ...structure };
  return [...breakdownsOf(index, name, given)].map(
    ({ whole, parts }) => `${textOf(whole)} = ${parts.map(textOf).join(' + ')}`,
  );
}

function textOf(found: FigureOrGap): string {
  // A gap is named by table, indicator, part, place, dimension key and month.
  if (found.state === 'gap') return `·${found.name.split(' ')[4] ?? ''}`;
  return found.known === null ? '?' : String(found.known.low);
}

const year = 'FY2023-24';

describe('the breakdowns of a dimension', () => {
  it('have every value that the indicator has, those that the release lacks by their name', () => {
    const cells: readonly Cell[] = [
      ['A', year, 30],
      ['A form=print', year, 20],
    ];
    expect(sums(cells)).toEqual(['30 = 20 + ·form=sound']);
  });

  it('have values that the release alone has', () => {
    const cells: readonly Cell[] = [
      ['A', year, 30],
      ['A form=braille', year, { value: null, status: 'CONFIDENTIAL' }],
      ['A form=sound', year, 9],
    ];
    expect(sums(cells)).toEqual(['30 = ·form=print + 9 + ?']);
  });

  it('name the total where it is missing', () => {
    expect(sums([['A form=print', year, 20]])).toEqual(['· = 20 + ·form=sound']);
  });

  it('are none where the release has only the total', () => {
    expect(sums([['A', year, 30]])).toEqual([]);
  });

  it('are one for each place and period', () => {
    const cells: readonly Cell[] = [
      ['A', year, 30],
      ['B', year, 60],
      ['B form=sound', year, 50],
      ['A form=print', 'FY2022-23', 1],
      ['A form=print', year, 2],
      ['A form=sound', year, 3],
    ];
    expect(sums(cells)).toEqual(['60 = ·form=print + 50', '· = 1 + ·form=sound', '30 = 2 + 3']);
  });

  it('are one for whatever the series are narrowed to besides', () => {
    const cells: readonly Cell[] = [
      ['A form=print', year, 20],
      ['A genre=novel', year, 11],
      ['A form=print;genre=novel', year, 10],
    ];
    expect(sums(cells)).toEqual(['· = 20 + ·form=sound', '11 = 10 + ·form=sound;genre=novel']);
  });

  it('have the values that lie within what the dimension before is narrowed to, and all where it is not', () => {
    const cells: readonly Cell[] = [
      ['A form=print', year, 20],
      ['A form=print;genre=novel', year, 12],
      ['A genre=poem', year, 8],
    ];
    expect(sums(cells, { dimension: 'genre' })).toEqual([
      '20 = 12 + ·form=print;genre=poem',
      '· = ·genre=novel + 8 + ·genre=radio-play',
    ]);
  });

  it('may have their total among the values, which is then no part', () => {
    const cells: readonly Cell[] = [
      ['A', year, 99],
      ['A form=print', year, 20],
      ['A form=braille', year, 3],
    ];
    expect(sums(cells, { total: 'print' })).toEqual(['20 = ·form=sound + 3']);
  });

  it('are of the values that add up alone, where these are named', () => {
    const cells: readonly Cell[] = [
      ['A', year, 30],
      ['A form=print', year, 20],
      ['A form=braille', year, 3],
      ['B', year, 40],
      ['B form=braille', year, 4],
    ];
    expect(sums(cells, { values: ['print', 'sound'] })).toEqual(['30 = 20 + ·form=sound']);
    expect(sums(cells, { values: ['print'] })).toEqual(['30 = 20']);
  });

  it('are of the part of a statistic that is asked for', () => {
    const share = (numerator: number, denominator: number): Reading => ({
      value: (100 * numerator) / denominator,
      status: 'PUBLISHED',
      numerator,
      denominator,
    });
    const cells: readonly Cell[] = [
      ['A', year, share(6, 30)],
      ['A form=print', year, share(5, 20)],
      ['A form=sound', year, share(1, 10)],
    ];
    expect(sums(cells, { part: 'NUMERATOR' }, overdue)).toEqual(['6 = 5 + 1']);
    expect(sums(cells, { part: 'DENOMINATOR' }, overdue)).toEqual(['30 = 20 + 10']);
    expect(sums(cells, {}, overdue)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { dimension, dimensionsOf } from '../dimensions.ts';
import type { IndicatorDefinition } from '../indicator.ts';
import type { Reading } from '../observation.ts';
import { ordinalOf, type PeriodGrid } from '../periods.ts';
import { disclosurePolicies, type DisclosurePolicy } from './policy.ts';
import { tableOf } from './structure-equations.ts';
import { figuresIn, type PublishedSeries } from './structure-figures.ts';
import { joinStatistics } from './structure-statistics.ts';
import type { Structure } from './structure.ts';

const year: PeriodGrid = { type: 'FINANCIAL_YEAR' };
const grids: Readonly<Record<string, PeriodGrid>> = {
  visits: year,
  stock: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
  monthly: { type: 'MONTH' },
  window: { type: 'ROLLING_12_MONTHS' },
};

function indicatorOf(id: string): IndicatorDefinition {
  const rate = { valueType: 'CRUDE_RATE', multiplier: 10_000, unit: 'PER_10000' } as const;
  return {
    id,
    datasetId: 'library',
    name: id,
    definition: 'Made up for tests.',
    unit: 'PEOPLE',
    valueType: 'COUNT',
    multiplier: 1,
    decimals: 0,
    polarity: 'NO_JUDGEMENT',
    additivity: 'ADDITIVE',
    attributionBasis: 'PLACE_OF_INCIDENT',
    areaTypes: ['BOROUGH'],
    grid: grids[id] ?? year,
    dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth'])],
    ...(id === 'rate' ? rate : {}),
  };
}

/** A cell as text: the indicator, perhaps a place, a dimension key and a period, then its value or `c`. */
type Cell = readonly [
  indicator: string,
  where: string,
  period: string,
  value: number | 'c' | 'x',
  more?: Partial<Reading>,
];

function seriesOf([id, where, period, value, more]: Cell, policy: DisclosurePolicy): PublishedSeries {
  const indicator = indicatorOf(id);
  const [place = '', key = ''] = where.split(' ');
  const withheld: Reading = { value: null, status: value === 'c' ? 'CONFIDENTIAL' : 'NOT_AVAILABLE' };
  const reading: Reading = typeof value === 'number' ? { value, status: 'PUBLISHED', ...more } : withheld;
  return {
    table: 'library/library',
    indicator,
    place,
    dimensions: dimensionsOf(key),
    readings: new Map([[ordinalOf(indicator.grid, period), reading]]),
    policy,
    roundedTo: 10,
    isFixed: false,
  };
}

/** The equations as text: the known range of a shown cell, `?` for a withheld one, `_` for one that nothing is known of, `·` for a gap. */
function equationsOf(cells: readonly Cell[], ...structures: readonly Structure[]): readonly string[] {
  return equationsUnder({ policy: disclosurePolicies['dfe-1-5'], structures }, cells);
}

function equationsUnder(
  { policy, structures }: { readonly policy: DisclosurePolicy; readonly structures: readonly Structure[] },
  cells: readonly Cell[],
): readonly string[] {
  const series = cells.map((cell) => seriesOf(cell, policy));
  const index = figuresIn(series);
  for (const structure of structures)
    if (structure.kind === 'statistic')
      joinStatistics(index, series, {
        statistic: { ...structure.statistic, table: 'library/library' },
        count: { ...structure.count, table: 'library/library' },
        denominator: null,
      });
  const declared = structures.map((structure) => ({ agency: 'library', dataset: 'library', structure }));
  const { cells: made, equations } = tableOf(index, declared).table;
  return equations.map(({ kind, terms }) => {
    const texts = terms.map(([cell, sign]) => {
      const { state, value, slack } = made[cell] ?? { state: 'unknown', value: null, slack: 0 };
      const shown = slack === 0 ? String(value) : `${(value ?? 0) - slack}…${(value ?? 0) + slack}`;
      return `${sign < 0 ? '-' : '+'}${{ shown, withheld: '?', unknown: '_', missing: '·' }[state]}`;
    });
    return `${kind} ${texts.join(' ')}`;
  });
}

describe('a structure', () => {
  it('of categories adds up what a dimension breaks a total down into', () => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 30],
      ['visits', 'A purpose=reading', 'FY2023-24', 'c'],
      ['visits', 'A purpose=warmth', 'FY2023-24', 20],
      ['visits', 'B purpose=warmth', 'FY2023-24', 7],
    ];
    expect(equationsOf(cells, { kind: 'categories', indicator: 'visits', dimension: 'purpose' })).toEqual([
      'categories -30 +? +20',
    ]);
  });

  it('of categories may have its total among the values', () => {
    const cells: readonly Cell[] = [
      ['visits', 'A purpose=all', 'FY2023-24', 30],
      ['visits', 'A purpose=reading', 'FY2023-24', 'c'],
      ['visits', 'A purpose=other', 'FY2023-24', 9],
    ];
    const structure: Structure = {
      kind: 'categories',
      indicator: 'visits',
      dimension: 'purpose',
      total: 'all',
      values: ['reading', 'warmth'],
    };
    expect(equationsOf(cells, structure)).toEqual(['categories -30 +? +·']);
  });

  it('of areas reckons with members that nobody publishes, and with what rounding hides', () => {
    const cells: readonly Cell[] = [
      ['visits', 'AB', 'FY2023-24', 30, { flags: ['ROUNDED'] }],
      ['visits', 'A', 'FY2023-24', 'x'],
      ['visits', 'B', 'FY2023-24', 20],
    ];
    const structure: Structure = { kind: 'areas', whole: 'AB', members: ['A', 'B', 'C'] };
    expect(equationsOf(cells, structure)).toEqual(['areas -25…35 +_ +20 +_']);
  });

  it('of areas reckons with how its own policy rounds, and what it leaves small', () => {
    const rounding = { ...disclosurePolicies['dfe-1-5'], roundingBase: 10 };
    const cells = [
      ['visits', 'AB', 'FY2023-24', 20, { flags: ['ROUNDED'] }],
      ['visits', 'A', 'FY2023-24', 10, { flags: ['ROUNDED'] }],
      ['visits', 'B', 'FY2023-24', 0, { flags: ['ROUNDED'] }],
      ['visits', 'C', 'FY2023-24', 'c'],
    ] as const;
    const structure: Structure = { kind: 'areas', whole: 'AB', members: ['A', 'B', 'C'] };
    // Halves go up, so that 20 hides 15 to 24; 5 is withheld, so that 10 hides 6 to 14; none but zero is shown as zero.
    expect(equationsUnder({ policy: rounding, structures: [structure] }, cells)).toEqual(['areas -15…24 +6…14 +0 +?']);
  });

  it('of periods adds up the months of each window', () => {
    const months = ['2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10', '2023-11', '2023-12'];
    const cells: readonly Cell[] = [
      ['window', 'A', 'R12-2024-03', 'c'],
      ['window', 'A', 'R12-2024-04', 40],
      ...months.map((month): Cell => ['monthly', 'A', month, 2]),
      ['monthly', 'A', '2024-01', 3],
      ['monthly', 'A', '2024-03', 'c'],
      ['monthly', 'A', '2024-04', 5],
    ];
    const structure: Structure = { kind: 'periods', whole: { indicator: 'window' }, parts: { indicator: 'monthly' } };
    // The latest month first; February is in no release.
    expect(equationsOf(cells, structure)).toEqual([
      'periods -? +? +_ +3 +2 +2 +2 +2 +2 +2 +2 +2 +2',
      'periods -40 +5 +? +_ +3 +2 +2 +2 +2 +2 +2 +2 +2',
    ]);
  });

  it('of a balance ties a day to the year that ends on it, or began on it', () => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 30],
      ['stock', 'A', 'S2024-03-31', 'c'],
      ['stock', 'A', 'S2023-03-31', 12],
    ];
    const structure: Structure = {
      kind: 'balance',
      terms: [
        { indicator: 'visits', sign: 1 },
        { indicator: 'stock', sign: -1 },
        { indicator: 'stock', sign: -1, monthsBefore: 12 },
      ],
    };
    expect(equationsOf(cells, structure)).toEqual(['balance +30 -? -12']);
  });

  it('of a balance reckons with a stock that two sums have and no release', () => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 'c'],
      ['loans', 'A', 'FY2023-24', 33],
      ['stock', 'A', 'S2023-03-31', 12],
    ];
    const stock = { indicator: 'stock', sign: -1 } as const;
    const balanceOf = (indicator: string): Structure => ({ kind: 'balance', terms: [{ indicator, sign: 1 }, stock] });
    // 33 are the stock of March 2024, and so are the visits.
    expect(equationsOf(cells, balanceOf('visits'), balanceOf('loans'))).toEqual(['balance +? -_', 'balance +33 -_']);
    // By itself, a stock that nobody publishes tells nothing of the visits.
    expect(equationsOf(cells, balanceOf('visits'))).toEqual([]);
  });

  const readers: Structure = {
    kind: 'subset',
    whole: { indicator: 'visits' },
    part: { indicator: 'visits', dimensions: { purpose: 'reading' } },
  };

  it.each<[string, number | 'c', number | 'c', readonly string[]]>([
    ['protects a rest that is small', 30, 27, ['subset -30 +27 +?']],
    ['is nothing where the rest is none', 30, 30, []],
    ['is nothing where the rest is no small count', 30, 20, []],
    ['bounds a part that is withheld', 30, 'c', ['subset -30 +? +_']],
  ])('of a subset %s', (_what, whole, part, expected) => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', whole],
      ['visits', 'A purpose=reading', 'FY2023-24', part],
    ];
    expect(equationsOf(cells, readers)).toEqual(expected);
  });

  it('of a statistic narrows a rounded count to what its rate gives back', () => {
    const cells: readonly Cell[] = [
      ['visits', 'AB', 'FY2023-24', 1230, { flags: ['ROUNDED'] }],
      ['rate', 'AB', 'FY2023-24', 41.1, { denominator: 300_000 }],
      ['visits', 'A', 'FY2023-24', 'c'],
      ['visits', 'B', 'FY2023-24', 1229],
    ];
    // 1230 hides 1225 to 1235; 41.05 to 41.15 for each 10,000 of 300,000 are 1231.5 to 1234.5.
    expect(
      equationsOf(
        cells,
        { kind: 'statistic', statistic: { indicator: 'rate' }, count: { indicator: 'visits' } },
        { kind: 'areas', whole: 'AB', members: ['A', 'B'] },
      ),
    ).toEqual(['areas -1232…1234 +? +1229']);
  });

  it('of the same figure makes two of them equal', () => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 'c'],
      ['again', 'A', 'FY2023-24', 8],
    ];
    expect(
      equationsOf(cells, { kind: 'same', figure: { indicator: 'visits' }, other: { indicator: 'again' } }),
    ).toEqual(['same-figure -? +8']);
  });
});

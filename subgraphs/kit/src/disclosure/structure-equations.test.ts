import { describe, expect, it } from 'vitest';
import { type Cell, equationsOf, equationsUnder } from '@boroughgraph/test/support/equation-texts.ts';
import { areas } from '../geography/areas.ts';
import { disclosurePolicies } from './policy.ts';
import type { Standing, Structure } from './structure.ts';

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
    expect(equationsOf(cells, structure)).toEqual(['areas -25…34 +_ +20 +_']);
  });

  it('of the geography adds up units of one kind without a borough', () => {
    const units = areas.filter(({ type }) => type === 'PROBATION_DELIVERY_UNIT');
    const cells: readonly Cell[] = [
      ['visits', 'E12000007', 'FY2023-24', 184],
      ...units.map(({ code }, index): Cell => ['visits', code, 'FY2023-24', index === 7 ? 'c' : 10]),
    ];
    expect(equationsOf(cells, { kind: 'geography' })).toEqual([
      `areas -184 ${units.map((_, index) => (index === 7 ? '+?' : '+10')).join(' ')}`,
    ]);
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

  it('of a subset protects the rest of a whole that is left out and follows from others', () => {
    const cells: readonly Cell[] = [
      ['visits', 'AB', 'FY2023-24', 38],
      ['visits', 'A', 'FY2023-24', 28],
      ['visits', 'B purpose=reading', 'FY2023-24', 8],
      ['visits', 'C purpose=reading', 'FY2023-24', 8],
    ];
    const areas: Structure = { kind: 'areas', whole: 'AB', members: ['A', 'B'] };
    const part = { indicator: 'visits', dimensions: { purpose: 'reading' } };
    const subset: Structure = { kind: 'subset', whole: { indicator: 'visits', dimensions: {} }, part };
    // B has 38 - 28 = 10, of which 2 are not for reading; how many C has nothing tells.
    const rests = equationsOf(cells, areas, subset).filter((text) => text.startsWith('subset -_'));
    expect(rests).toEqual(['subset -_ +8 +?']);
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

  it.each<[Standing, string]>([
    [{ kind: 'exact' }, 'balance +30 -? -12'],
    [{ kind: 'rounded', by: 2 }, 'balance +30 -? -12 +0…6 -0…6'],
    [{ kind: 'approximate', tolerance: 4 }, 'balance +30 -? -12 +0…4 -0…4'],
  ])('of a balance that is %o may be out by as much', (standing, expected) => {
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 30],
      ['stock', 'A', 'S2024-03-31', 'c'],
      ['stock', 'A', 'S2023-03-31', 12],
    ];
    const stock = { indicator: 'stock', sign: -1 } as const;
    const terms = [{ indicator: 'visits', sign: 1 } as const, stock, { ...stock, monthsBefore: 12 }];
    expect(equationsOf(cells, { kind: 'balance', terms, standing })).toEqual([expected]);
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
});

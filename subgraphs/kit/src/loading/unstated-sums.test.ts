import {
  countedDataset,
  type CountedDataset,
  countedIndicator,
  type CountedRow,
  withheldBeside,
} from '@boroughgraph/test/support/served-rows.ts';
import { describe, expect, it } from 'vitest';
import { disclosurePolicies } from '../disclosure/policy.ts';
import type { Structure } from '../disclosure/structure.ts';
import { dimension } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

const sexes = [dimension('sex', 'Sex', ['F', 'M'])];
const groups = [dimension('group', 'Group', ['A', 'B', 'C', 'D'])];
const rate = { valueType: 'CRUDE_RATE', unit: 'PER_10000', multiplier: 10_000, decimals: 1 } as const;
const share = { valueType: 'PROPORTION', unit: 'PERCENT', multiplier: 100, decimals: 1 } as const;

const open = disclosurePolicies.none;

/** A dataset of one edition. */
function once(
  indicators: readonly IndicatorDefinition[],
  rows: readonly CountedRow[],
  more: { readonly declared?: readonly Structure[]; readonly isOpen?: boolean } = {},
): CountedDataset {
  const { declared = [], isOpen = false } = more;
  return {
    dataset: countedDataset(indicators, declared, isOpen ? open : disclosurePolicies['dfe-1-5']),
    editions: [rows],
  };
}

describe('a rate by category', () => {
  const bySex: readonly CountedRow[] = [
    { indicator: 'deaths-rate', of: 'sex=m', value: 40, denominator: 10_000 },
    { indicator: 'deaths-rate', of: 'sex=f', value: 3, denominator: 10_000 },
  ];

  it('does not tell a count beside the count of all that another indicator has', () => {
    // 43 - 40 = 3, though deaths are not said to be broken down by sex.
    const deaths = [countedIndicator('deaths'), countedIndicator('deaths-rate', { ...rate, dimensions: sexes })];
    expect(withheldBeside(once(deaths, [{ indicator: 'deaths', value: 43 }, ...bySex]))).toHaveLength(1);
  });

  it('does not tell a count beside one that another dataset has and does not withhold', () => {
    const rates = once([countedIndicator('deaths-rate', { ...rate, dimensions: sexes })], bySex, {
      declared: [
        {
          kind: 'statistic',
          statistic: { indicator: 'deaths-rate' },
          count: { indicator: 'registered', dataset: 'register' },
        },
      ],
    });
    const register = once(
      [countedIndicator('registered', { datasetId: 'register' })],
      [{ indicator: 'registered', value: 43 }],
      { isOpen: true },
    );
    expect(withheldBeside(rates, register)).toEqual(['deaths-rate sex=m FY2022-23']);
  });

  it('does not tell a count beside the rate of all', () => {
    const alone = [countedIndicator('deaths-rate', { ...rate, dimensions: sexes })];
    const all = { indicator: 'deaths-rate', value: 21.5, denominator: 20_000 };
    expect(withheldBeside(once(alone, [all, ...bySex]))).toHaveLength(1);
  });

  it('stays where the categories overlap, as others show', () => {
    const overlapping = once(
      [countedIndicator('cases'), countedIndicator('cases-rate', { ...rate, dimensions: groups })],
      [
        { indicator: 'cases', value: 50 },
        ...['a', 'b'].map((group) => ({
          indicator: 'cases-rate',
          of: `group=${group}`,
          value: 40,
          denominator: 10_000,
        })),
        { indicator: 'cases', place: 'E09000029', value: 50 },
        { indicator: 'cases-rate', place: 'E09000029', of: 'group=a', value: 40, denominator: 10_000 },
        { indicator: 'cases-rate', place: 'E09000029', of: 'group=b', value: 3, denominator: 10_000 },
      ],
    );
    expect(withheldBeside(overlapping)).toEqual([]);
  });

  it('does not tell of how few people a share is', () => {
    // 1 of 3 beside 50 of 97, and 51 of 100.
    const shares = [countedIndicator('share', { ...share, dimensions: sexes })];
    const rows = [
      { indicator: 'share', value: 60, numerator: 60, denominator: 100 },
      { indicator: 'share', of: 'sex=m', value: 51.5, numerator: 50, denominator: 97 },
      { indicator: 'share', of: 'sex=f', value: 33.3, numerator: 1, denominator: 3 },
    ];
    expect(withheldBeside(once(shares, rows))).toHaveLength(1);
  });
});

describe('shares that make up a whole', () => {
  const shares = [countedIndicator('share', { ...share, dimensions: groups })];
  const of = (values: readonly number[], more: Partial<CountedRow> = {}): readonly CountedRow[] =>
    values.map((value, index) => ({ indicator: 'share', of: `group=${'abcd'[index] ?? ''}`, value, ...more }));

  it('do not tell the one that is withheld with those of whom they are', () => {
    // 60 + 25 + 13.5 leave 1.5% of 200, which are 3.
    expect(withheldBeside(once(shares, of([60, 25, 13.5, 1.5], { denominator: 200 })))).toHaveLength(1);
  });

  it('do not where those of whom they are stand in another dataset', () => {
    const based = [countedIndicator('share', { ...share, dimensions: groups })];
    const denominator = { indicator: 'people', dataset: 'people', dimensions: {} };
    const declared: readonly Structure[] = [
      {
        kind: 'statistic',
        statistic: { indicator: 'share' },
        count: { indicator: 'share', part: 'NUMERATOR' },
        denominator,
      },
    ];
    const people = once([countedIndicator('people', { datasetId: 'people' })], [{ indicator: 'people', value: 200 }], {
      isOpen: true,
    });
    expect(withheldBeside(once(based, of([60, 25, 13.5, 1.5]), { declared }), people)).toHaveLength(2);
  });

  it('do not tell the share either where nobody says of how many they are', () => {
    const rows = of([60, 25, 13.5, 1.5]).map((row, index) => (index === 3 ? { ...row, denominator: 200 } : row));
    expect(withheldBeside(once(shares, rows))).toHaveLength(1);
  });

  it('do not by the boroughs, as shares of London', () => {
    const byBorough = [40, 33, 25.5, 1.5].map((value, index) => ({
      indicator: 'share',
      place: `E0900000${String(index + 2)}`,
      value,
      denominator: 200,
    }));
    expect(withheldBeside(once([countedIndicator('share', share)], byBorough))).toHaveLength(1);
  });

  it('are no sum where others show that they are none', () => {
    const rows = [
      ...of([60, 20, 15, 1.5], { denominator: 200 }),
      ...of([61, 30, 29, 11], { denominator: 200, place: 'E09000029' }),
    ];
    expect(withheldBeside(once(shares, rows))).toEqual([]);
  });
});

describe('a value of a dimension that is called as a total is', () => {
  const kinds = (...labels: readonly string[]) => [dimension('kind', 'Kind', labels)];
  const counts = (id: string, labels: readonly string[], more: Partial<IndicatorDefinition> = {}) =>
    countedIndicator(id, { dimensions: kinds(...labels), ...more });
  const rows = (numbers: Readonly<Record<string, number>>, place = 'E09000024'): readonly CountedRow[] =>
    Object.entries(numbers).map(([kind, value]) => ({ indicator: 'n', place, of: `kind=${kind}`, value }));

  it.each(['All', 'Total', 'Persons', 'Both sexes', 'All ages', 'Everyone'])('is one beside its parts: %s', (total) => {
    const all = total.toLowerCase().replace(' ', '-');
    expect(withheldBeside(once([counts('n', [total, 'F', 'M'])], rows({ [all]: 43, f: 40, m: 3 })))).toHaveLength(1);
  });

  it('is one whatever it is called, where it is the sum of the others', () => {
    const three = { mixed: 90, f: 40, m: 50 };
    expect(
      withheldBeside(
        once(
          [counts('n', ['Mixed', 'F', 'M'])],
          [...rows({ mixed: 43, f: 40, m: 3 }), ...rows(three, 'E09000029'), ...rows(three, 'E09000032')],
        ),
      ),
    ).toHaveLength(1);
  });

  it('is one where what is not narrowed stands beside a declared total', () => {
    const declared: readonly Structure[] = [
      { kind: 'categories', indicator: 'n', dimension: 'kind', total: 'sum-of-them' },
    ];
    const dataset = countedDataset([counts('n', ['Sum of them', 'F', 'M'])], declared);
    const structures = declared;
    const all = [{ indicator: 'n', value: 43 }, ...rows({ f: 40, m: 3 })];
    expect(withheldBeside({ dataset: { ...dataset, structures }, editions: [all] })).toHaveLength(1);
  });

  it('is one of values that overlap', () => {
    const overlapping = counts('n', ['All', 'F', 'M'], { additivity: 'OVERLAPPING' });
    // All but 3 are f.
    expect(withheldBeside(once([overlapping], rows({ all: 43, f: 40, m: 20 })))).toHaveLength(1);
  });

  it('is a part where the whole says so', () => {
    // Any other kind is one beside two more: 60 = 10 + 20 + 30, and 43 = 10 + 30 + 3.
    const numbers = [
      { indicator: 'n', value: 60 },
      ...rows({ any: 10, f: 20, m: 30 }),
      { indicator: 'n', place: 'E09000029', value: 43 },
      ...rows({ any: 10, f: 30, m: 3 }, 'E09000029'),
    ];
    const withheld = withheldBeside(once([counts('n', ['Any', 'F', 'M'])], numbers));
    expect(withheld).toEqual([expect.stringMatching(/^n( kind=(any|f))? E09000029/)]);
  });
});

describe('a change on an earlier count', () => {
  const cases = countedIndicator('cases');
  const change = (id: string, more: Partial<IndicatorDefinition> = {}) =>
    countedIndicator(id, { ...share, possible: { low: -100, high: 1e6 }, ...more });
  /** 3, then 40. */
  const rows = (id: string, value: number): readonly CountedRow[] => [
    { indicator: 'cases', period: 'FY2021-22', value: 3 },
    { indicator: 'cases', value: 40 },
    { indicator: id, value },
  ];

  it.each<[string, number, IndicatorDefinition, readonly Structure[]]>([
    ['called so', 1233.3, change('cases-change'), []],
    ['whose values can be of no part', 1233.3, change('cases-on-year'), []],
    [
      'as an index of the year before',
      1333.3,
      change('cases-index', { valueType: 'INDEX', multiplier: 1, possible: {} }),
      [],
    ],
    [
      'that is declared to be per the year before',
      1233.3,
      change('moved', { base: { indicator: 'cases', monthsBefore: 12 } }),
      [{ kind: 'statistic', statistic: { indicator: 'moved' }, count: { indicator: 'cases' } }],
    ],
    [
      'as a ratio to the year before',
      13.3333,
      change('moved', { multiplier: 1, base: { indicator: 'cases', monthsBefore: 12 } }),
      [{ kind: 'statistic', statistic: { indicator: 'moved' }, count: { indicator: 'cases' } }],
    ],
  ])('is withheld where it tells that one: %s', (_, value, indicator, declared) => {
    expect(withheldBeside(once([cases, indicator], rows(indicator.id, value), { declared }))).toEqual([
      `${indicator.id} FY2022-23`,
    ]);
  });

  it('is withheld where it tells a count that no row is for', () => {
    // 92.5% fewer than 40 are 3.
    const indicators = [cases, change('cases-change')];
    const alone: readonly CountedRow[] = [
      { indicator: 'cases', period: 'FY2021-22', value: 40 },
      { indicator: 'cases-change', value: -92.5 },
    ];
    expect(withheldBeside(once(indicators, alone))).toEqual(['cases-change FY2022-23']);
  });

  it('stays where the earlier count is shown', () => {
    const shown = rows('cases-change', 300).map((row) => (row.value === 3 ? { ...row, value: 10 } : row));
    expect(withheldBeside(once([cases, change('cases-change')], shown))).toEqual([]);
  });

  it('is withheld as a number of people, too, or what it stands beside', () => {
    const moved = countedIndicator('cases-change', { possible: { low: -1e6 } });
    expect(withheldBeside(once([cases, moved], rows('cases-change', 37)))).toHaveLength(1);
    // 3 are 37 fewer than 40, and follow as those that were do.
    const fell = [
      { indicator: 'cases', period: 'FY2021-22', value: 40 },
      { indicator: 'cases', value: 3 },
      { indicator: 'cases-change', value: -37 },
    ];
    expect(withheldBeside(once([cases, moved], fell))).toHaveLength(1);
  });
});

describe('a rate beside the count that it rests on', () => {
  it('does not tell of how few it is', () => {
    // 12 offences are 4 for each of 3 people.
    const indicators = [
      countedIndicator('offences'),
      countedIndicator('people'),
      countedIndicator('offences-each', { ...rate, multiplier: 1, base: { indicator: 'people' } }),
    ];
    const rows = [
      { indicator: 'offences', value: 12 },
      { indicator: 'people', value: 3 },
      { indicator: 'offences-each', value: 4 },
    ];
    expect(withheldBeside(once(indicators, rows))).toEqual(['offences-each FY2022-23']);
  });
});

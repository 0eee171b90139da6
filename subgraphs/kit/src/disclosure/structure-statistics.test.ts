import { describe, expect, it } from 'vitest';
import { type Cell, equationsOf, equationsUnder } from '@boroughgraph/test/support/equation-texts.ts';
import { disclosurePolicies } from './policy.ts';
import type { Structure } from './structure.ts';

describe('a structure', () => {
  it('of a statistic narrows a rounded count to what its rate gives back', () => {
    const cells: readonly Cell[] = [
      ['visits', 'AB', 'FY2023-24', 1230, { flags: ['ROUNDED'] }],
      ['rate', 'AB', 'FY2023-24', 41.1, { denominator: 300_000 }],
      ['visits', 'A', 'FY2023-24', 'c'],
      ['visits', 'B', 'FY2023-24', 1229],
    ];
    // 1230 hides 1225 to 1234; 41.05 to 41.15 for each 10,000 of 300,000 are 1231.5 to 1234.5.
    expect(
      equationsOf(
        cells,
        { kind: 'statistic', statistic: { indicator: 'rate' }, count: { indicator: 'visits' } },
        { kind: 'areas', whole: 'AB', members: ['A', 'B'] },
      ),
    ).toEqual(['areas -1232…1234 +? +1229']);
  });

  it('of a statistic takes what is worked out of rounded counts for rounded', () => {
    const rounding = { ...disclosurePolicies['dfe-1-5'], roundingBase: 10 };
    const cells = [
      ['visits', 'AB', 'FY2023-24', 430, { flags: ['ROUNDED'] }],
      ['rate', 'AB', 'FY2023-24', 10_000, { numerator: 430, denominator: 430, flags: ['ROUNDED'] }],
      ['visits', 'A', 'FY2023-24', 'c'],
      ['visits', 'B', 'FY2023-24', 400, { flags: ['ROUNDED'] }],
    ] as const;
    const structures: readonly Structure[] = [
      { kind: 'statistic', statistic: { indicator: 'rate' }, count: { indicator: 'visits' } },
      { kind: 'areas', whole: 'AB', members: ['A', 'B'] },
    ];
    // The rate gives back 430, and that hides 425 to 434.
    expect(equationsUnder({ policy: rounding, structures }, cells)).toEqual(['areas -425…434 +? +395…404']);
  });

  it('of the same figure finds the total of which shares are, whatever they are narrowed to', () => {
    const of = { numerator: 0, denominator: 6 };
    const cells: readonly Cell[] = [
      ['visits', 'A', 'FY2023-24', 'c'],
      ['visits', 'A purpose=warmth', 'FY2023-24', 0],
      ['rate', 'A purpose=warmth', 'FY2023-24', 0, of],
      ['rate', 'A purpose=reading', 'FY2023-24', 'c'],
      ['rate', 'B purpose=reading', 'FY2023-24', 0, of],
      ['visits', 'B', 'FY2023-24', 6],
    ];
    const structure: Structure = {
      kind: 'same',
      figure: { indicator: 'rate', part: 'DENOMINATOR' },
      other: { indicator: 'visits', dimensions: {} },
    };
    expect(equationsOf(cells, structure)).toEqual(['same-figure -6 +?', 'same-figure -6 +6']);
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

import { describe, expect, it } from 'vitest';
import { ordinalOf } from '../../statistics/periods.ts';
import { type EditionedCell, seamsBetween } from './edition-seams.ts';

const grid = { type: 'MONTH' } as const;
const [first, second] = ['2024-01-10', '2025-01-10'];

/** Months from January 2023 on, each as the figures of the first and the second edition; the second answers where it has one. */
function seams(...months: readonly (readonly [number | null, number | null])[]): readonly string[] {
  const cells = months.map(([one, two], index): EditionedCell => {
    const figures = new Map<string, number>();
    if (one !== null) figures.set(first, one);
    if (two !== null) figures.set(second, two);
    const edition = two !== null ? second : one !== null ? first : null;
    return { ordinal: ordinalOf(grid, '2023-01') + index, edition, figures };
  });
  return seamsBetween(grid, cells).map(({ at, note }) => `${at}: ${note.slice(note.indexOf('2025.') + 6)}`);
}
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

describe('where another edition answers', () => {
  it('there is a break where the two have no period in common, at the first day of the later one', () => {
    expect(seams([10, null], [10, null], [null, 10], [null, 10])).toEqual([
      '2023-03-01: They have figures of no period in common, so that nothing tells whether they count alike.',
    ]);
  });

  it('there is one where they have five in common, however alike, and none with six', () => {
    expect(seams([10, null], ...times(5, [10, 10] as const))).toEqual([
      '2023-02-01: They have figures of 5 periods in common, too few to tell whether they count alike.',
    ]);
    expect(seams([10, null], ...times(6, [10, 10] as const))).toEqual([]);
  });

  it('there is none where half or more of the figures differ by 0.5% at most, and one above it', () => {
    // 1 of 200 is 0.5%.
    expect(seams([200, null], ...times(6, [199, 200] as const))).toEqual([]);
    // Three by 0.5% and four by 1%: the middle one differs by 1%.
    expect(seams([200, null], ...times(3, [199, 200] as const), ...times(4, [198, 200] as const))).toEqual([
      '2023-02-01: Of the 7 periods that both have, their figures differ by 1.0% in the median.',
    ]);
  });

  it('there is one where the later edition begins with periods of which the series has no figure', () => {
    const cells: readonly EditionedCell[] = [
      { ordinal: 0, edition: first, figures: new Map([[first, 1]]) },
      { ordinal: 1, edition: first, figures: new Map([[first, 1]]) },
      { ordinal: 2, edition: null, figures: new Map() },
      { ordinal: 3, edition: second, figures: new Map() },
      { ordinal: 4, edition: second, figures: new Map([[second, 1]]) },
      { ordinal: 5, edition: second, figures: new Map([[second, 1]]) },
    ];
    expect(seamsBetween({ type: 'CALENDAR_YEAR' }, cells).map(({ at }) => at)).toEqual(['0003-01-01']);
  });

  it('there is none where one of them has a single figure, which goes on with the other or corrects it', () => {
    expect(seams([10, null], [10, null], [null, 20])).toEqual([]);
    expect(seams([10, null], [10, 30], [10, null])).toEqual([]);
  });

  it('there is one on either side of what a later edition restates in the middle', () => {
    expect(seams([10, null], [10, 30], [10, 30], [10, null]).map((text) => text.slice(0, 10))).toEqual([
      '2023-02-01',
      '2023-04-01',
    ]);
  });

  it('nothing is said of a series of one edition, or of none', () => {
    expect(seams([10, null], [null, null], [10, null])).toEqual([]);
    expect(seams()).toEqual([]);
  });
});

import {
  countedDataset,
  countedIndicator,
  type CountedRow,
  withheldBeside,
} from '@boroughgraph/test/support/served-rows.ts';
import { describe, expect, it } from 'vitest';
import { dimension } from '../../statistics/dimensions.ts';
import type { PublishedRelease } from './published-releases.ts';
import { editionsTogether, figuresNotPaired } from './editions-together.ts';

const cases = countedIndicator('cases', { dimensions: [dimension('kind', 'Kind', ['A', 'B', 'C'])] });
const dataset = countedDataset([cases]);
const rows = (numbers: Readonly<Record<string, number>>): readonly CountedRow[] =>
  Object.entries(numbers).map(([key, value]) => ({
    indicator: 'cases',
    value,
    ...(key === 'all' ? {} : { of: `kind=${key}` }),
  }));

const between = { all: 100, a: 30, b: 60, c: 10 };
/** What tells nothing together with anything: other periods. */
const others = (count: number): readonly (readonly CountedRow[])[] =>
  Array.from({ length: count }, (_, index) =>
    rows(between).map((row) => ({ ...row, period: `FY20${String(10 + index)}-${String(11 + index)}` })),
  );

describe('editions of a dataset', () => {
  it('tell nothing by any two of them, however many there are', () => {
    // The first has no total, the last no second kind: 43 - 30 - 10 = 3. Those between say otherwise.
    const first = rows({ a: 30, b: 10, c: 3 });
    const last = rows({ all: 43, a: 30 });
    const wide = rows({ all: 90, a: 25, b: 40 });
    const editions = [first, wide, ...others(5), last];
    expect(withheldBeside({ dataset, editions })).not.toEqual([]);
  });

  it('tell nothing where one is believed before all others', () => {
    // Of the second's 43 the first kind are 30, whatever the first edition says of that; the kind that it lacks are 10.
    const first = rows({ a: 10, b: 10, c: 3 });
    const second = rows({ all: 43, a: 30 });
    expect(withheldBeside({ dataset, editions: [first, second] })).not.toEqual([]);
  });

  it('are read in pairs only as far as they print a figure differently', () => {
    const release = (number: number, figure: number, ordinal: number): PublishedRelease => ({
      dataset,
      number,
      publishedAt: '2024-01-01',
      latestPeriodEnd: null,
      isSynthetic: false,
      covered: new Map(),
      series: [
        {
          indicator: cases,
          place: 'E09000024',
          dimensions: {},
          dimensionKey: '',
          readings: new Map([[ordinal, { value: figure, status: 'PUBLISHED' }]]),
        },
      ],
    });
    const alike = [6, 5, 4, 3, 2, 1].map((number) => release(number, 20, 1));
    expect(editionsTogether(alike)).toHaveLength(5);
    const [newest, ...rest] = alike;
    // One that differs is read with each of the five others, whole series behind it, and before all.
    const revised = [release(7, 21, 1), ...(newest === undefined ? [] : [newest]), ...rest];
    // Six with all before them, 21 pairs of which one is among those, and each before all others, since all have the figure.
    expect(editionsTogether(revised)).toHaveLength(6 + 21 - 1 + 7);
    expect(figuresNotPaired(revised)).toEqual([]);
  });

  it('are not read in pairs where these are too many: what they print differently is withheld beside what is', () => {
    const many = (number: number): PublishedRelease => ({
      dataset,
      number,
      publishedAt: '2024-01-01',
      latestPeriodEnd: null,
      isSynthetic: false,
      covered: new Map(),
      series: Array.from({ length: 120 }, (_, place) => ({
        indicator: cases,
        place: `E05${String(place)}`,
        dimensions: {},
        dimensionKey: '',
        readings: new Map(
          Array.from({ length: 50 }, (__, ordinal) => [
            ordinal,
            ordinal === 7 && place === 3
              ? { value: null, status: 'CONFIDENTIAL' as const }
              : { value: 20 + (place === 0 ? number : 0), status: 'PUBLISHED' as const },
          ]),
        ),
      })),
    });
    const figures = figuresNotPaired(Array.from({ length: 12 }, (_, index) => many(index)));
    expect(new Set(figures.map(({ series, ordinal }) => `${series.place} ${ordinal}`))).toEqual(new Set(['E050 7']));
  });
});

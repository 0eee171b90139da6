import { expect, it } from 'vitest';
import { Figures } from './figures.ts';

const own = { name: 'this', commit: 'new' } as const;
const other = { name: 'other', commit: 'old' } as const;

it('Figures of one checkout are their medians, each with the lowest and the highest', () => {
  const figures = new Figures();
  for (const seconds of [9, 8, 20]) figures.note('cold start, s', own, seconds);
  for (const seconds of [3, 2]) figures.note('warm start, s', own, seconds);
  expect(figures.format([own])).toBe(
    [
      '| median | this (new) |',
      '| --- | ---: |',
      '| cold start, s | 9.00 (8.00 to 20.00) |',
      '| warm start, s | 2.50 (2.00 to 3.00) |',
    ].join('\n'),
  );
});

it('Figures of two are compared by their medians, and a tenth more is too much from there on', () => {
  const figures = new Figures();
  // Medians 110 and 100, ratios of the rounds 120 / 100, 110 / 110 and 100 / 90.
  for (const [mine, theirs] of [
    [120, 100],
    [110, 110],
    [100, 90],
  ] as const) {
    figures.note('gateway, ms', own, mine);
    figures.note('gateway, ms', other, theirs);
    figures.note('subgraphs, ms', own, mine + 1);
    figures.note('subgraphs, ms', other, theirs);
  }
  expect(figures.format([own, other]).split('\n').slice(2)).toEqual([
    '| gateway, ms | 110.0 (100.0 to 120.0) | 100.0 (90.0 to 110.0) | 1.10 (1.00 to 1.20) | yes |',
    '| subgraphs, ms | 111.0 (101.0 to 121.0) | 100.0 (90.0 to 110.0) | 1.11 (1.01 to 1.21) | no |',
  ]);
});

it('Nothing a request is not said to be more than nothing', () => {
  const figures = new Figures();
  figures.note('PostgreSQL, ms', own, 0);
  figures.note('PostgreSQL, ms', other, 0);
  expect(figures.format([own, other])).toContain(
    '| PostgreSQL, ms | 0.00 (0.00 to 0.00) | 0.00 (0.00 to 0.00) |  |  |',
  );
});

import { expect, it } from 'vitest';
import { yearsOutOfStep, type YearOfCounts } from './out-of-step.ts';

/** A table of five areas: the years and, for each, the counts of the areas in one order. */
function table(rows: Readonly<Record<number, readonly (number | null)[]>>): readonly YearOfCounts[] {
  return Object.entries(rows).map(([year, counts]) => ({
    year: Number(year),
    counts: new Map(counts.flatMap((count, area) => (count === null ? [] : [[area, count] as const]))),
  }));
}
const years = (rows: Readonly<Record<number, readonly (number | null)[]>>) =>
  yearsOutOfStep(table(rows)).map(({ year, comparedWith }) => `${year} after ${comparedWith}`);

const usual = [20, 200, 40, 400, 80];
const later = [25, 190, 45, 380, 90];
/** The counts of `later`, each under the next area. */
const slipped = [90, 25, 190, 45, 380];

it('finds the year whose counts stand under other areas', () => {
  expect(years({ 2017: usual, 2018: later, 2019: usual, 2020: slipped })).toEqual(['2020 after 2019']);
});

it('finds it in the middle and compares the next year with the one before it', () => {
  expect(years({ 2017: usual, 2018: slipped, 2019: later })).toEqual(['2018 after 2017']);
});

it('finds two that slipped alike', () => {
  expect(years({ 2017: usual, 2018: later, 2019: slipped, 2020: slipped })).toEqual([
    '2019 after 2018',
    '2020 after 2018',
  ]);
});

it('finds the first year where the next two agree', () => {
  expect(years({ 2017: slipped, 2018: usual, 2019: later })).toEqual(['2017 after 2018']);
});

it('takes the earlier one of two as in step', () => {
  expect(years({ 2017: usual, 2018: slipped })).toEqual(['2018 after 2017']);
});

it('says by how much the area in the middle changed', () => {
  // (90 + 5) / (25 + 5) is 3.2, 195 / 30 is 6.5, 195 / 50 is 3.9, 385 / 50 is 7.7, 385 / 95 is 4.1: the middle one is 4.1.
  expect(yearsOutOfStep(table({ 2019: later, 2020: slipped }))[0]?.typicalChange).toBeCloseTo(385 / 95);
});

it('finds nothing where a few areas change much, or small counts vary', () => {
  expect(years({ 2017: usual, 2018: [100, 40, 45, 380, 90] })).toEqual([]);
  expect(years({ 2017: [2, 6, 3, 1, 4], 2018: [4, 3, 6, 3, 2] })).toEqual([]);
});

it('ignores areas without a count, and judges nothing by fewer than three', () => {
  expect(years({ 2017: [20, 200, null, null, null], 2018: [200, 20, 40, 400, 80] })).toEqual([]);
  expect(years({})).toEqual([]);
});

it('takes the years in any order, and the first of a repeated one', () => {
  const [first, second, third] = table({ 2017: usual, 2018: later, 2020: slipped });
  const rows = [third, first, second].filter((row) => row !== undefined);
  expect(yearsOutOfStep([...rows, { year: 2018, counts: new Map([[0, 9000]]) }]).map(({ year }) => year)).toEqual([
    2020,
  ]);
});

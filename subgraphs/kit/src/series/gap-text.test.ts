import { expect, it } from 'vitest';
import { ordinalOf } from '../statistics/periods.ts';
import { gapText } from './gap-text.ts';

const grid = { type: 'MONTH' } as const;
const month = (id: string) => ordinalOf(grid, id);
const gap = (first: string, last: string) => [month(first), month(last)] as const;

it('names each gap by its first and its last period, and one of a single period by that', () => {
  expect(gapText(grid, [gap('2023-08', '2023-11'), gap('2024-02', '2024-02')])).toBe(
    'No file that is loaded has figures here for August 2023 up to November 2023; February 2024.',
  );
});

it('names the newest three, and counts the others', () => {
  const gaps = ['2020-01', '2021-01', '2022-01', '2023-01', '2024-01'].map((id) => gap(id, id));
  expect(gapText(grid, gaps.slice(1))).toBe(
    'No file that is loaded has figures here for January 2022; January 2023; January 2024. Before that, one more gap of this kind.',
  );
  expect(gapText(grid, gaps)).toContain('Before that, 2 more gaps of this kind.');
});

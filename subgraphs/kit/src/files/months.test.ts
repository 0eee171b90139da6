import { expect, it } from 'vitest';
import { monthIdOf } from './months.ts';

it.each([
  '202401',
  '2024-01',
  '2024/01',
  '2024_01',
  'Jan-24',
  'Jan/24',
  'Jan 2024',
  'January 2024',
  ' january-2024 ',
  '2024 Jan',
  '2024-01-01',
  '2024-01-01T00:00:00',
])('reads %j as January 2024', (text) => {
  expect(monthIdOf(text)).toBe('2024-01');
});

it.each([
  '202413',
  '202400',
  '01/2024',
  '01/01/2024',
  '2024-01-31',
  '2024/01/01',
  '2024',
  'Smarch 2024',
  '20240101',
  'Total',
  '',
  '180001',
])('reads no month in %j', (text) => {
  expect(monthIdOf(text)).toBeNull();
});

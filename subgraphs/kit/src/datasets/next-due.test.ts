import { describe, expect, it } from 'vitest';
import { nextDueAfter } from './next-due.ts';

describe('nextDueAfter', () => {
  it.each([
    ['2025-12-15', 'Monthly', '2026-01-15'],
    ['2025-01-31', 'Monthly', '2025-02-28'],
    ['2024-11-30', 'Quarterly', '2025-02-28'],
    ['2025-12-01', 'Quarterly', '2026-03-01'],
    ['2025-07-24', 'Twice a year', '2026-01-24'],
    ['2024-02-29', 'Yearly', '2025-02-28'],
    ['2025-03-31', 'Annual', '2026-03-31'],
  ])('is after %s, %s, %s', (publishedAt, frequency, due) => {
    expect(nextDueAfter(publishedAt, frequency)).toBe(due);
  });

  it.each(['Once', 'Irregular', 'Not known', 'Monthly, 2013 to 2016'])(
    'is unknown where it is published "%s"',
    (frequency) => {
      expect(nextDueAfter('2025-12-15', frequency)).toBeNull();
    },
  );
});

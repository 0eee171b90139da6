import { describe, expect, it } from 'vitest';
import { isoDayOf } from './days.ts';

describe('a day in a published file', () => {
  it.each([
    '2025-02-08',
    '08/02/2025',
    '8/2/2025',
    '08/02/25',
    ' 8 February 2025 ',
    '08-Feb-2025',
    '08-02-2025',
    '8.2.2025',
    '2025-02-08T00:00:00',
    '2025-02-08 00:00:00',
    '08/02/2025 00:00',
  ])('is read from %j', (text) => {
    expect(isoDayOf(text)).toBe('2025-02-08');
  });

  it.each([
    '02/18/2025',
    '31/02/2025',
    '31/02/25',
    '08-02-25',
    '8 Februar 2025',
    '20250208',
    '',
    '00/01/2025',
    '08/02-2025',
    '2025-02-08T09:30:00',
  ])('is none in %j', (text) => {
    expect(isoDayOf(text)).toBeNull();
  });
});

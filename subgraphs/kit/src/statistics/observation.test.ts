import { describe, expect, it } from 'vitest';
import { displayValueOf, flagBits, flagsOf, observationFlags, type Reading } from './observation.ts';

const published = (value: number, flags: Reading['flags'] = []): Reading => ({ value, status: 'PUBLISHED', flags });

describe('what a table prints', () => {
  it.each([
    [published(1230), 0, '1,230'],
    [published(0), 0, '0'],
    [published(3200.586), 1, '3,200.6'],
    [published(-0.25), 2, '-0.25'],
    [published(0, ['ROUNDS_TO_ZERO']), 0, '[low]'],
    [{ value: null, status: 'CONFIDENTIAL' } as const, 0, '[c]'],
    [{ value: null, status: 'NOT_AVAILABLE' } as const, 0, '[x]'],
    [{ value: null, status: 'NOT_APPLICABLE' } as const, 0, '[z]'],
    [{ value: null, status: 'LOW_BASE' } as const, 0, '[u]'],
  ])('%j with %d decimals is %s', (reading, decimals, text) => {
    expect(displayValueOf(reading, decimals)).toBe(text);
  });
});

describe('flags', () => {
  it('come back from their bits, all of them and each alone', () => {
    for (const flags of [[], [...observationFlags], ...observationFlags.map((flag) => [flag])])
      expect(flagsOf(flagBits(flags))).toEqual(flags);
  });
});

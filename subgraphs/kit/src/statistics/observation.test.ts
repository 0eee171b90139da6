import { describe, expect, it } from 'vitest';
import {
  displayValueOf,
  flagBits,
  flagsOf,
  observationFlags,
  observationStatuses,
  type Reading,
} from './observation.ts';

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

describe('what the store keeps for a word', () => {
  it('is the place of a status, which stored rows rely on', () => {
    expect(observationStatuses.map((status, number) => `${number} ${status}`)).toEqual([
      '0 PUBLISHED',
      '1 CONFIDENTIAL',
      '2 NOT_AVAILABLE',
      '3 NOT_COLLECTED',
      '4 NOT_APPLICABLE',
      '5 NOT_YET_DUE',
      '6 NOT_PUBLISHED',
      '7 LOW_BASE',
      '8 WITHHELD_BY_TIER',
    ]);
  });

  it('is a bit for each flag, which stored rows rely on', () => {
    expect(observationFlags.map((flag) => `${String(flagBits([flag]))} ${flag}`)).toEqual([
      '1 PROVISIONAL',
      '2 REVISED',
      '4 ESTIMATED',
      '8 MODELLED',
      '16 PLANNED',
      '32 LOW_RELIABILITY',
      '64 BREAK_BEFORE',
      '128 ROUNDED',
      '256 ROUNDS_TO_ZERO',
      '512 PARTIAL_COVERAGE',
      '1024 COMPOSITE_AREA',
      '2048 SYNTHETIC',
      '4096 IN_DEVELOPMENT',
    ]);
  });
});

describe('flags', () => {
  it('come back from their bits, all of them and each alone', () => {
    for (const flags of [[], [...observationFlags], ...observationFlags.map((flag) => [flag])])
      expect(flagsOf(flagBits(flags))).toEqual(flags);
  });
});

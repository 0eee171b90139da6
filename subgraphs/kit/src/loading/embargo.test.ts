import { describe, expect, it } from 'vitest';
import { instantOf, instantText } from './embargo.ts';

describe('an instant', () => {
  it.each([
    ['2026-12-01T09:30:00Z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30Z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01 09:30:15-05:00', '2026-12-01T14:30:15.000Z'],
    // London is at UTC in winter, and an hour before it in summer.
    ['2026-12-01T09:30', '2026-12-01T09:30:00.000Z'],
    ['2026-07-01T09:30', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01T00:15', '2026-06-30T23:15:00.000Z'],
  ])('is read from %s', (text, utc) => {
    expect(instantOf(text)).toEqual({ kind: 'instant', utc });
  });

  it.each(['', 'noon', '2026-12-01', '2026-02-30T09:30Z', '2026-12-01T24:00Z', '2026-12-01T09:60', '01/12/2026 09:30'])(
    'is not %j',
    (text) => {
      expect(instantOf(text)).toEqual({
        kind: 'wrong',
        expected: 'an instant such as 2026-12-01T09:30:00Z, or 2026-12-01T09:30 in London',
      });
    },
  );

  it('is not a time that the clocks of London skip in spring', () => {
    expect(instantOf('2027-03-28T01:30')).toEqual({
      kind: 'wrong',
      expected: 'a time that the clocks of London show: on that day they skip this one',
    });
  });

  it('is not a time that the clocks of London show twice in autumn, unless its zone is named', () => {
    expect(instantOf('2026-10-25T01:30')).toEqual({
      kind: 'wrong',
      expected: 'a zone behind it, such as Z or +01:00: the clocks of London show this time twice',
    });
    expect(instantOf('2026-10-25T01:30+01:00')).toEqual({ kind: 'instant', utc: '2026-10-25T00:30:00.000Z' });
  });

  it('is told to people as the clocks of London show it', () => {
    expect(instantText('2026-07-01T08:30:00.000Z')).toBe('1 July 2026 at 09:30 in London');
  });
});

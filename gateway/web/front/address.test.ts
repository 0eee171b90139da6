import { describe, expect, it } from 'vitest';
import { findBorough, readPlace, writeBoroughAddress } from './address.ts';
import { boroughs } from './boroughs.ts';

describe('an address', () => {
  it('of every borough leads back to it, with what is chosen', () => {
    const led = boroughs.map((borough) => {
      const [path = '', query] = writeBoroughAddress(borough, 24).split('?');
      return readPlace(path, query ?? '');
    });
    expect(led).toEqual(boroughs.map((borough) => ({ kind: 'borough', borough, months: 24 })));
  });

  it.each([
    ['', '', { kind: 'start' }],
    ['borough/atlantis', '', { kind: 'unknown', name: 'atlantis' }],
    ['borough/%E0%A4%A', '', { kind: 'unknown', name: '%E0%A4%A' }],
    ['borough/hackney/', '?months=7', { kind: 'borough', months: 48 }],
    ['nothing', '', { kind: 'unknown', name: 'nothing' }],
  ])('%s%s leads to %o', (path, query, place) => {
    expect(readPlace(path, query)).toMatchObject(place);
  });
});

describe('a borough', () => {
  it.each([
    ['hackney', 'Hackney'],
    [' KENSINGTON & Chelsea ', 'Kensington and Chelsea'],
    ['e09000012', 'Hackney'],
    ['City', 'City of London'],
  ])('is found by %s', (text, name) => {
    expect(findBorough(text)?.name).toBe(name);
  });

  it.each(['', 'Manchester', '-'])('is not found by "%s"', (text) => {
    expect(findBorough(text)).toBeUndefined();
  });
});

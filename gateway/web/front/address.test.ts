import { describe, expect, it } from 'vitest';
import { findBorough, readPlace, writeBoroughAddress, writeCompareAddress, writeSeriesAddress } from './address.ts';
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
    ['borough/atlantis', '', { kind: 'unknown', name: 'atlantis', isBorough: true }],
    ['borough/%E0%A4%A', '', { kind: 'unknown', name: '%E0%A4%A' }],
    ['borough/hackney/', '?months=7', { kind: 'borough', months: 48 }],
    ['borough/hackney/wards', '', { kind: 'wards' }],
    ['nothing', '', { kind: 'unknown', name: 'nothing', isBorough: false }],
    ['catalogue', '?q=knife%20crime', { kind: 'catalogue', text: 'knife crime', shown: 'held' }],
    ['catalogue', '?show=missing', { kind: 'catalogue', text: '', shown: 'missing' }],
    ['catalogue/recorded-crime', '', { kind: 'indicator', id: 'recorded-crime' }],
    ['catalogue/dataset/deprivation', '', { kind: 'dataset', id: 'deprivation' }],
    ['compare', '', { kind: 'compare', chosen: null }],
    ['framework', '', { kind: 'framework', borough: null, framework: 'police-and-crime-plan-2022-25' }],
    ['framework/atlantis', '', { kind: 'unknown', name: 'atlantis', isBorough: true }],
    ['status', '', { kind: 'status' }],
    ['status/health', '', { kind: 'oversight', agency: 'health', shown: 'accesses', before: null }],
    ['status/health', '?show=loads&before=7', { kind: 'oversight', shown: 'loads', before: '7' }],
  ])('%s%s leads to %o', (path, query, place) => {
    expect(readPlace(path, query)).toMatchObject(place);
  });
});

describe('a series of a borough', () => {
  it('has an address that says what is measured, and leads back to it', () => {
    const chosen = { indicator: 'recorded-crime', narrowing: [{ dimension: 'offence-group', value: 'burglary' }] };
    const [camden] = boroughs.filter(({ name }) => name === 'Camden');
    if (camden === undefined) throw new Error('there is no Camden');
    const [path = '', query = ''] = writeSeriesAddress(camden, chosen).split('?');
    expect([path, query]).toEqual(['borough/camden/recorded-crime', 'offence-group=burglary']);
    expect(readPlace(path, query)).toEqual({ kind: 'series', borough: camden, chosen });
  });
});

describe('a comparison', () => {
  it('has an address that says what is compared, and leads back to it', () => {
    const chosen = { indicator: 'recorded-crime', narrowing: [{ dimension: 'offence-group', value: 'burglary' }] };
    const [path = '', query = ''] = writeCompareAddress(chosen).split('?');
    expect([path, query]).toEqual(['compare/recorded-crime', 'offence-group=burglary']);
    expect(readPlace(path, query)).toEqual({ kind: 'compare', chosen });
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

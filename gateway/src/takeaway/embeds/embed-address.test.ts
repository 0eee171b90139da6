import { describe, expect, it } from 'vitest';
import { readEmbedAddress, wayToTop } from './embed-address.ts';

const read = (address: string) => {
  const { pathname, search } = new URL(address, 'http://a.invalid');
  return readEmbedAddress(pathname, new URLSearchParams(search));
};

describe('the address of an embedded series', () => {
  it('says what is measured, where, of what, since which release, and how much of it is shown', () => {
    expect(
      read('/embed/recorded-crime/E09000012/offence-group=burglary/crime@2025-03-15.ab.svg?by=month&last=24'),
    ).toEqual({
      indicator: 'recorded-crime',
      area: 'E09000012',
      dimensions: [{ dimension: 'offence-group', value: 'burglary' }],
      release: 'crime@2025-03-15.ab',
      periodType: 'MONTH',
      last: 24,
      form: 'picture',
    });
    expect(read('/embed/recorded-crime/E09000012/total')).toEqual({
      indicator: 'recorded-crime',
      area: 'E09000012',
      dimensions: [],
      release: null,
      periodType: null,
      last: 48,
      form: 'page',
    });
  });

  it.each([
    '/embed/recorded-crime/E09000012',
    '/embed/recorded-crime/E09000012/burglary',
    '/embed/recorded-crime/E09000012/total/',
    '/embed/recorded-crime/E09000012/total/release/more',
    '/embed/recorded-crime/E09000012/total?last=241',
    '/embed/recorded-crime/E09000012/total?last=0',
    '/embed/recorded-crime/E09000012/total?by=fortnight',
    '/embed/recorded-crime/E0900%ZZ/total',
  ])('is none: %s', (address) => {
    expect(read(address)).toBe(null);
  });

  it.each(['/embed/a/b/total', '/embed/a/b/total/release'])('leads back to the top from %s', (path) => {
    const url = new URL(wayToTop(path), `http://a.invalid${path}`);
    expect(url.pathname).toBe('/');
  });
});

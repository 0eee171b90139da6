import { describe, expect, it } from 'vitest';
import { generateCrime } from './generated-crime.ts';

const request = {
  indicatorId: 'recorded-crime-ward',
  places: ['E05000001', 'E05000002'],
  firstMonth: '2024-11',
  lastMonth: '2025-02',
  publishedAt: '2025-03-15',
  seed: 1,
};
const release = generateCrime(request);
const valuesOf = (place: string, key: string) =>
  release.series.find((one) => one.place === place && one.dimensionKey === key)?.values ?? [];

describe('generated crime', () => {
  it('covers the months from the first to the last', () => {
    expect(release.coverage.map(({ periodIds }) => periodIds)).toEqual([['2024-11', '2024-12', '2025-01', '2025-02']]);
    expect(release.latestPeriodEnd).toBe('2025-02-28');
  });

  it('has a whole number for every place, offence and month, all flagged SYNTHETIC', () => {
    expect(release.observationCount).toBe(release.series.length * 4);
    expect(release.series.every(({ values }) => values.every((value) => Number.isInteger(value)))).toBe(true);
    // SYNTHETIC is the twelfth flag: 2 to the power of 11.
    expect(release.series.every(({ flags }) => flags?.every((bits) => bits === 2048))).toBe(true);
  });

  it('adds offences to their group, and groups without fraud passed on to all offences', () => {
    const place = 'E05000002';
    const robberies = ['robbery-of-business-property', 'robbery-of-personal-property'];
    const parts = robberies.map((offence) => valuesOf(place, `offence=${offence};offence-group=robbery`));
    expect(valuesOf(place, 'offence-group=robbery')).toEqual(
      [0, 1, 2, 3].map((month) => (parts[0]?.[month] ?? 0) + (parts[1]?.[month] ?? 0)),
    );
    const groups = release.series.filter(
      (one) => one.place === place && /^offence-group=/.test(one.dimensionKey) && !one.dimensionKey.includes('nfib'),
    );
    expect(valuesOf(place, '')).toEqual(
      [0, 1, 2, 3].map((month) => groups.reduce((sum, { values }) => sum + (values[month] ?? 0), 0)),
    );
  });

  it('is the same each time, and another with another seed', () => {
    expect(generateCrime(request)).toEqual(release);
    expect(generateCrime({ ...request, seed: 2 }).series).not.toEqual(release.series);
  });

  it('is of an indicator that policing has', () => {
    expect(() => generateCrime({ ...request, indicatorId: 'none' })).toThrow('policing has no indicator none');
  });
});

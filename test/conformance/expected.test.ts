import { describe, expect, it } from 'vitest';
import { mismatches, valueAt } from './expected.ts';

const data = {
  borough: {
    code: 'E09000012',
    series: [
      {
        site: { name: 'Central Court' },
        dimensions: [{ value: 'robbery' }],
        observations: [{ period: { id: '2024-01' }, value: 9.3401 }],
      },
      {
        site: { name: 'Other' },
        dimensions: [{ value: 'theft' }],
        observations: [{ period: { id: '2024-02' }, value: null }],
      },
    ],
  },
};

describe('a path of the contract', () => {
  it.each([
    ['borough.code', 'E09000012'],
    ['borough.series.length', 2],
    ['borough.series[robbery].observations[2024-01].value', 9.3401],
    ['borough.series[site.name=Other].observations[-1].period.id', '2024-02'],
    ['borough.series[0].site.name', 'Central Court'],
    ['borough.nothing[0].at.all', undefined],
  ])('%s leads to %j', (path, value) => {
    expect(valueAt(data, path)).toEqual(value);
  });
});

describe('what is expected', () => {
  const found = (expectation: Readonly<Record<string, unknown>>) =>
    mismatches(expectation, { data, errors: [] }).map(({ path }) => path);

  it('agrees by rounding to the decimals that are written', () => {
    expect(found({ 'borough.series[0].observations[0].value': 9.34 })).toEqual([]);
    expect(found({ 'borough.series[0].observations[0].value': 9.35 })).toHaveLength(1);
  });

  it('tells null from missing, and a value from either', () => {
    expect(found({ 'borough.series[1].observations[0].value': null })).toEqual([]);
    expect(found({ 'borough.nothing': null })).toHaveLength(1);
    expect(found({ 'borough.code': null })).toHaveLength(1);
  });

  it('looks into the parts of an object, and at the errors', () => {
    expect(found({ 'borough.series[0]': { 'site.name': 'Central Court', 'observations.length': 2 } })).toEqual([
      'borough.series[0].observations.length',
    ]);
    expect(mismatches({ errors: [], 'errors.length': 1 }, { data, errors: [] }).map(({ path }) => path)).toEqual([
      'errors.length',
    ]);
  });
});

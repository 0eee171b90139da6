import { describe, expect, it } from 'vitest';
import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { type Narrowing, restrictedKeys } from './restricted-series.ts';

describe('the series of a restricted indicator', () => {
  const everything: Narrowing = { areas: null, sites: null, areaType: null, dimensions: [] };
  const keys = (given: Partial<Narrowing>) =>
    restrictedKeys(libraryVisits, [{}], { ...everything, ...given }).map(({ place, dimensionKey }) =>
      `${place} ${dimensionKey}`.trim(),
    );

  it('are one for each area that was named, of the kinds that it is measured on, each once', () => {
    expect(keys({ areas: ['E09000012', 'E09000012', 'E12000007', 'E23000001', 'E05009367'] })).toEqual([
      'E09000012',
      'E12000007',
    ]);
  });

  it('are one for each area of the table where none was named', () => {
    expect(keys({})).toHaveLength(34);
    expect(keys({ areaType: 'REGION' })).toEqual(['E12000007']);
  });

  it('carry the dimensions that were asked for, and are none where there is no such value', () => {
    const areas = ['E09000012'];
    expect(keys({ areas, dimensions: [{ dimension: 'purpose', value: 'reading' }] })).toEqual([
      'E09000012 purpose=reading',
    ]);
    expect(keys({ areas, dimensions: [{ dimension: 'purpose', value: 'sleep' }] })).toEqual([]);
  });

  it('are one for each site that was named, whether or not there is any such, where it is measured at sites', () => {
    const sites = ['library:central', 'LIBRARY:CENTRAL', 'Library:Central', 'rqx', 'RQX'];
    expect(keys({ sites })).toEqual([]);
    const atSites = { ...libraryVisits, siteKind: 'library' };
    const listed = restrictedKeys(atSites, [{}], { ...everything, sites }).map(({ place }) => place);
    expect(listed).toEqual(['library:central', 'RQX']);
    expect(restrictedKeys(atSites, [{ areaTypes: ['BOROUGH'] }], { ...everything, sites })).toEqual([]);
  });
});

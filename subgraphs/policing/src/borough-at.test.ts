import { describe, expect, it } from 'vitest';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { createBoroughAt, isInGreatBritain } from './borough-at.ts';

/** Squares of one degree side by side from the Greenwich meridian to the east, in the order of the boroughs' codes. */
const features = boroughs.map(({ code }, index) => {
  const ring = [
    [index, 51],
    [index + 1, 51],
    [index + 1, 52],
    [index, 52],
    [index, 51],
  ];
  const hole = [
    [index + 0.4, 51.4],
    [index + 0.4, 51.6],
    [index + 0.6, 51.6],
    [index + 0.6, 51.4],
    [index + 0.4, 51.4],
  ];
  return { type: 'Feature', properties: { code }, geometry: { type: 'MultiPolygon', coordinates: [[ring, hole]] } };
});

const fileOf = (list: readonly object[]) =>
  sourceFile(
    'squares.geojson',
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: list })),
  );
const boroughAt = createBoroughAt(fileOf(features));
const at = (longitude: number, latitude: number) => boroughAt({ longitude, latitude });

describe('the borough at a point', () => {
  it('is the one whose outline holds it', () => {
    expect(at(0.5, 51.2)).toBe('E09000001');
    expect(at(1.5, 51.2)).toBe('E09000002');
    expect(at(32.999, 51.999)).toBe('E09000033');
  });

  it('is none beyond them, and none in a hole', () => {
    expect([at(-0.1, 51.5), at(33.1, 51.5), at(0.5, 50.9), at(0.5, 52.1), at(0.5, 51.5)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is exactly one on an edge or a corner that two share', () => {
    // Each edge belongs to the area to the east of it and above it; ends count once.
    expect([at(1, 51.5), at(1, 51), at(0, 51)]).toEqual(['E09000002', 'E09000002', 'E09000001']);
    expect([at(1, 52), at(33, 51.5)]).toEqual([null, null]);
  });

  it('is refused without the outline of each borough', () => {
    expect(() => createBoroughAt(fileOf(features.slice(2)))).toThrow(
      'squares.geojson lacks the boundary of City of London, Barking and Dagenham',
    );
  });
});

it('knows points that no British force can mean', () => {
  expect(isInGreatBritain({ longitude: -0.1, latitude: 51.5 })).toBe(true);
  expect(isInGreatBritain({ longitude: 51.5, latitude: -0.1 })).toBe(false);
  expect(isInGreatBritain({ longitude: 0, latitude: 0 })).toBe(false);
});

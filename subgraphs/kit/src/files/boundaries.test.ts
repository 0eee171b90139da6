import { describe, expect, it } from 'vitest';
import { readBoundaries } from './boundaries.ts';
import { FileProblem } from './row-problem.ts';
import { sourceFile } from './source-file.ts';

const square = [
  [
    [0, 51],
    [1, 51],
    [1, 52],
    [0, 52],
    [0, 51],
  ],
];

const feature = (code: unknown, geometry: object) => ({ type: 'Feature', properties: { id: 1, code }, geometry });
const hackney = feature('E09000012', { type: 'Polygon', coordinates: square });

const read = (value: unknown) =>
  readBoundaries(
    sourceFile(
      'boundaries.geojson',
      new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
    ),
  );
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });

function refusal(value: unknown): string {
  try {
    read(value);
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.message;
    throw problem;
  }
  return 'not refused';
}

describe('readBoundaries', () => {
  it('reads polygons and multipolygons, each with its code', () => {
    const camden = feature('E09000007', { type: 'MultiPolygon', coordinates: [square, square] });
    const boundaries = read(collection(hackney, camden));
    expect(boundaries).toEqual([
      { code: 'E09000012', polygons: [square] },
      { code: 'E09000007', polygons: [square, square] },
    ]);
  });

  it.each(['GSS_CODE', 'LAD23CD', 'lad11cd'])('finds the code under %s too', (property) => {
    const [boundary] = read(collection({ ...hackney, properties: { [property]: 'E09000012' } }));
    expect(boundary?.code).toBe('E09000012');
  });

  it('refuses what is no collection of polygons in longitude and latitude, and says where', () => {
    expect(refusal('{"type": "FeatureColl')).toContain('is cut off: expected a FeatureCollection');
    expect(refusal({ type: 'Topology' })).toContain('has no boundaries');
    expect(refusal(collection(feature('E09000012', { type: 'Point', coordinates: [0, 51] })))).toContain(
      'at "features.0.geometry.type"',
    );
    const grid = feature('E09000012', {
      type: 'Polygon',
      coordinates: square.map((ring) => ring.map(() => [530000, 180000])),
    });
    expect(refusal(collection(grid))).toContain('longitude and latitude (WGS 84)');
  });

  it('refuses a boundary without an ONS code, and two boundaries of one area', () => {
    expect(refusal(collection(feature('Hackney', { type: 'Polygon', coordinates: square })))).toContain(
      'found "Hackney"',
    );
    expect(refusal(collection(hackney, hackney))).toBe('boundaries.geojson has two boundaries of E09000012');
  });
});

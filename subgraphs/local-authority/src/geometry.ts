import { boundaryGeometry } from '@boroughgraph/kit/files/boundaries.ts';

/** A box around Greater London in degrees of WGS 84, with some kilometres to spare; in it, no latitude can be taken for a longitude. */
const london = { west: -0.6, east: 0.4, south: 51.2, north: 51.8 };

/** Longitude, latitude, and perhaps a height. */
type Position = readonly [number, number, ...number[]];

const isInLondon = ([longitude, latitude]: Position) =>
  longitude >= london.west && longitude <= london.east && latitude >= london.south && latitude <= london.north;

const isClosed = (positions: readonly Position[]) => {
  const [first, last] = [positions[0], positions.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

/**
 * What is wrong with a value as the outline of an area in London, as what was expected instead; null where it is right:
 * a GeoJSON polygon or several, of closed rings, in longitude and latitude of WGS 84. Never throws.
 */
export function outlineProblem(value: unknown): string | null {
  const parsed = boundaryGeometry.safeParse(value);
  if (!parsed.success) return 'a GeoJSON Polygon or MultiPolygon in longitude and latitude';
  const { data } = parsed;
  const rings = data.type === 'Polygon' ? data.coordinates : data.coordinates.flat();
  if (!rings.every(isClosed)) return 'rings that end where they begin';
  if (!rings.flat().every(isInLondon)) return 'longitudes and latitudes of London in WGS 84';
  return null;
}

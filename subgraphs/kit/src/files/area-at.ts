import type { Boundary, Ring } from './boundaries.ts';

/** A point in degrees, WGS 84. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** The code of the area in which a point lies; null for one in none. */
export type AreaAt = (point: Point) => string | null;

/** Finds areas by point. A point on a boundary that two areas share, vertex by vertex, lies in exactly one of them. Never throws. */
export function createAreaAt(boundaries: readonly Boundary[]): AreaAt {
  const shapes = boundaries.map(shapeOf);
  return (point) => shapes.find((shape) => isWithin(point, shape))?.code ?? null;
}

interface Shape {
  readonly code: string;
  /** Longitudes and latitudes in turn, the first position again at the end: 48,000 vertices are walked for thousands of points. */
  readonly rings: readonly Float64Array[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function shapeOf({ code, polygons }: Boundary): Shape {
  const rings = polygons.flat();
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [longitude, latitude] of rings.flat()) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return { code, rings: rings.map(flatRing), west, east, south, north };
}

function flatRing(ring: Ring): Float64Array {
  const positions = ring.map(([longitude, latitude]) => [longitude, latitude]);
  return Float64Array.from([...positions, ...positions.slice(0, 1)].flat());
}

function isWithin({ longitude, latitude }: Point, { rings, west, east, south, north }: Shape): boolean {
  if (longitude < west || longitude > east || latitude < south || latitude > north) return false;
  // Even-odd over all rings: a hole takes away what its outer ring gave.
  return rings.filter((ring) => isInRing(longitude, latitude, ring)).length % 2 === 1;
}

/**
 * Whether a ray to the east crosses the ring an odd number of times. An edge holds its lower end and not its upper one, so
 * that a vertex counts once, whichever the direction of the ring.
 */
function isInRing(x: number, y: number, ring: Float64Array): boolean {
  let isIn = false;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const y1 = ring[at + 1] ?? 0;
    const y2 = ring[at + 3] ?? 0;
    if (y1 > y !== y2 > y && isEastOf(x, y, ring.subarray(at, at + 4))) isIn = !isIn;
  }
  return isIn;
}

/**
 * Whether an edge passes to the east of a point, at the point's height. Reckoned from its lower end, so that two areas which
 * share an edge in opposite directions reckon the same.
 */
function isEastOf(x: number, y: number, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: Float64Array): boolean {
  const [lowX, lowY, highX, highY] = y1 < y2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1];
  return (highX - lowX) * (y - lowY) > (x - lowX) * (highY - lowY);
}

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
  readonly rings: readonly BandedRing[];
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
  return { code, rings: rings.map(bandedRing), west, east, south, north };
}

/** A ring whose edges are found by how far north they reach: of 48,000 there are a few at the height of a point. */
interface BandedRing {
  /** Longitudes and latitudes in turn, the first position again at the end. */
  readonly positions: Float64Array;
  readonly south: number;
  /** Bands in a degree of latitude. */
  readonly scale: number;
  /** For each band from the south, where in `positions` the edges begin that reach into it. */
  readonly bands: readonly (readonly number[])[];
}

/** Vertices of a ring that share a band, as many bands as it has room for. */
const verticesInBand = 8;

function bandedRing(ring: Ring): BandedRing {
  const closed = [...ring, ...ring.slice(0, 1)];
  const positions = Float64Array.from(closed.flatMap(([longitude, latitude]) => [longitude, latitude]));
  const latitudes = ring.map(([, latitude]) => latitude);
  const [south, north] = extremesOf(latitudes);
  const count = Math.ceil(ring.length / verticesInBand);
  const scale = north > south ? count / (north - south) : 0;
  const bands = Array.from({ length: count + 1 }, (): number[] => []);
  for (let at = 0; at + 3 < positions.length; at += 2) {
    const [one, other] = [positions[at + 1] ?? 0, positions[at + 3] ?? 0];
    const last = bandAt({ south, scale }, Math.max(one, other));
    for (let band = bandAt({ south, scale }, Math.min(one, other)); band <= last; band += 1) bands[band]?.push(at);
  }
  return { positions, south, scale, bands };
}

const bandAt = ({ south, scale }: Pick<BandedRing, 'south' | 'scale'>, latitude: number) =>
  Math.floor((latitude - south) * scale);

function extremesOf(numbers: readonly number[]): readonly [least: number, greatest: number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, greatest], number) => [Math.min(least, number), Math.max(greatest, number)],
    [Infinity, -Infinity],
  );
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
function isInRing(x: number, y: number, ring: BandedRing): boolean {
  const { positions } = ring;
  let isIn = false;
  for (const at of ring.bands[bandAt(ring, y)] ?? []) {
    const y1 = positions[at + 1] ?? 0;
    const y2 = positions[at + 3] ?? 0;
    if (y1 > y !== y2 > y && isEastOf(x, y, positions.subarray(at, at + 4))) isIn = !isIn;
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

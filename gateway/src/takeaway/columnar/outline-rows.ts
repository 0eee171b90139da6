import { z } from 'zod';
import type { Cell } from '../table-rows.ts';

const ring = z.array(z.array(z.number()).min(2));
const outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);

/** What the columns of outlines are called, beside those that say whose they are. */
export const outlineColumns: readonly string[] = ['part', 'ring', 'point', 'longitude', 'latitude'];

/**
 * The points of an outline in GeoJSON, a row each in the order in which they are connected: which part of several it is of, which of its rings (the
 * first is the outer one, others are holes), which point, and where, as published. `owner` comes before each. None for a text that is no outline of
 * areas.
 */
export function outlineRows(geometry: string, owner: readonly Cell[]): readonly (readonly Cell[])[] {
  const read = outline.safeParse(JSON.parse(geometry));
  if (!read.success) return [];
  const parts = read.data.type === 'Polygon' ? [read.data.coordinates] : read.data.coordinates;
  return parts.flatMap((rings, part) =>
    rings.flatMap((points, at) =>
      points.map(([longitude = null, latitude = null], point) => [
        ...owner,
        ...[part + 1, at + 1, point + 1, longitude, latitude],
      ]),
    ),
  );
}

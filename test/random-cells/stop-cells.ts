import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { publishedFile } from '../support/published-files.ts';
import { type FileCell, recordsOf } from './small-reader.ts';

type Point = readonly [longitude: number, latitude: number];
const pointSchema = z.tuple([z.number(), z.number()]);
const boundariesSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string() }),
      geometry: z.object({ coordinates: z.array(z.array(z.array(pointSchema))) }),
    }),
  ),
});

/** Whether a ray from a point crosses a ring an odd number of times. */
function isInRing([x, y]: Point, ring: readonly Point[]): boolean {
  let isInside = false;
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  });
  return isInside;
}

/** A borough by its rings, and the box in which they lie: most points are beside it. */
function readBoroughs() {
  const path = publishedFile('local-authority/london_boroughs.geojson');
  const { features } = boundariesSchema.parse(
    path === null ? { features: [] } : JSON.parse(readFileSync(path, 'utf8')),
  );
  return features.map(({ properties: { code }, geometry: { coordinates } }) => {
    const rings = coordinates.flat();
    const [east, north] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
    const range = (all: readonly number[]) =>
      all.reduce<Point>(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity]);
    const [[left, right], [bottom, top]] = [range(east), range(north)];
    const isIn = ([x, y]: Point) =>
      x >= left &&
      x <= right &&
      y >= bottom &&
      y <= top &&
      rings.filter((ring) => isInRing([x, y], ring)).length % 2 === 1;
    return { code, isIn };
  });
}

/** Stops of one month by borough, each counted where its point lies; a file of the month has no row of another one in London's time. */
export function stopsOfMonth(month: string): readonly FileCell[] {
  const boroughs = readBoroughs();
  const counts = new Map(boroughs.map(({ code }) => [code, 0]));
  for (const row of recordsOf(`policing/${month}-metropolitan-stop-and-search.csv`)) {
    if (row['Longitude'] === '' || row['Latitude'] === '') continue;
    const point: Point = [Number(row['Longitude']), Number(row['Latitude'])];
    const code = boroughs.find(({ isIn }) => isIn(point))?.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([place, figure]) => ({
    indicator: 'stop-and-search',
    dimensions: {},
    place,
    period: month,
    figure,
  }));
}

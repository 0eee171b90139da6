import { createAreaAt, type Point } from '@boroughgraph/kit/files/area-at.ts';
import { readBoundaries } from '@boroughgraph/kit/files/boundaries.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';

/** The code of the borough in which a point lies; null for one in none: on the Thames, or beyond London. */
export type BoroughAt = (point: Point) => string | null;

/** Beyond these a point of a British force is a mistake, such as longitude and latitude in each other's place. */
const greatBritain = { west: -9, east: 2, south: 49, north: 61 };

/** Whether a point lies in or near Great Britain. Never throws. */
export function isInGreatBritain({ longitude, latitude }: Point): boolean {
  const { west, east, south, north } = greatBritain;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/**
 * Finds boroughs by point in a file of their boundaries.
 *
 * A point on a boundary that two boroughs share, vertex by vertex, lies in exactly one of them.
 *
 * @throws {FileProblem} when the file has no boundaries, or lacks those of a borough.
 */
export function createBoroughAt(file: SourceFile): BoroughAt {
  const boundaries = readBoundaries(file);
  const missing = boroughs.filter(({ code }) => !boundaries.some((boundary) => boundary.code === code));
  if (missing.length > 0)
    throw new FileProblem(`${file.name} lacks the boundary of ${missing.map(({ name }) => name).join(', ')}`);
  return createAreaAt(boundaries.filter(({ code }) => boroughs.some((borough) => borough.code === code)));
}

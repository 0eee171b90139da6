import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import type { RawTable } from '@boroughgraph/kit/files/table.ts';
import { z } from 'zod';

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: z.unknown(),
    }),
  ),
});

/** Names of the coordinate system in which GeoJSON is written. Source: RFC 7946, section 4, and its forerunner of 2008. */
const worldSystem = /(CRS84|EPSG:{1,2}4326)$/i;

/** The heading of the column of geometries; those of the other columns are the names of properties. */
export const geometryHeading = 'geometry';

/**
 * A GeoJSON file as a table: a row for each feature, a column for each property, and the geometry as text.
 *
 * @throws {FileProblem} when the file is no collection of features, is cut off, or is in another coordinate system.
 */
export function geojsonTable(file: SourceFile): RawTable {
  const parsed = collectionSchema.safeParse(parseJson(file));
  if (!parsed.success) throw new FileProblem(`${file.name} is not a GeoJSON collection of features`);
  const { crs, features } = parsed.data;
  const system = crs?.properties.name;
  if (system !== undefined && !worldSystem.test(system))
    throw new FileProblem(`${file.name} has coordinates in ${system}: convert it to longitude and latitude in WGS 84`);
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const lines = linesOfFeatures(file.text);
  const rows = features.map(({ properties, geometry }, index) => ({
    line: lines[index] ?? index + 1,
    cells: [...names.map((name) => textOf(properties?.[name])), JSON.stringify(geometry ?? null)],
  }));
  return { headings: [...names, geometryHeading], rows };
}

function parseJson(file: SourceFile): unknown {
  try {
    return JSON.parse(file.text) as unknown;
  } catch (cause) {
    throw new FileProblem(`${file.name} is cut off or no JSON: fetch the file again`, { cause });
  }
}

/** The lines on which features begin, so that a report can say where one stands. */
function linesOfFeatures(text: string): readonly number[] {
  let line = 1;
  let from = 0;
  return [...text.matchAll(/"type"\s*:\s*"Feature"/g)].map(({ index }) => {
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    return line;
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

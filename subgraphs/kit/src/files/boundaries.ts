import { z } from 'zod';
import { FileProblem } from './row-problem.ts';
import type { SourceFile } from './source-file.ts';

/** Longitude and latitude in degrees, WGS 84. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
/** The outer ring, then the holes in it. */
const polygon = z.array(z.array(position).min(4)).min(1);
/** The geometry of an area as GeoJSON: one polygon or several. */
export const boundaryGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()), geometry: boundaryGeometry })).min(1),
});

/** A ring of positions, closed or not. */
export type Ring = readonly (readonly [longitude: number, latitude: number, ...rest: number[]])[];

/** The boundary of one area, as a boundary file has it. */
export interface Boundary {
  readonly code: string;
  /** Its polygons: each an outer ring, then the holes in it. */
  readonly polygons: readonly (readonly Ring[])[];
}

/** Properties under which editions of boundary files give the ONS code of an area: `code`, `GSS_CODE`, `LAD23CD`. */
const codeProperty = /^(code|gss_code|lad\d{2}cd)$/i;

/**
 * The boundaries of a GeoJSON file, in its order.
 *
 * @throws {FileProblem} when it is no collection of polygons in longitude and latitude, or an area has no code or has two
 * boundaries.
 */
export function readBoundaries(file: SourceFile): readonly Boundary[] {
  const parsed = collection.safeParse(jsonOf(file));
  if (!parsed.success) throw new FileProblem(`${file.name} has no boundaries: ${problemOf(parsed.error)}`);
  const boundaries = parsed.data.features.map(({ properties, geometry: shape }) => ({
    code: codeOf(properties, file),
    polygons: shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  }));
  const repeated = boundaries.find(({ code }, index) => boundaries.findIndex((other) => other.code === code) !== index);
  if (repeated !== undefined) throw new FileProblem(`${file.name} has two boundaries of ${repeated.code}`);
  return boundaries;
}

function jsonOf({ name, text }: SourceFile): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileProblem(`${name} is no GeoJSON, or is cut off: expected a FeatureCollection; fetch the file again`, {
      cause,
    });
  }
}

function problemOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.join('.') ?? '';
  return `expected a FeatureCollection of polygons in longitude and latitude (WGS 84), but at "${where}": ${issue?.message ?? ''}`;
}

function codeOf(properties: Readonly<Record<string, unknown>>, { name }: SourceFile): string {
  const [, code] = Object.entries(properties).find(([property]) => codeProperty.test(property)) ?? [];
  if (typeof code === 'string' && /^[A-Z]\d{8}$/.test(code)) return code;
  throw new FileProblem(
    `${name} has a boundary without an ONS code: expected one such as E09000012 under "code", found ${JSON.stringify(code ?? null)}`,
  );
}

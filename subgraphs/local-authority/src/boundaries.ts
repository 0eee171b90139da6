import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import type { ReleaseRecord } from '@boroughgraph/kit/store/release-record.ts';
import { type AreaAt, createAreaAt, type Point } from '@boroughgraph/kit/files/area-at.ts';
import { boundaryGeometry } from '@boroughgraph/kit/files/boundaries.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { z } from 'zod';
import type { Boundary } from './generated/schema-types.ts';

/** The dataset whose releases have outlines, and the kind of its facts. */
export const boundaryDatasetId = 'borough-boundaries';
const boundaryFact = 'boundary';

const boundarySchema = z.object({ geometry: z.string() });

/** The outline of an area, as GeoJSON text, as a fact of a release. */
export function factOfBoundary(code: string, geometry: string): FactRecord {
  return { kind: boundaryFact, key: code, body: { geometry } };
}

const publisher = 'Greater London Authority, statistical GIS boundary files for London, from Ordnance Survey';
const madeUp = 'Made-up layout of the sample: one square for each borough, which shows nothing of its outline';

/** The outline of an area, batched; null where none is held. It is right as of the day on which its release was published. */
export async function boundaryOf(context: RequestContext, code: string): Promise<Boundary | null> {
  const fact = await context.reading.fact(boundaryDatasetId, boundaryFact, code);
  if (fact === null) return null;
  const { geometry } = boundarySchema.parse(fact.body);
  return { geometry, source: fact.release.isSynthetic ? madeUp : publisher, asOf: fact.release.publishedAt };
}

/** Outlines as they are walked, by the newest release: they are some megabytes, which are read once and not for each question. */
const walked = new WeakMap<ReleaseRecord, Promise<AreaAt>>();

/** The code of the borough whose outline holds a point; null where none does, or no outline is held. */
export async function boroughCodeAt(context: RequestContext, point: Point): Promise<string | null> {
  const [newest] = (await context.reading.releases()).releasesOf(boundaryDatasetId);
  if (newest === undefined) return null;
  if (newest.isSynthetic) context.samples.add(boundaryDatasetId);
  const known = walked.get(newest) ?? readOutlines(context);
  walked.set(newest, known);
  // What could not be read is read again for the next question.
  known.catch(() => walked.delete(newest));
  return (await known)(point);
}

async function readOutlines(context: RequestContext): Promise<AreaAt> {
  const held = await Promise.all(
    boroughs.map(async ({ code }) => ({
      code,
      fact: await context.reading.fact(boundaryDatasetId, boundaryFact, code),
    })),
  );
  return createAreaAt(
    held.flatMap(({ code, fact }) => {
      if (fact === null) return [];
      const shape = boundaryGeometry.parse(JSON.parse(boundarySchema.parse(fact.body).geometry));
      return [{ code, polygons: shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates }];
    }),
  );
}

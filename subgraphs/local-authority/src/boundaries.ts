import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
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

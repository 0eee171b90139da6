import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';
import { inspectionRatingValues } from './generated/vocabulary.ts';

const inspectionSchema = z.object({
  service: z.string(),
  publishedOn: z.string(),
  overallRating: z.enum(inspectionRatingValues).nullable(),
  scorePercent: z.number().nullable(),
  reportUrl: z.string().nullable(),
  /** Codes of the boroughs that the service serves. */
  areas: z.array(z.string()),
});

/** One inspection of a youth justice service, as a release states it. */
export type InspectionRecord = Readonly<z.infer<typeof inspectionSchema>>;

/** The kind under which the store keeps inspections. */
export const inspectionFactKind = 'inspection';

/** An inspection as a fact of a release. */
export function inspectionFact(key: string, body: InspectionRecord): FactRecord {
  return { kind: inspectionFactKind, key, body };
}

/**
 * The inspection that a stored fact describes.
 *
 * @throws when the fact is none of an inspection.
 */
export function inspectionOfFact(body: unknown): InspectionRecord {
  return inspectionSchema.parse(body);
}

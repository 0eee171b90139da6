import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';
import { progressStateValues } from '../generated/vocabulary.ts';

/** The dataset whose releases say how far measures have come, and the kind of its facts. */
export const progressDatasetId = 'commitment-progress';
const progressFact = 'commitment-progress';

const reportSchema = z.object({
  on: z.string(),
  state: z.enum(progressStateValues),
  by: z.string(),
  partners: z.array(z.string()),
  note: z.string().nullable(),
  source: z.string(),
});
const factSchema = z.object({ reports: z.array(reportSchema) });

/** How far something had come on a day, and who says so. */
export type ProgressReport = Readonly<z.infer<typeof reportSchema>>;

/** All that a file says of one measure, as a fact of a release: a newer file that names the measure replaces it. */
export function factOfProgress(measure: string, reports: readonly ProgressReport[]): FactRecord {
  return { kind: progressFact, key: measure, body: { reports } };
}

/**
 * What the newest file that names a measure says of it, oldest first, batched; empty where no file does.
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function reportedProgress(context: RequestContext, measure: string): Promise<readonly ProgressReport[]> {
  const fact = await context.reading.fact(progressDatasetId, progressFact, measure);
  return fact === null ? [] : factSchema.parse(fact.body).reports;
}

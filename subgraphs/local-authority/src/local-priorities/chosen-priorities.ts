import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';

/** The dataset whose releases name what boroughs chose, and the kind of its facts. */
export const prioritiesDatasetId = 'local-priorities';
const prioritiesFact = 'local-priorities';

const prioritySchema = z.object({
  title: z.string(),
  /** Id of a crime that recorded crime counts; null where none of them is what was chosen. */
  offence: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  rationale: z.string().nullable(),
  source: z.string(),
});
const factSchema = z.object({ priorities: z.array(prioritySchema) });

/** A crime that a borough chose, with its first and last day. */
export type ChosenPriority = Readonly<z.infer<typeof prioritySchema>>;

/** All that a file says a borough chose, as a fact of a release: a newer file that names the borough replaces the whole list. */
export function factOfPriorities(borough: string, priorities: readonly ChosenPriority[]): FactRecord {
  return { kind: prioritiesFact, key: borough, body: { priorities } };
}

/** What a borough chose, of all times, and whether it is made up. */
export interface ChosenPriorities {
  readonly priorities: readonly ChosenPriority[];
  readonly isSynthetic: boolean;
}

/**
 * What the newest file that names a borough says that it chose, batched; null where no file does.
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function chosenPriorities(context: RequestContext, borough: string): Promise<ChosenPriorities | null> {
  const fact = await context.reading.fact(prioritiesDatasetId, prioritiesFact, borough);
  if (fact === null) return null;
  return { ...factSchema.parse(fact.body), isSynthetic: fact.release.isSynthetic };
}

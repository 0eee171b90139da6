import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';
import { wardInputValues } from '../generated/vocabulary.ts';

/** The dataset whose releases name what boroughs chose, and the kind of its facts. */
export const prioritiesDatasetId = 'local-priorities';
const prioritiesFact = 'local-priorities';

const prioritySchema = z.object({
  title: z.string(),
  /** Ids of crimes that recorded crime counts; empty where none of them is what was chosen. */
  offences: z.array(z.string()).optional(),
  /** The only one of them, as files of one crime a row were stored. */
  offence: z.string().nullable().optional(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  rationale: z.string().nullable(),
  meaning: z.string().nullable().default(null),
  consulted: z.array(z.string()).nullable().default(null),
  evidence: z.string().nullable().default(null),
  wardInput: z.enum(wardInputValues).default('UNKNOWN'),
  wardInputNote: z.string().nullable().default(null),
  source: z.string(),
});
const factSchema = z.object({ priorities: z.array(prioritySchema) });

/** What a borough chose, with its first and last day. */
export interface ChosenPriority extends Readonly<Omit<z.infer<typeof prioritySchema>, 'offence' | 'offences'>> {
  /** Ids of crimes that recorded crime counts: what the borough means by it may be several. */
  readonly offences: readonly string[];
}

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
  const { priorities } = factSchema.parse(fact.body);
  return {
    priorities: priorities.map(({ offence, offences, ...priority }) => ({
      ...priority,
      offences: offences ?? (offence == null ? [] : [offence]),
    })),
    isSynthetic: fact.release.isSynthetic,
  };
}

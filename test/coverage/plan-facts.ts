import { z } from 'zod';
import type { Ask } from './graph-standings.ts';
import type { Tie } from './system-entry.ts';

const factsSchema = z.object({
  planFacts: z.array(
    z.object({
      indicator: z.object({
        id: z.string(),
        narrowedTo: z.array(z.object({ dimension: z.string(), value: z.string() })),
      }),
    }),
  ),
});

/** Whether a plan states a number of what a tie means: a fact, and no figure of a published file. */
export type IsStated = (tie: Tie) => boolean;

/** Asks the running graph which numbers plans state, and of what. Of a part, a fact of that part counts and no other. */
export async function readPlanFacts(ask: Ask): Promise<IsStated> {
  const answer = await ask('{ planFacts { indicator { ... on AnyIndicator { id narrowedTo { dimension value } } } } }');
  const stated = factsSchema.parse(answer).planFacts.map(({ indicator: { id, narrowedTo } }) => ({
    id,
    narrowing: new Map(narrowedTo.map(({ dimension, value }) => [dimension, value])),
  }));
  return (tie) =>
    stated.some(
      ({ id, narrowing }) =>
        id === tie.id &&
        Object.entries(tie.narrowing).every(([dimension, value]) => narrowing.get(dimension) === value),
    );
}

import { z } from 'zod';
import type { TriedAnswer } from './subgraph-client.ts';

const errorSchema = z.looseObject({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string().optional() }).optional(),
});
const answerSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorSchema).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

/** A GraphQL answer, read; null where it is none. */
export function readAnswer({ json }: Pick<TriedAnswer, 'json'>): z.infer<typeof answerSchema> | null {
  return answerSchema.safeParse(json).data ?? null;
}

/** The codes of the errors of an answer, in order; empty where there are none. */
export function codesOf(answer: Pick<TriedAnswer, 'json'>): readonly (string | undefined)[] {
  return (readAnswer(answer)?.errors ?? []).map(({ extensions }) => extensions?.code);
}

/** The entities of an answer; null where there are none. */
export function entitiesOf(answer: Pick<TriedAnswer, 'json'>): readonly unknown[] | null {
  const entities = readAnswer(answer)?.data?.['_entities'];
  return Array.isArray(entities) ? entities : null;
}

import { z } from 'zod';
import type { LoadedNames } from '../generator/vocabulary.ts';
import type { Monolith } from '../monolith/monolith.ts';

const query = `{
  courts(includeClosed: true) { id name }
  healthProviders { id }
  areas(type: WARD) { code }
  frameworks { id themes }
}`;

const answerSchema = z.object({
  courts: z.array(z.object({ id: z.string(), name: z.string() })),
  healthProviders: z.array(z.object({ id: z.string() })).nullable(),
  areas: z.array(z.object({ code: z.string() })).nullable(),
  frameworks: z.array(z.object({ id: z.string(), themes: z.array(z.string()) })),
});

/** The ids of what is loaded, to ask about. */
export async function readLoadedNames(monolith: Monolith): Promise<LoadedNames> {
  const { data } = await monolith({ query, variables: {} });
  const { courts, healthProviders, areas, frameworks } = answerSchema.parse(data);
  return {
    courts: courts.map(({ id }) => id),
    courtNames: courts.map(({ name }) => name),
    providers: (healthProviders ?? []).map(({ id }) => id),
    wards: (areas ?? []).map(({ code }) => code),
    frameworks: frameworks.map(({ id }) => id),
    themes: frameworks.flatMap(({ themes }) => themes),
  };
}

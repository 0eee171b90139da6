import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { agencies } from '../support/all-agencies.ts';
import { type Answer, ask } from './answer.ts';
import { generateOperation, type GeneratorParts } from './generator/generate-operation.ts';
import { createVocabulary } from './generator/vocabulary.ts';
import type { Operation } from './operation.ts';
import { comparedSchema } from './system/compared-fields.ts';
import { readLoadedNames } from './system/loaded-names.ts';

/** How often each is asked of whoever remembers: it is made, remembered, and sent as it went out. */
const times = 3;

/** What operations are made of for a system, whose own gateway says what is loaded. */
export async function readParts(url: string): Promise<GeneratorParts> {
  const api = readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8');
  const names = await readLoadedNames(async (operation) => {
    const { data } = await ask(url, operation);
    // What is read of it is checked there.
    return { data: data as Record<string, unknown> };
  });
  return { schema: comparedSchema(api), vocabulary: createVocabulary(agencies, names) };
}

/** The operations of a seed, from an index on. */
export function operationsOf(parts: GeneratorParts, seed: number, count: number): readonly Operation[] {
  return Array.from({ length: count }, (_, index) => generateOperation(parts, seed, index));
}

/** The operations that are answered otherwise by who remembers than by who knows nothing yet, with both answers. */
export async function findOtherwise(
  operations: readonly Operation[],
  { warm, cold }: { readonly warm: string; readonly cold: string },
): Promise<readonly { readonly operation: Operation; readonly answers: readonly Answer[] }[]> {
  const found = [];
  for (const operation of operations) {
    const expected = withoutIds(await ask(cold, operation));
    for (let time = 0; time < times; time += 1) {
      const answer = withoutIds(await ask(warm, operation));
      if (!isDeepStrictEqual(answer, expected)) found.push({ operation, answers: [answer, expected] });
    }
  }
  return found;
}

/** Each failure has the id of its request. */
function withoutIds(answer: Answer): Answer {
  if (answer.errors === undefined) return answer;
  const errors = answer.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId: null } }));
  return { ...answer, errors };
}

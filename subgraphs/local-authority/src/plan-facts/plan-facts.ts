import { type ReadFact, readFacts } from './fact-file.ts';
import type { PlanFactRecord } from './plan-fact.ts';

const read = ['crime.yaml', 'confidence.yaml', 'workforce.yaml', 'justice.yaml', 'people.yaml', 'money.yaml'].flatMap(
  readFacts,
);

/** Every number that the plans print and that is set down here, in the order of the files. */
export const planFacts: readonly PlanFactRecord[] = withContradictions(read);

/**
 * Facts, each with those that contradict it: whichever of two says so.
 *
 * @throws where an id stands twice, or a fact contradicts one that there is not.
 */
export function withContradictions(facts: readonly ReadFact[]): readonly PlanFactRecord[] {
  const ids = new Set<string>();
  for (const { id } of facts) {
    if (ids.has(id)) throw new Error(`two facts are called "${id}": expected one`);
    ids.add(id);
  }
  const stray = facts.flatMap(({ contradicts }) => contradicts).find((id) => !ids.has(id));
  if (stray !== undefined) throw new Error(`a fact contradicts "${stray}": expected the id of another`);
  return facts.map(({ contradicts, ...fact }) => ({
    ...fact,
    contradictedBy: facts
      .filter((other) => contradicts.includes(other.id) || other.contradicts.includes(fact.id))
      .map(({ id }) => id),
  }));
}

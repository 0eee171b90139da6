import { findNarrow, type NarrowSearch, type Recovered } from '../solver/ranges.ts';
import { Contradiction, type Identity, type Unknown } from '../solver/system.ts';
import { absentIn, indicatorOf, type Knowledge, unknownsOf, widthOfAbsent, withheldIn } from '../knowledge.ts';
import type { KnownSum } from '../tables/cube.ts';

/** A withheld figure that follows, and what is left for it. */
export interface Recovery extends Recovered {
  readonly truth: number;
}

/** Which sums an attacker uses, and whether also what statistics tell of their counts. */
export interface LinearMeans {
  readonly kinds: readonly KnownSum['kind'][];
  readonly isTold: boolean;
  /** Looks at one sum at a time, as a person does who sees one gap in a row. @default false */
  readonly isSingle?: boolean;
}

/** Everything at once: what no single path finds, they may find together. */
export const allMeans: LinearMeans = {
  kinds: ['categories', 'subset', 'areas', 'units', 'periods', 'balance', 'same'],
  isTold: true,
};

/**
 * The withheld figures of a world that follow from what is shown, by sums of the given kinds.
 *
 * Taken first is that a withheld count is no zero, where zeros are shown; where that leads to something false, it is not.
 *
 * @throws {Contradiction} when the truth lies outside of what was worked out all the same: the attack would be wrong, whatever it finds.
 */
export function recoverBySums(knowledge: Knowledge, means: LinearMeans): readonly Recovery[] {
  try {
    return deduce(knowledge, means, true);
  } catch (problem) {
    if (!(problem instanceof Contradiction)) throw problem;
    return deduce(knowledge, means, false);
  }
}

function deduce(knowledge: Knowledge, means: LinearMeans, isZeroExcluded: boolean): readonly Recovery[] {
  const sums = knowledge.world.sums.filter(({ kind }) => means.kinds.includes(kind)).map(({ terms }) => terms);
  const absent = absentIn(knowledge);
  const limits = new Map([
    ...withheldIn(knowledge),
    ...[...absent.keys()].map((id) => [id, widthOfAbsent(knowledge.policyOf(indicatorOf(id)))] as const),
  ]);
  const unknowns = unknownsOf(knowledge, { isTold: means.isTold, isZeroExcluded });
  const truths = new Map(knowledge.world.figures.map(({ id, truth }) => [id, truth]));
  const search = { limits, solution: truths };
  const all = means.isSingle === true ? narrowOneByOne(unknowns, sums, search) : findNarrow(unknowns, sums, search);
  const found = all.filter(({ id, high }) => high <= (absent.get(id) ?? Infinity));
  return [...new Map(found.map((recovered) => [recovered.id, recovered])).values()].map((recovered) => {
    const truth = truths.get(recovered.id) ?? Number.NaN;
    if (truth < recovered.low || truth > recovered.high)
      throw new Contradiction(
        `${recovered.id} is ${truth}, and was worked out as ${recovered.low} to ${recovered.high}`,
      );
    return { ...recovered, truth };
  });
}

/** What is narrow by itself, or by one sum alone. */
function narrowOneByOne(
  unknowns: readonly Unknown[],
  sums: readonly Identity[],
  search: NarrowSearch,
): readonly Recovered[] {
  const byId = new Map(unknowns.map((unknown) => [unknown.id, unknown]));
  const bySum = sums.flatMap((sum) => {
    const own = sum.flatMap(([id]) => byId.get(id) ?? []);
    return findNarrow(own, [sum], search);
  });
  return [...findNarrow(unknowns, [], search), ...bySum];
}

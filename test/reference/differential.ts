import { type FailurePlan, noFailures, planFailures } from './failures/failure.ts';
import { generateOperation } from './generator/generate-operation.ts';
import { askAll, judge, type JudgedDifference } from './judge.ts';
import type { Operation } from './operation.ts';
import { createRandom } from './random.ts';
import { rules } from './rules.ts';
import { shrink } from './shrink.ts';
import type { ComparedSystem } from './system/compared-system.ts';

/** Which operations are sent. */
export interface DifferentialPlan {
  readonly seed: number;
  /** Index of the first. */
  readonly from: number;
  readonly operations: number;
  /** Differing operations after which it stops: they are mostly one mistake. */
  readonly mostDifferences: number;
  /** Called now and then, with the number of operations so far. */
  readonly onProgress?: (operations: number, differences: number) => void;
}

/** What came of it. */
export interface DifferentialReport {
  /** How many operations were sent, each once without and once with failures. */
  readonly operations: number;
  readonly found: readonly FoundDifference[];
  /** Differences that were gone when the same was asked again: an answer was late. Many of them would be a fault, too. */
  readonly unrepeated: number;
  /** How many answers each rule explained something in, by its name; 0 for one that was not needed. */
  readonly ruleUses: ReadonlyMap<string, number>;
}

/** Of all operations, those whose difference may be gone when asked again: on a busy machine now and then one is. */
const mostUnrepeated = 0.01;

/** Whether the answers agree: no difference is left, and hardly one was gone when the same was asked again. */
export function isAgreement({ operations, found, unrepeated }: DifferentialReport): boolean {
  return found.length === 0 && unrepeated <= Math.ceil(operations * mostUnrepeated);
}

/** An operation to which the answers differ, as small as it could be made. */
export interface FoundDifference {
  readonly seed: number;
  readonly index: number;
  readonly plan: FailurePlan;
  readonly operation: Operation;
  readonly original: Operation;
  readonly differences: readonly JudgedDifference[];
}

/** How often the operations so far are reported. */
const progressEvery = 100;

/** Sends random operations to all, and gathers what no rule explains. */
export async function runDifferential(system: ComparedSystem, options: DifferentialPlan): Promise<DifferentialReport> {
  const { seed, from, operations, mostDifferences } = options;
  const ruleUses = new Map(rules.map(({ name }) => [name, 0]));
  const found: FoundDifference[] = [];
  let unrepeated = 0;
  let sent = 0;
  for (; sent < operations && found.length < mostDifferences; sent += 1) {
    const index = from + sent;
    const original = generateOperation(system.parts, seed, index);
    const random = createRandom(seed, index, 'failures');
    for (const plan of [noFailures, planFailures(system.agencies, `${seed}/${index}`, random)]) {
      const { unexplained, used } = judge(await askAll(system, original, plan));
      for (const name of used) ruleUses.set(name, (ruleUses.get(name) ?? 0) + 1);
      if (unexplained.length === 0) continue;
      const reduced = await reduce(system, { seed, index, plan, original });
      if (reduced === null) unrepeated += 1;
      else found.push(reduced);
    }
    if ((sent + 1) % progressEvery === 0) options.onProgress?.(sent + 1, found.length);
  }
  await system.follow(noFailures);
  return { operations: sent, found, unrepeated, ruleUses };
}

type Unreduced = Pick<FoundDifference, 'seed' | 'index' | 'plan' | 'original'>;

/**
 * The smallest operation that still differs in the same way: from the same oracle, in data or errors alike. Null where even
 * the whole one does not differ again.
 */
async function reduce(system: ComparedSystem, unreduced: Unreduced): Promise<FoundDifference | null> {
  const { plan, original } = unreduced;
  const differencesOf = async (operation: Operation): Promise<readonly JudgedDifference[]> =>
    judge(await askAll(system, operation, plan)).unexplained;
  const first = await differencesOf(original);
  if (first.length === 0) return null;
  const isLike = ({ oracle, difference }: JudgedDifference): boolean =>
    first.some((one) => one.oracle === oracle && one.difference.kind === difference.kind);
  const stillDiffers = async (operation: Operation): Promise<boolean> => (await differencesOf(operation)).some(isLike);
  const operation = await shrink(system.parts.schema, original, stillDiffers);
  return { ...unreduced, operation, differences: await differencesOf(operation) };
}

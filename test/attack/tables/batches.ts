import fc from 'fast-check';
import type { Batch } from '../batch.ts';
import { type FileKind, protectivePolicy, withoutSecondary, worldPlan } from './plans.ts';
import type { WorldPlan } from './world-plan.ts';

/**
 * Batches of tables under policies that protect. Datasets that count the same people agree on zeros: one that shows what the other
 * hides cannot be published beside it.
 */
export const protectedBatch = (kind: FileKind, mostTables: number): fc.Arbitrary<Batch> =>
  batchOf(worldPlan(kind), { least: 1, most: mostTables });

/** How many tables share an agency, and so a load and a few requests. */
export interface BatchSize {
  readonly least: number;
  readonly most: number;
}

/** Batches of such tables under policies that protect. */
export const batchOf = (plan: fc.Arbitrary<WorldPlan>, { least, most }: BatchSize): fc.Arbitrary<Batch> =>
  fc
    .record({
      plans: fc.array(plan, { minLength: least, maxLength: most, size: 'max' }),
      policy: protectivePolicy,
      otherPolicy: protectivePolicy,
    })
    .map(({ plans, policy, otherPolicy }) => ({
      plans,
      policy,
      otherPolicy: { ...otherPolicy, zerosShown: policy.zerosShown },
    }));

/** The same batch without what protects from subtraction. */
export function unprotected({ plans, policy, otherPolicy }: Batch): Batch {
  return { plans, policy: withoutSecondary(policy), otherPolicy: withoutSecondary(otherPolicy) };
}

import fc from 'fast-check';
import type { Batch } from '../batch.ts';
import { type FileKind, protectivePolicy, withoutSecondary, worldPlan } from './plans.ts';

/** Tables in one batch at most: they share an agency, and so a load and a few requests. */
const tablesAtMost = 60;

/**
 * Batches of tables under policies that protect. Datasets that count the same people agree on zeros: one that shows what the other
 * hides cannot be published beside it.
 */
export const protectedBatch = (kind: FileKind): fc.Arbitrary<Batch> =>
  fc
    .record({
      plans: fc.array(worldPlan(kind), { minLength: 1, maxLength: tablesAtMost, size: 'max' }),
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

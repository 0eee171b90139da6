import type { Rule } from './rule.ts';
import type { Situation } from './situation.ts';

/** A refusal for cost stands in the place of an answer. */
export const refusedForCost: Rule = {
  name: 'what would cost too much is asked of nobody',
  oracles: ['stock', 'monolith', 'loss'],
  reason: 'A few lists inside lists multiply to more than one operation may cost. Only ours counts before it asks.',
  explains: (_, situation) => isRefused(situation),
};

/** Whether ours has refused an operation for its cost alone, and answered nothing of it. */
function isRefused({ ours: { data, errors = [] } }: Situation): boolean {
  const [refusal, ...others] = errors;
  const isOfAll = data == null && others.length === 0 && refusal?.path === undefined;
  return isOfAll && refusal?.extensions?.['code'] === 'OPERATION_TOO_LARGE';
}

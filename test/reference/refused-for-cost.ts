import { isTrueBlame } from './blame.ts';
import { isOurs, isTheirs } from './compare.ts';
import { hasError, type PlacedError } from './placed-errors.ts';
import type { Rule } from './rule.ts';
import type { Situation } from './situation.ts';

/** A refusal for cost stands in the place of an answer. */
export const refusedForCost: Rule = {
  name: 'what would cost too much is asked of nobody',
  oracles: ['stock', 'monolith', 'loss'],
  reason: 'A few lists inside lists multiply to more than one operation may cost. Only ours counts before it asks.',
  explains: (_, situation) => isRefused(situation),
};

/** A question may be dear enough to be why an agency is late. */
export const tooDearForAgency: Rule = {
  name: 'an agency that is too slow for a dear question makes the question too large',
  oracles: ['stock'],
  reason: 'Who asks for much at once can ask for less; the stock gateway says that an agency’s connection has ended.',
  explains: (difference, situation) => {
    if (difference.kind !== 'error') return false;
    const { error } = difference;
    if (isOurs(difference, 'OPERATION_TOO_LARGE')) return isTooSlow(error, situation);
    const isOfAgencies = error.place === null && error.code !== 'BAD_USER_INPUT';
    return isTheirs(difference) && isOfAgencies && hasError(situation.ours, (one) => isTooSlow(one, situation));
  },
};

/** Whether ours has refused an operation for its cost alone, and answered nothing of it. */
function isRefused({ ours: { data, errors = [] } }: Situation): boolean {
  const [refusal, ...others] = errors;
  const isOfAll = data == null && others.length === 0 && refusal?.path === undefined;
  return isOfAll && refusal?.extensions?.['code'] === 'OPERATION_TOO_LARGE';
}

/** Whether an error of ours says that a question was too dear, where an agency is slow that is asked there. */
function isTooSlow(error: PlacedError, situation: Situation): boolean {
  const slow = [...situation.plan.byAgency].flatMap(([agency, kind]) => (kind === 'slow' ? [agency] : []));
  const isLostToAgency = (agency: string): boolean => isTrueBlame({ ...error, agency }, situation);
  return error.code === 'OPERATION_TOO_LARGE' && error.place !== null && slow.some(isLostToAgency);
}

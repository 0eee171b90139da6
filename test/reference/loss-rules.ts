import { valueAt } from './answer.ts';
import { isLost, isSaidLost, isWithoutRequired } from './blame.ts';
import type { DataDifference } from './compare.ts';
import { placeMissing } from './missing-data.ts';
import type { Rule } from './rule.ts';

/** What ours lacks of the monolith's answer while agencies fail. */
export const rulesOfLosses: readonly Rule[] = [
  {
    name: 'what requires a lost value is lost with it',
    oracles: ['loss'],
    reason:
      'A field is null without what it requires of another agency, and what was wrong in it goes with it. The error of that agency is at what else the client has asked it about the same object.',
    explains: (difference, situation) => {
      const path = placeMissing(difference, situation.ours);
      return path !== null && valueAt(situation.ours.data, path) === null && isWithoutRequired(path, situation);
    },
  },
  {
    name: 'a list of what is missing has what requires a lost value',
    oracles: ['loss'],
    reason:
      'What cannot be worked out without a value of an agency that fails is missing, and the list of that says so. The error of that agency is at what else the client has asked it about the same object.',
    explains: (difference, situation) =>
      difference.kind === 'data' && isLongerList(difference) && isWithoutRequired(difference.path, situation),
  },
  {
    name: 'what is lost is said',
    oracles: ['loss'],
    reason:
      'While an agency fails, its values are null, and an error names the place. What was wrong there goes with them.',
    explains: (difference, situation) => {
      if (difference.kind === 'data') return isLost(difference, situation);
      const path = placeMissing(difference, situation.ours);
      return path !== null && isSaidLost(path, situation);
    },
  },
];

/** Whether ours has all that theirs has, in the same order, and more between it. */
function isLongerList({ ours, theirs }: DataDifference): boolean {
  if (!Array.isArray(ours) || !Array.isArray(theirs) || ours.length <= theirs.length) return false;
  let found = 0;
  for (const one of ours) if (JSON.stringify(one) === JSON.stringify(theirs[found])) found += 1;
  return found === theirs.length;
}

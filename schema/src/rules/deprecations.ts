import { Kind } from 'graphql';
import type { Rule } from './rule.ts';

/** A deprecation says why, what to use instead, and ends with the day of removal, so that nobody is surprised by it. */
export const requireRemovalDate: Rule = ({ node }) => {
  const deprecation = node.directives?.find(({ name }) => name.value === 'deprecated');
  const reason = deprecation?.arguments?.find(({ name }) => name.value === 'reason')?.value;
  const text = reason?.kind === Kind.STRING ? reason.value : '';
  return deprecation === undefined || /^\S.* Removal on \d{4}-\d{2}-\d{2} UTC\.$/s.test(text)
    ? undefined
    : 'is deprecated without a reason that ends "Removal on YYYY-MM-DD UTC."';
};

import { Kind } from 'graphql';
import type { Rule } from './rule.ts';

/**
 * Every element has a description whose first line is a sentence that stands alone.
 *
 * Tools show the first line only: in a list of fields, in a completion.
 */
export const requireDescription: Rule = ({ node }) => {
  const firstLine = node.description?.value.split('\n')[0] ?? '';
  if (firstLine === '') return 'has no description';
  // A marker such as [c] may stand before the first word.
  return /^(\[\w+\] )?\p{Lu}.*\.$/u.test(firstLine)
    ? undefined
    : `must begin its description with a line that is one or more whole sentences, not "${firstLine}"`;
};

/** A field that may be null says what null means: a reader cannot tell "not measured" from "not known" otherwise. */
export const requireMeaningOfNull: Rule = ({ kind, node }) =>
  kind === 'field' && node.type.kind !== Kind.NON_NULL_TYPE && !/\bnull\b/i.test(node.description?.value ?? '')
    ? 'is nullable, and its description does not say what null means'
    : undefined;

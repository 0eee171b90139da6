import { TokenKind, type ASTNode } from 'graphql';
import type { Rule } from './rule.ts';

const explained = new Set(['requires', 'provides', 'override']);

/**
 * A field with `@requires`, `@provides` or `@override` has a comment right before it: why, and until when.
 *
 * Each ties two agencies together beyond the key, which their teams must be able to undo.
 */
export const requireReasonForDirective: Rule = ({ node }) => {
  const directive = node.directives?.find(({ name }) => explained.has(name.value));
  return directive === undefined || /\buntil\b/i.test(commentBefore(node))
    ? undefined
    : `has @${directive.name.value} without a comment before it that says why and until when`;
};

function commentBefore({ loc }: ASTNode): string {
  const lines: string[] = [];
  for (let token = loc?.startToken.prev; token?.kind === TokenKind.COMMENT; token = token.prev)
    lines.unshift(token.value);
  return lines.join('\n');
}
